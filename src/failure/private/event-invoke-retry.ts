import type { CfnResource } from 'aws-cdk-lib';
import { Token } from 'aws-cdk-lib';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import type { RetryPolicy } from '../retry-policy';

/** A retry policy as the event invoke config of a function spells it. */
export interface EventInvokeRetry {
  readonly maximumRetryAttempts?: number;
  readonly maximumEventAgeInSeconds?: number;
}

/** Renders a retry policy for asynchronous invocation of a function. */
export function eventInvokeRetry(policy: RetryPolicy, fn: CfnResource): EventInvokeRetry {
  const attempts = policy.retryAttempts;
  const age = policy.maxEventAge?.toSeconds();
  const { asyncRetryAttempts, asyncEventAge } = LIMITS;
  if (isOutside(attempts, asyncRetryAttempts)) {
    throw new ValidationError('AsyncRetryAttemptsOutOfRange',
      `retryAttempts of the asynchronous invocation must be from ${asyncRetryAttempts.min} to ${asyncRetryAttempts.max}, got ${attempts}: `
      + 'Lambda tries no more often, redrive from the failure destination instead', fn);
  }
  if (isOutside(age, asyncEventAge)) {
    throw new ValidationError('AsyncMaxEventAgeOutOfRange',
      `maxEventAge of the asynchronous invocation must be from ${asyncEventAge.min} to ${asyncEventAge.max} seconds (6 hours), got ${age} seconds`, fn);
  }
  return { maximumRetryAttempts: attempts, maximumEventAgeInSeconds: age };
}

/** Whether a number that is known is outside of a range. */
export function isOutside(value: number | undefined, { min, max }: { min: number; max: number }): boolean {
  return value !== undefined && !Token.isUnresolved(value) && (value < min || value > max);
}
