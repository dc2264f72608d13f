import { Duration } from 'aws-cdk-lib';
import type { ErrorCatalog } from '../catalog/error-catalog';
import { ValidationError } from '../private/errors';
import { isWholeNumber, isWholeSeconds } from '../private/whole-numbers';

/** How often and how long to try. What is left out stays as the service does it. */
export interface RetryPolicyOptions {
  /**
   * How many times to try again after the first try: a whole number from 0. Each service has a maximum of its own, which is checked
   * where the policy is used.
   *
   * @default - what the service does by itself
   */
  readonly retryAttempts?: number;

  /**
   * How old an event may become before it counts as failed. Each service has a range of its own, which is checked where the policy is
   * used.
   *
   * @default - what the service does by itself
   */
  readonly maxEventAge?: Duration;
}

/**
 * How often and how long a service tries to hand an event to a function. One policy can serve many functions and services: it is
 * immutable, refuses what is illegal everywhere, and each service checks its own range where the policy is used.
 */
export class RetryPolicy {
  /**
   * A policy of these attempts and this age.
   *
   * Fails with `RetryAttemptsInvalid` when `retryAttempts` is negative or not a whole number, and with `MaxEventAgeInvalid` when
   * `maxEventAge` is zero or no whole number of seconds.
   */
  public static of(options: RetryPolicyOptions): RetryPolicy {
    return new RetryPolicy(options.retryAttempts, options.maxEventAge);
  }

  /** Try once, then count the event as failed: `retryAttempts` is 0. */
  public static none(): RetryPolicy {
    return RetryPolicy.of({ retryAttempts: 0 });
  }

  /**
   * A policy for what reports these errors: these attempts and this age where trying again helps for one of them, else `none()`. Timeouts and
   * crashes, which are in no catalogue, are not tried again then either: the event goes to the failure destination at once.
   *
   * Fails as `of()` does, and with `MaxEventAgeTooShort` when an event would be too old before the `retryAfter` of an error is over.
   */
  public static forErrors(catalog: ErrorCatalog, options: RetryPolicyOptions = {}): RetryPolicy {
    const policy = RetryPolicy.of(options);
    const passing = catalog.definitions.filter(({ retryable }) => retryable);
    if (passing.length === 0) return RetryPolicy.none();
    for (const { code, retryAfter } of passing) {
      if (isLonger(retryAfter, policy.maxEventAge)) {
        throw new ValidationError('MaxEventAgeTooShort',
          `maxEventAge must be longer than the retryAfter of ${code} (${retryAfter!.toHumanString()}), got ${policy.maxEventAge!.toHumanString()}: events would be given up before trying again can help`);
      }
    }
    return policy;
  }

  /** How many times to try again after the first try, if the policy says so. */
  public readonly retryAttempts?: number;

  /** How old an event may become before it counts as failed, if the policy says so. */
  public readonly maxEventAge?: Duration;

  private constructor(retryAttempts?: number, maxEventAge?: Duration) {
    if (retryAttempts !== undefined && !isWholeNumber(retryAttempts)) {
      throw new ValidationError('RetryAttemptsInvalid',
        `retryAttempts must be a whole number from 0 (the tries after the first), got ${retryAttempts}`);
    }
    if (maxEventAge && !isWholeSeconds(maxEventAge, { min: 1 })) {
      throw new ValidationError('MaxEventAgeInvalid',
        `maxEventAge must be whole seconds, at least 1, got ${maxEventAge.toHumanString()}: leave it out to keep what the service does by itself`);
    }
    this.retryAttempts = retryAttempts;
    this.maxEventAge = maxEventAge;
  }
}

function isLonger(wait?: Duration, age?: Duration): boolean {
  const areKnown = wait !== undefined && age !== undefined && !wait.isUnresolved() && !age.isUnresolved();
  return areKnown && wait.toMilliseconds() >= age.toMilliseconds();
}
