export { FailureDestination, FailureDestinationKind } from './failure-destination';
export type { FailureDestinationBindOptions, FailureDestinationConfig } from './failure-destination';
export { FailureQueue } from './failure-queue';
export type { FailureQueueProps } from './failure-queue';
export { RetryPolicy } from './retry-policy';
export type { RetryPolicyOptions } from './retry-policy';
