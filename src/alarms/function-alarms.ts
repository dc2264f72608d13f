import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { FUNCTION_ALARMS, type FunctionAlarmName } from './alarm-defaults';
import type { CountAlarmOptions } from './alarm-options';
import { FunctionTrendAlarms } from './function-trend-alarms';
import { AlarmRegister } from './private/alarm-register';
import { assertCanFire, canFire, makeFunctionAlarms } from './private/function-alarm';
import { functionSubject, type FunctionSubject } from './private/function-subject';
import { makeTrendAlarm, type TrendAlarmOrder } from './private/trend-alarm';
import type { RecommendedFunctionAlarmsOptions } from './recommended-function-alarms-options';

export type { RecommendedFunctionAlarmsOptions } from './recommended-function-alarms-options';

/** Options of `FunctionAlarms.fromFunction()`. */
export interface FunctionAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the function.
   *
   * @default - the function, alias or version itself
   */
  readonly scope?: Construct;
}

/**
 * Alarms on the failures of a function: an L1 or L2, one of its aliases or versions, or one that is imported.
 *
 * Each method makes one alarm, with defaults that see a single failure in sparse traffic. Who hears of them is said with
 * `AlarmNotifications`.
 *
 * Alarms of a function count the invocations of all its aliases and versions; those of an alias or version count its own.
 * `asyncEventsDropped()` always counts for the function: AWS doesn't document that metric for aliases and versions.
 */
export class FunctionAlarms extends FunctionTrendAlarms {
  /**
   * The alarms of a function.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the function.
   *
   * @param functionRef The function, alias or version.
   * @param options Where the alarms are made.
   */
  public static fromFunction(functionRef: lambda.IFunctionRef, options: FunctionAlarmsOptions = {}): FunctionAlarms {
    return new FunctionAlarms(functionSubject(functionRef), options.scope);
  }

  private constructor(private readonly subject: FunctionSubject, private readonly scope?: Construct) {
    super();
  }

  /**
   * An alarm on errors of the function's code or runtime: `Errors`, sum, 1 or more in a minute. A warning.
   *
   * Lambda counts exceptions, crashes and timeouts. It doesn't count throttles, errors that the code catches, answers with a 5xx
   * status, and partial batch failures. Of a durable function it counts each invocation of an execution that failed, replays included,
   * and misses executions that failed: `recommended()` makes the alarms on executions instead.
   *
   * An error is counted in the minute in which the invocation began, not when it failed. So the alarm looks back over as many minutes
   * as the function's timeout has, and two more: one because the invocation can begin with a minute, and one until the metric is
   * published. One minute with an error among them is enough. A timeout that is not known at synthesis counts as 15 minutes, the
   * longest there is, or 90 minutes on Managed Instances. When `period` × `evaluationPeriods` doesn't cover the timeout, the warning `FunctionAlarms.windowWithinTimeout`
   * says so at synthesis.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: from the timeout, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public errors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('errors', options);
  }

  /**
   * An alarm on invocations that were refused for lack of concurrency: `Throttles`, sum, 1 or more in a minute of the last five. A
   * warning: asynchronous events are tried again for hours, and most callers retry.
   *
   * Lambda counts them when they are refused, and counts them in neither `Invocations` nor `Errors`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public throttles(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('throttles', options);
  }

  /**
   * An alarm on events that didn't reach the dead-letter queue or topic of the function and are lost: `DeadLetterErrors`, sum, 1 or
   * more in a minute of the last five. Critical.
   *
   * Lambda counts each failed delivery: missing permissions, a deleted queue, a key that can't be used, an event too large.
   *
   * Fails with `DeadLetterErrorsCannotFire` when the function has no dead-letter queue or topic by now, and with
   * `AlarmAlreadyDefined` when the alarm exists. Of an imported function it is not known, and taken for granted.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public deadLetterErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('deadLetterErrors', options);
  }

  /**
   * An alarm on records that didn't reach a destination and are lost: `DestinationDeliveryFailures`, sum, 1 or more in a minute of the
   * last five. Critical.
   *
   * Lambda counts each failed delivery of asynchronous invocations and of stream event source mappings: missing permissions, a
   * deleted target, a record too large, a FIFO queue or topic.
   *
   * Fails with `DestinationDeliveryFailuresCannotFire` when no destination is set by now, on the function, one of its aliases and
   * versions, or an event source mapping of it (for an alias or version: on that), and with `AlarmAlreadyDefined` when the alarm
   * exists. Of an imported function it is not known, and taken for granted.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public destinationDeliveryFailures(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('destinationDeliveryFailures', options);
  }

  /**
   * An alarm on asynchronous events that were given up: `AsyncEventsDropped`, sum, 1 or more in a minute of the last five. Critical.
   *
   * Lambda counts an event when its retries or its age run out, or when the function has a reserved concurrency of 0; also when a
   * destination or dead-letter queue then keeps it. Without one, this is all that tells that an event was lost. Every function can be
   * invoked asynchronously, so that the alarm is always allowed.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public asyncEventsDropped(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('asyncEventsDropped', options);
  }

  /**
   * An alarm on executions of a durable function that failed: `DurableExecutionFailed`, sum, 1 or more in a minute of the last five.
   * Critical: nothing tries them again.
   *
   * Lambda counts an execution whose code gave up, after the retries of its steps. AWS doesn't document the dimensions of this metric: the
   * alarm takes `FunctionName`, and counts all versions.
   *
   * Fails with `DurableAlarmCannotFire` when the function is not durable by now, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/durable-monitoring.html
   */
  public durableExecutionsFailed(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('durableExecutionsFailed', options);
  }

