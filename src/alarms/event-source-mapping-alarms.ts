import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type {
  CountAlarmOptions, IteratorAgeAlarmOptions, OffsetLagAlarmOptions, RecommendedCountAlarmOptions, RecommendedIteratorAgeAlarmOptions,
  RecommendedOffsetLagAlarmOptions,
} from './alarm-options';
import { MAPPING_ALARMS, type MappingAlarmName } from './mapping-alarm-defaults';
import { canFire, makeMappingAlarm } from './private/mapping-alarm';
import { mappingSubject, type MappingSubject } from './private/mapping-subject';

/** Options of `EventSourceMappingAlarms.fromEventSourceMapping()`. */
export interface EventSourceMappingAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the mapping.
   *
   * @default - the mapping itself
   */
  readonly scope?: Construct;
}

/** Tunes or drops the alarms of `EventSourceMappingAlarms.recommended()`. */
export interface RecommendedEventSourceMappingAlarmsOptions {
  /**
   * The alarm on events that failed in the function.
   *
   * @default - made as `EventSourceMappingAlarms.failedInvocations()` makes it, if the mapping has metrics
   */
  readonly failedInvocations?: RecommendedCountAlarmOptions;

  /**
   * The alarm on events that were given up and kept nowhere.
   *
   * @default - made as `EventSourceMappingAlarms.droppedEvents()` makes it, for Kinesis, DynamoDB and Kafka
   */
  readonly droppedEvents?: RecommendedCountAlarmOptions;

  /**
   * The alarm on records that didn't reach the destination of the mapping.
   *
   * @default - made as `EventSourceMappingAlarms.destinationDeliveryErrors()` makes it, for Kafka with a destination
   */
  readonly destinationDeliveryErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on polls that failed.
   *
   * @default - made as `EventSourceMappingAlarms.pollingErrors()` makes it, for Kafka
   */
  readonly pollingErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on a function that is far behind its stream.
   *
   * @default - made as `EventSourceMappingAlarms.iteratorAge()` makes it, for Kinesis, DynamoDB and DocumentDB
   */
  readonly iteratorAge?: RecommendedIteratorAgeAlarmOptions;

  /**
   * The alarm on a function that is far behind its topic.
   *
   * @default - made as `EventSourceMappingAlarms.offsetLag()` makes it, for Kafka
   */
  readonly offsetLag?: RecommendedOffsetLagAlarmOptions;
}

/**
 * Alarms on an event source mapping, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`.
 *
 * Lambda counts failures of a mapping only when it is told to: an alarm that needs it turns the metric on (`MetricsConfig`), at the
 * prices of CloudWatch for custom metrics.
 */
export class EventSourceMappingAlarms {
  /**
   * The alarms of an event source mapping.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the mapping.
   *
   * @param eventSourceMappingRef The event source mapping.
   * @param options Where the alarms are made.
   */
  public static fromEventSourceMapping(
    eventSourceMappingRef: lambda.IEventSourceMappingRef, options: EventSourceMappingAlarmsOptions = {},
  ): EventSourceMappingAlarms {
    return new EventSourceMappingAlarms(mappingSubject(eventSourceMappingRef), options.scope);
  }

  private constructor(private readonly subject: MappingSubject, private readonly scope?: Construct) {
  }

  /**
   * An alarm on events that failed in the function: `FailedInvokeEventCount`, sum, 1 or more in a minute of the last five. A warning: they
   * come back, or are kept.
   *
   * Also counts what the function reports as failed with a partial batch response, which `Errors` of the function does not: there the
   * invocation succeeded. Turns on `EventCount`.
   *
   * Fails with `MappingAlarmCannotFire` for Kafka without `ProvisionedPollerConfig`, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public failedInvocations(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make('failedInvocations', options, false);
  }

  /**
   * An alarm on events that were given up for their age or after all retries, and that no destination took: `DroppedEventCount`, sum, 1 or
   * more in a minute of the last five. Critical. Turns on `EventCount`.
   *
   * What the stream deleted before it was processed is not counted: `iteratorAge()` tells in time.
   *
   * Fails with `MappingAlarmCannotFire` when the source is not Kinesis, DynamoDB or Kafka in provisioned mode, and with
   * `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public droppedEvents(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make('droppedEvents', options, false);
  }

  /**
   * An alarm on records of Kafka that didn't reach the destination of the mapping: `OnFailureDestinationDeliveryErrorCount`, sum, 1 or
   * more in a minute of the last five. Critical. Turns on `ErrorCount`. For Kinesis and DynamoDB
   * `FunctionAlarms.destinationDeliveryFailures()` tells.
   *
   * Fails with `MappingAlarmCannotFire` when the source is not Kafka in provisioned mode, or the mapping has no destination by now, and
   * with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public destinationDeliveryErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make('destinationDeliveryErrors', options, false);
  }

  /**
   * An alarm on polls of Kafka that failed: `PollingErrorCount`, sum, 1 or more in a minute of the last five. Critical: records wait, and
   * expire. Turns on `ErrorCount`.
   *
   * Its cause is often a missing permission, wrong credentials, or a network without a way to the brokers. No other source counts that.
   *
   * Fails with `MappingAlarmCannotFire` when the source is not Kafka in provisioned mode, and with `AlarmAlreadyDefined` when the alarm
   * exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public pollingErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make('pollingErrors', options, false);
  }

  /**
   * An alarm on a function that is far behind its stream: `IteratorAge` of the function, maximum, half of the mapping's maximum record age
   * or an hour, in a minute of the last five. A warning: nothing is lost yet.
   *
   * Lambda counts it per function: of one that reads from several streams it is the oldest of all.
   *
   * Fails with `MappingAlarmCannotFire` when the source is not Kinesis, DynamoDB or DocumentDB, or the function is not known, and with
   * `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public iteratorAge(options: IteratorAgeAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make('iteratorAge', options, false);
  }

  /**
   * An alarm on a function that is far behind its Kafka topic: `OffsetLag` of the function, maximum, 10,000 or more in a minute of the last
   * five: more records than one invocation can take. A warning. What is much depends on the topic: set `threshold`.
   *
   * Fails with `MappingAlarmCannotFire` when the source is not Kafka, or the function is not known, and with `AlarmAlreadyDefined` when the
   * alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
   */
  public offsetLag(options: OffsetLagAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make('offsetLag', options, false);
  }

  /**
   * Makes all alarms of this class that can fire for the mapping as it is now. Of an imported mapping the source and its metrics are not
   * known: ask for them by name.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ iteratorAge: { threshold: Duration.minutes(5) } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedEventSourceMappingAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    const names = Object.keys(MAPPING_ALARMS) as MappingAlarmName[];
    return names.filter((name) => options[name]?.enabled ?? canFire(this.subject, name)).map((name) => this.make(name, options[name] ?? {}, true));
  }

  private make(
    name: MappingAlarmName, options: CountAlarmOptions | OffsetLagAlarmOptions | IteratorAgeAlarmOptions, recommended: boolean): cloudwatch.CfnAlarm {
    return makeMappingAlarm(this.subject, this.scope, { name, options, recommended });
  }
}
