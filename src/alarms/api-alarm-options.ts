import type { Duration } from 'aws-cdk-lib';
import type { AlarmOptions } from './alarm-options';

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

/** How `recommended()` makes an alarm on how long an API takes to answer. */
export interface RecommendedApiLatencyAlarmOptions extends ApiLatencyAlarmOptions {
  /**
   * Whether to make the alarm. `false` drops it.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
