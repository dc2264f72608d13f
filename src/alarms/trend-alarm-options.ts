import type { Duration } from 'aws-cdk-lib';
import type { AlarmOptions } from './alarm-options';

/** Options of an alarm on how long invocations take. */
export interface DurationAlarmOptions extends AlarmOptions {
  /**
   * The time that sets the alarm off: this long or longer, above 0 and at most the timeout of the function.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0, and with `AlarmThresholdUnreachable` when it is longer than the timeout.
   *
   * @default - nine tenths of the timeout. Where that is known at deployment only, the alarm fails with `AlarmThresholdUnknown`
   */
  readonly threshold?: Duration;
}

/** Options of an alarm on how long asynchronous events wait. */
export interface EventAgeAlarmOptions extends AlarmOptions {
  /**
   * The age that sets the alarm off: this old or older, above 0 and below the maximum event age of the function.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0, and with `AlarmThresholdUnreachable` when events are given up before they
   * get that old.
   *
   * @default - half of the maximum event age, and an hour at most
   */
  readonly threshold?: Duration;
}

/** Options of an alarm on what is unusual. */
export interface AnomalyAlarmOptions extends AlarmOptions {
  /**
   * How many standard deviations from the expected value are usual: a number above 0. The more, the wider the band.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0.
   *
   * @default 2
   */
  readonly standardDeviations?: number;
}