  /**
   * An alarm on executions of a durable function that passed `executionTimeout`: `DurableExecutionTimedOut`, sum, 1 or more in a minute of
   * the last five. Critical. Otherwise as `durableExecutionsFailed()`.
   *
   * Fails with `DurableAlarmCannotFire` when the function is not durable by now, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/durable-monitoring.html
   */
  public durableExecutionsTimedOut(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('durableExecutionsTimedOut', options);
  }

  /**
   * An alarm on executions of a durable function that somebody stopped: `DurableExecutionStopped`, sum, 1 or more in a minute of the last
   * five. A warning. Otherwise as `durableExecutionsFailed()`.
   *
   * Fails with `DurableAlarmCannotFire` when the function is not durable by now, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/durable-monitoring.html
   */
  public durableExecutionsStopped(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.byName('durableExecutionsStopped', options);
  }

  /**
   * Makes the alarms on failures that can fire for the function as it is now: those on the dead-letter queue and on destinations only
   * when there are any, those on durable executions only for a durable function, instead of `errors()`. Of an imported function these are not known: ask for them by name.
   *
   * A failure path that is wired later, or elsewhere than in the stack of the function, gets no alarm, and the warning `FunctionAlarms.failurePathUnwatched` at
   * synthesis.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ errors: { threshold: 5 }, throttles: { enabled: false } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedFunctionAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    const names = Object.keys(FUNCTION_ALARMS) as FunctionAlarmName[];
    const { fleet } = options;
    const wanted = names.filter((name) => options[name]?.enabled ?? (!fleet?._watches(name) && canFire(this.subject, name)));
    wanted.filter((name) => options[name]?.enabled).forEach((name) => assertCanFire(this.subject, name));
    const orders = wanted.map((name) => ({ name, options: options[name] ?? {}, recommended: true }));
    const made = makeFunctionAlarms(this.subject, this.scope, orders);
    AlarmRegister.of(this.subject.home).cover({
      subject: this.subject,
      dropped: names.filter((name) => options[name]?.enabled === false || fleet?._watches(name)),
      fleet,
    });
    return made;
  }

  /** @internal */
  protected _trend(order: TrendAlarmOrder): cloudwatch.CfnAlarm {
    return makeTrendAlarm(this.subject, this.scope, order);
  }

  private byName(name: FunctionAlarmName, options: CountAlarmOptions): cloudwatch.CfnAlarm {
    assertCanFire(this.subject, name);
    return makeFunctionAlarms(this.subject, this.scope, [{ name, options, recommended: false }])[0];
  }
}
