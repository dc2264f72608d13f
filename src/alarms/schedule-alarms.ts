import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { CountAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { SCHEDULE_ALARMS, type ScheduleAlarmName } from './delivery-alarm-defaults';
import { CountAlarms, type WatchedResource } from './private/count-alarms';
import { scheduleGroupSubject, scheduleSubject } from './private/delivery-subjects';

/** Options of `ScheduleAlarms.fromScheduleGroup()` and `ScheduleAlarms.fromSchedule()`. */
export interface ScheduleAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the schedule or group.
   *
   * @default - the schedule or group itself
   */
  readonly scope?: Construct;
}

/** Tunes or drops the alarms of `ScheduleAlarms.recommended()`. */
export interface RecommendedScheduleAlarmsOptions {
  /**
   * The alarm on invocations that were given up after all retries.
   *
   * @default - made as `ScheduleAlarms.invocationsDropped()` makes it
   */
  readonly invocationsDropped?: RecommendedCountAlarmOptions;

  /**
   * The alarm on targets that answer with an error.
   *
   * @default - made as `ScheduleAlarms.targetErrors()` makes it
   */
  readonly targetErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on invocations that didn't reach the dead-letter queue and are lost.
   *
   * @default - made as `ScheduleAlarms.invocationsFailedToBeSentToDeadLetter()` makes it
   */
  readonly invocationsFailedToBeSentToDeadLetter?: RecommendedCountAlarmOptions;
}

/**
 * Alarms on what EventBridge Scheduler can't deliver. Who hears of them is said with `AlarmNotifications`.
 *
 * Scheduler counts per schedule group, not per schedule: an alarm goes off for any schedule of the group. Give a schedule that must be told
 * apart a group of its own.
 */
export class ScheduleAlarms {
  /**
   * The alarms of a schedule group, L1 or L2, or imported.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the group.
   *
   * @param scheduleGroupRef The group.
   * @param options Where the alarms are made.
   */
  public static fromScheduleGroup(scheduleGroupRef: scheduler.IScheduleGroupRef, options: ScheduleAlarmsOptions = {}): ScheduleAlarms {
    return new ScheduleAlarms(scheduleGroupSubject(scheduleGroupRef), options.scope);
  }

  /**
   * The alarms of the group that a schedule is in, at the schedule: L1 or L2, or imported by its ARN. For several schedules of one group,
   * make those of the group once.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the schedule.
   *
   * @param scheduleRef The schedule.
   * @param options Where the alarms are made.
   */
  public static fromSchedule(scheduleRef: scheduler.IScheduleRef, options: ScheduleAlarmsOptions = {}): ScheduleAlarms {
    return new ScheduleAlarms(scheduleSubject(scheduleRef), options.scope);
  }

  private readonly alarms: CountAlarms<ScheduleAlarmName>;

  private constructor(subject: WatchedResource, scope?: Construct) {
    this.alarms = new CountAlarms(subject, SCHEDULE_ALARMS, scope);
  }

  /**
   * An alarm on invocations that were given up after all retries: `InvocationDroppedCount`, sum, 1 or more in a minute of the last five. Critical.
   *
   * Scheduler counts them also when a dead-letter queue then keeps them. An error of the function is not counted: that is for `FunctionAlarms`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
   */
  public invocationsDropped(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('invocationsDropped', options);
  }

  /**
   * An alarm on targets that answer with an error: `TargetErrorCount`, sum, 1 or more in a minute of the last five. A warning: they are
   * tried again.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
   */
  public targetErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('targetErrors', options);
  }

  /**
   * An alarm on invocations that didn't reach the dead-letter queue and are lost: `InvocationsFailedToBeSentToDeadLetterCount`, sum, 1 or more in a minute of the last five. Critical.
   *
   * Its cause is a missing permission of the role of the schedule, or a queue that is gone. Schedules without a dead-letter queue never
   * count.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/monitoring-cloudwatch.html
   */
  public invocationsFailedToBeSentToDeadLetter(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('invocationsFailedToBeSentToDeadLetter', options);
  }

  /**
   * Makes all alarms of this class.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ targetErrors: { enabled: false } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedScheduleAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this.alarms.recommended(options);
  }
}
