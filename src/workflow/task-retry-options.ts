import type { Duration } from 'aws-cdk-lib';
import type { ErrorCatalog } from '../catalog/error-catalog';
import type { RetryPolicy } from '../failure/retry-policy';

/** What a Lambda task tries again, and where the error goes when it gives up. */
export interface TaskRetryOptions {
  /**
   * The errors of the function. Client and permanent ones are not retried, even where a retrier for all errors follows. Throttled and
   * temporary ones are, after their `retryAfter` at the earliest.
   *
   * Step Functions knows an error by its `errorType`, which is the name of the Go type or of the class: it must be the `code`.
   *
   * @default - only errors of Lambda are retried
   */
  readonly catalog?: ErrorCatalog;

  /**
   * How many times errors that pass are tried again: 0 to 99,999,999.
   *
   * Fails with `TaskRetryAttemptsOutOfRange` when outside of that, and with `TaskMaxEventAgeUnsupported` when it has a `maxEventAge`,
   * which a retrier doesn't know.
   *
   * @default - 6 retries, 2 where the function was cut off by its timeout
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * The longest wait between two tries: whole seconds from 1 to 31,622,400. The waits double from 2 seconds up to that, and each is
   * randomized between nothing and its whole length (full jitter), so that tasks that failed together don't come back together.
   *
   * Fails with `TaskMaxDelayOutOfRange` when outside of that.
   *
   * @default Duration.minutes(1)
   */
  readonly maxDelay?: Duration;

  /**
   * Where the error is put into the input of the failure state, which keeps the rest of it. In JSONata states it is an `Output` that
   * does the same.
   *
   * Fails with `TaskResultPathInvalid` when it is not `$` and the names of fields.
   *
   * @default '$.error'
   */
  readonly resultPath?: string;
}
