import type { CfnResource } from 'aws-cdk-lib';
import { LIMITS } from '../../facts/limits';
import { isOutside } from '../../failure/private/event-invoke-retry';
import type { RetryPolicy } from '../../failure/retry-policy';
import { ValidationError } from '../../private/errors';

/** A retry policy as an event source mapping spells it. */
export interface MappingRetry {
  readonly maximumRetryAttempts?: number;
  readonly maximumRecordAgeInSeconds?: number;
}

/** Renders a retry policy for an event source mapping. */
export function mappingRetry(policy: RetryPolicy, mapping: CfnResource): MappingRetry {
  const retry = { maximumRetryAttempts: policy.retryAttempts, maximumRecordAgeInSeconds: policy.maxEventAge?.toSeconds() };
  checkRetryAttempts('retryAttempts of the event source mapping', retry.maximumRetryAttempts, mapping);
  checkRecordAge('maxEventAge of the event source mapping', retry.maximumRecordAgeInSeconds, mapping);
  return retry;
}

/** Checks retries that somebody asks for, by the name that is used for it. */
export function checkRetryAttempts(name: string, attempts: number | undefined, mapping: CfnResource): void {
  const { min, max } = LIMITS.mappingRetryAttempts;
  if (!isOutside(attempts, LIMITS.mappingRetryAttempts)) return;
  throw new ValidationError('EventSourceRetryAttemptsOutOfRange', `${name} must be from ${min} to ${max}, got ${attempts}`, mapping);
}

/** Checks an age that somebody asks for, by the name that is used for it. */
export function checkRecordAge(name: string, age: number | undefined, mapping: CfnResource): void {
  const { min, max } = LIMITS.mappingRecordAge;
  if (!isOutside(age, LIMITS.mappingRecordAge)) return;
  throw new ValidationError('EventSourceRecordAgeOutOfRange',
    `${name} must be from ${min} to ${max} seconds (7 days), got ${age} seconds`, mapping);
}
