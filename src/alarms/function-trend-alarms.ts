import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { CountAlarmOptions, RateAlarmOptions } from './alarm-options';
import type { TrendAlarmOrder } from './private/trend-alarm';
import type { AnomalyAlarmOptions, DurationAlarmOptions, EventAgeAlarmOptions } from './trend-alarm-options';

/** The alarms of `FunctionAlarms` that `recommended()` doesn't make: they tell less of a failure than of what comes before it. */
export abstract class FunctionTrendAlarms {
  /**
   * An alarm on the part of the invocations that fail: 100 × `Errors` / `Invocations`, 5 % or more of at least 40 invocations in five
   * minutes. A warning.
   *
   * For a function where single errors are everyday; `errors()` sees each of them. Below `minimumRequests` the rate counts as 0, so that
   * one error of one invocation at night is not 100 %. Both metrics are counted in the minute in which the invocation began, so that the alarm
   * looks back over the timeout, as `errors()` does. A period without invocations has no data, which is good news.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `period`: 5 minutes, `evaluationPeriods`: from the timeout, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public errorRate(options: RateAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._trend({ name: 'errorRate', options });
  }

  /**
   * An alarm on invocations that come near the timeout: `Duration`, maximum, nine tenths of the timeout or more in a minute. A warning.
   *
   * Lambda publishes it for each invocation, without the time of initialization. The maximum, because the one slow invocation is the one that
   * times out, which a percentile of many fast ones hides. Like `Errors` it is counted in the minute in which the invocation began, so that
   * the alarm looks back over the timeout. No invocation is good news.
   *
   * Fails with `AlarmThresholdUnreachable` when the threshold is longer than the timeout, with `AlarmThresholdUnknown` when nothing is given and
   * the timeout is known at deployment only, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: from the timeout, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public duration(options: DurationAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._trend({ name: 'duration', options });
  }

  /**
   * An alarm on asynchronous events that wait: `AsyncEventAge`, maximum, half of the maximum event age or an hour in a minute of the last
   * five. A warning: it comes before `asyncEventsDropped()`.
   *
   * Lambda publishes it when it hands an event to the function, also for each retry: it grows with errors and throttles. No event is good
   * news. It counts all aliases and versions, as AWS documents it for functions only.
   *
   * Fails with `AlarmThresholdUnreachable` when events are given up before they get that old, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public asyncEventAge(options: EventAgeAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._trend({ name: 'asyncEventAge', options });
  }

  /**
   * An alarm on events that Lambda stopped, because the function invokes itself in a loop: `RecursiveInvocationsDropped`, sum, 1 or more in a
   * minute of the last five. Critical.
   *
   * Lambda publishes it when it stops a loop over SQS, SNS, S3 or the Invoke API, and nothing otherwise: no data is good news.
   *
   * Fails with `RecursiveInvocationsDroppedCannotFire` when `recursiveLoop` is `Allow`, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
   */
  public recursiveInvocationsDropped(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._trend({ name: 'recursiveInvocationsDropped', options });
  }

  /**
   * An alarm on invocations beyond the provisioned concurrency, which have a cold start: `ProvisionedConcurrencySpilloverInvocations`, sum, 1 or
   * more in a minute of the last five. A warning: give a `threshold` where a few are fine.
   *
   * Lambda publishes it for functions, aliases and versions with provisioned concurrency, when they are invoked. No data is good news.
   *
   * Fails with `ProvisionedConcurrencySpilloverCannotFire` when nothing of the function has provisioned concurrency by now, and with
   * `AlarmAlreadyDefined` when the alarm exists. Of an imported function it is not known, and taken for granted.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html
   */
  public provisionedConcurrencySpillover(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._trend({ name: 'provisionedConcurrencySpillover', options });
  }

  /**
   * An alarm on invocations that take longer than usual: `Duration`, p90, above the band that CloudWatch learns, for a quarter of an hour. A
   * warning.
   *
   * The ninetieth percentile, which single slow invocations don't move. CloudWatch needs some hours of data for a first band, and up to two
   * weeks to know days from nights. No invocation is good news. It costs as much as three alarms.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `period`: 5 minutes, `evaluationPeriods` and `datapointsToAlarm`: 3, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
   */
  public durationAnomaly(options: AnomalyAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._trend({ name: 'durationAnomaly', options });
  }

  /**
   * An alarm on more or fewer invocations than usual: `Invocations`, sum, outside of the band that CloudWatch learns, for a quarter of an hour. A
   * warning. It is how one hears of a caller that stopped.
   *
   * A period without invocations has no data, which counts as breaching here: else a function that nobody invokes any more would look fine. So it
   * is for functions that are invoked around the clock; for others set `treatMissingData` to `TreatMissingData.NOT_BREACHING`, and it tells of
   * unusual numbers above 0 only. It costs as much as three alarms.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `period`: 5 minutes, `evaluationPeriods` and `datapointsToAlarm`: 3, `severity`: `AlarmSeverity.WARNING`,
   * `treatMissingData`: `TreatMissingData.BREACHING`.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html
   */
  public invocationsAnomaly(options: AnomalyAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._trend({ name: 'invocationsAnomaly', options });
  }

  /** @internal */
  protected abstract _trend(order: TrendAlarmOrder): cloudwatch.CfnAlarm;
}
