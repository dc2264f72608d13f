export { SharedTestEvents } from './shared-test-events';
export type { SharedTestEventsProps } from './shared-test-events';
