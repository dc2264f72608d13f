export { FaultTraceGroup } from './fault-trace-group';
export type { FaultTraceGroupProps } from './fault-trace-group';
