import type { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmSeverity } from './alarm-severity';

/** What every alarm of this library lets you tune. */
export interface AlarmOptions {
  /**
   * The length of one period: 10 or 30 seconds, or a multiple of 60 seconds.
   *
   * AWS services publish these metrics once a minute, so that a period below a minute costs more and sees no more: it adds the warning
   * `AlarmOptions.periodBelowResolution`. Fails with `AlarmPeriodInvalid` when CloudWatch doesn't know the period.
   *
   * @default Duration.minutes(1)
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
   */
  readonly period?: Duration;

  /**
   * How many of the most recent periods the alarm looks at: an integer from 1.
   *
   * Fails with `AlarmEvaluationPeriodsInvalid` when it is anything else, and with `AlarmWindowTooLong` when `period` ×
   * `evaluationPeriods` is more than one day (seven days for periods of an hour and more).
   *
   * @default - said by each alarm
   */
  readonly evaluationPeriods?: number;

  /**
   * How many of these periods must reach the threshold: an integer from 1 to `evaluationPeriods`.
   *
   * With 1 a single failure in sparse traffic sets the alarm off. Fails with `AlarmDatapointsOutOfRange` when outside of the range.
   *
   * @default 1
   */
  readonly datapointsToAlarm?: number;

  /**
   * Which actions of `AlarmNotifications` hear of it.
   *
   * @default - said by each alarm
   */
  readonly severity?: AlarmSeverity;

  /**
   * The name of the alarm: 1 to 255 characters. With a name, a change that replaces the alarm fails.
   *
   * Fails with `AlarmNameLengthOutOfRange` when it is empty or longer.
   *
   * @default - a name made by CloudFormation
   */
  readonly alarmName?: string;

  /**
   * What the people who are called read: at most 1,024 characters.
   *
   * Fails with `AlarmDescriptionTooLong` when it is longer.
   *
   * @default - a sentence on what happened and what to look at
   */
  readonly alarmDescription?: string;

  /**
   * What a period without data means. These metrics are only there when something happens, so that silence is good news; CloudWatch's
   * own default would leave the alarm in INSUFFICIENT_DATA.
   *
   * @default TreatMissingData.NOT_BREACHING
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
   */
  readonly treatMissingData?: cloudwatch.TreatMissingData;
}

/** Options of an alarm on a number of things, such as errors or messages. */
export interface CountAlarmOptions extends AlarmOptions {
  /**
   * How many in one period set the alarm off: this many or more, above 0.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0.
   *
   * @default 1
   */
  readonly threshold?: number;
}

/** Options of an alarm on the part of requests, or invocations, that fail. */
export interface RateAlarmOptions extends AlarmOptions {
  /**
   * The part in percent that sets the alarm off: this or more, above 0 and at most 100.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0, and with `AlarmThresholdUnreachable` when it is above 100.
   *
   * @default 5
   */
  readonly threshold?: number;

  /**
   * How many requests, or invocations, a period must have for its rate to count: with fewer, one failure would be a high rate. An integer from 1.
   *
   * Fails with `AlarmMinimumRequestsOutOfRange` when it is anything else.
   *
   * @default - 20 requests to an API in a minute, 40 invocations of functions in five minutes
   */
  readonly minimumRequests?: number;
}

/** Options of an alarm on the age of something. */
export interface AgeAlarmOptions extends AlarmOptions {
  /**
   * The age that sets the alarm off: this old or older, above 0 and below the retention period of the queue.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0, and with `AlarmThresholdUnreachable` when the queue drops messages
   * before they get that old.
   *
   * @default - half of the queue's retention period; 2 days when that is unknown, half of the service default
   */
  readonly threshold?: Duration;
}

/** Options of an alarm on how long an answer takes. */
export interface LatencyAlarmOptions extends AlarmOptions {
  /**
   * The time that sets the alarm off: this long or longer, above 0.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0.
   */
  readonly threshold: Duration;
}

/** How `recommended()` makes an alarm on a number of things. */
export interface RecommendedCountAlarmOptions extends CountAlarmOptions {
  /**
   * Whether to make the alarm. `false` drops it. `true` insists on it: it then fails like the method of the alarm's name where the
   * alarm can't fire.
   *
   * @default - made if it can fire
   */
  readonly enabled?: boolean;
}

/** How `recommended()` makes an alarm on the part of requests that fail. */
export interface RecommendedRateAlarmOptions extends RateAlarmOptions {
  /**
   * Whether to make the alarm. `false` drops it.
   *
   * @default - said by each alarm
   */
  readonly enabled?: boolean;
}

/** How `recommended()` makes an alarm on the age of something. */
export interface RecommendedAgeAlarmOptions extends AgeAlarmOptions {
  /**
   * Whether to make the alarm. `false` drops it.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Options of an alarm on how far behind its stream a function is. */
export interface IteratorAgeAlarmOptions extends AlarmOptions {
  /**
   * The age of the last record of a batch that sets the alarm off: this old or older, above 0.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0.
   *
   * @default - half of the mapping's maximum record age, and an hour at most
   */
  readonly threshold?: Duration;
}

/** Options of an alarm on how far behind its Kafka topic a function is. */
export interface OffsetLagAlarmOptions extends AlarmOptions {
  /**
   * How many records wait in a partition when the alarm goes off: this many or more, above 0.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0.
   *
   * @default 10_000
   */
  readonly threshold?: number;
}

/** How `recommended()` makes an alarm on how far behind its stream a function is. */
export interface RecommendedIteratorAgeAlarmOptions extends IteratorAgeAlarmOptions {
  /**
   * Whether to make the alarm. `false` drops it. `true` insists on it: it then fails where the alarm can't fire.
   *
   * @default - made if it can fire
   */
  readonly enabled?: boolean;
}

/** How `recommended()` makes an alarm on how far behind its Kafka topic a function is. */
export interface RecommendedOffsetLagAlarmOptions extends OffsetLagAlarmOptions {
  /**
   * Whether to make the alarm. `false` drops it. `true` insists on it: it then fails where the alarm can't fire.
   *
   * @default - made if it can fire
   */
  readonly enabled?: boolean;
}
