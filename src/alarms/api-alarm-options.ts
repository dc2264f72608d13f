import type { Duration } from 'aws-cdk-lib';
import type { AlarmOptions } from './alarm-options';

/** Options of an alarm on the part of requests that fail. */
export interface RateAlarmOptions extends AlarmOptions {
  /**
   * The part of requests in percent that sets the alarm off: this much or more, above 0 and up to 100.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0, and with `AlarmRateOutOfRange` when it is above 100.
   *
   * @default 5
   */
  readonly threshold?: number;

  /**
   * How many requests there must be in a period: with fewer, one failure would be a high rate. An integer from 1.
   *
   * Fails with `AlarmMinimumRequestsOutOfRange` when it is anything else.
   *
   * @default 20
   */
  readonly minimumRequests?: number;
}

/** Options of an alarm on how long an API takes to answer. */
export interface ApiLatencyAlarmOptions extends AlarmOptions {
  /**
   * The time that sets the alarm off: this long or longer, above 0.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0, and with `ApiAlarmCannotFire` when API Gateway gives up before.
   *
   * @default - 80 percent of the longest that an integration or its function may take
   */
  readonly threshold?: Duration;
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

/** How `recommended()` makes an alarm on how long an API takes to answer. */
export interface RecommendedApiLatencyAlarmOptions extends ApiLatencyAlarmOptions {
  /**
   * Whether to make the alarm. `false` drops it.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
