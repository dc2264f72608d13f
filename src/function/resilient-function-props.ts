import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { RecommendedFunctionAlarmsOptions } from '../alarms';
import type { FailureDestination, RetryPolicy } from '../failure';
import type { FunctionSettings } from './function-settings.generated';

/** Properties of a `ResilientFunction`. */
export interface ResilientFunctionProps extends FunctionSettings {
  /** The code of the function, for example `GoCode.fromPackage('cmd/api')`. */
  readonly code: lambda.Code;

  /**
   * The runtime.
   *
   * Fails with `FunctionRuntimeMissing` when absent and `code` is not a `GoCode`.
   *
   * @default - `Runtime.PROVIDED_AL2023` for a `GoCode`
   */
  readonly runtime?: lambda.Runtime;

  /**
   * The method in the code that Lambda calls.
   *
   * Fails with `FunctionHandlerMissing` when absent and `code` is not a `GoCode`.
   *
   * @default - `'bootstrap'` for a `GoCode`
   */
  readonly handler?: string;

  /**
   * How often and how long Lambda tries an asynchronous invocation again.
   *
   * @default RetryPolicy.of({ retryAttempts: 2, maxEventAge: Duration.hours(6) })
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * Where asynchronous events go that fail for good. One `FailureQueue` may serve many functions.
   *
   * Fails with `DeadLetterDestinationUnsupported` when the function is durable and it is something else than a queue or a topic.
   *
   * @default - a `FailureQueue` of its own, with alarms
   */
  readonly failureDestination?: FailureDestination;

  /**
   * Tunes or drops the recommended alarms.
   *
   * @default - all recommended alarms that can fire for this function, with their default thresholds
   */
  readonly alarms?: RecommendedFunctionAlarmsOptions;

  /**
   * How long the log group made for the function keeps its events.
   *
   * Fails with `LogRetentionWithLogGroup` when `logGroup` is given too.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;
}
