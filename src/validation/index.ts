export { FailAt, FailureHandlingChecks } from './failure-handling-checks';
export type { FailureHandlingChecksProps } from './failure-handling-checks';
