import type { Limit } from '../../facts/limits';
import { isOutside } from '../../failure/private/event-invoke-retry';
import type { RetryPolicy } from '../../failure/retry-policy';
import { ValidationError } from '../../private/errors';

/** What a service takes. */
export interface RetryRange {
  /** For messages: `a schedule`. */
  readonly what: string;
  readonly attempts: Limit;
  readonly age: Limit;
}

/** Refuses what the service would refuse at deployment. */
export function checkRetry({ retryAttempts, maxEventAge }: RetryPolicy, { what, attempts, age }: RetryRange): void {
  if (isOutside(retryAttempts, attempts)) {
    throw new ValidationError('DeliveryRetryAttemptsOutOfRange',
      `retryAttempts of ${what} must be from ${attempts.min} to ${attempts.max}, got ${retryAttempts}: lower it, and redrive from the failure destination`);
  }
  const seconds = maxEventAge?.toSeconds();
  if (isOutside(seconds, age)) {
    throw new ValidationError('DeliveryMaxEventAgeOutOfRange',
      `maxEventAge of ${what} must be from ${age.min} to ${age.max} seconds, got ${seconds} seconds`);
  }
}
