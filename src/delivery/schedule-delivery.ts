import { Mixin, type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { completeDelivery } from './private/complete-delivery';
import { checkKind } from './private/destination';
import { isFunctionArn } from './private/function-arn';
import { checkRetry } from './private/retry-range';
import { LIMITS } from '../facts/limits';
import { FailureDestinationKind, type FailureDestination } from '../failure/failure-destination';
import type { RetryPolicy } from '../failure/retry-policy';
import { fail, type Refuse } from '../private/complete-setting';
import { executionRoleOf } from '../private/execution-role';
import { isImported } from '../private/imported';
import { ownerOf } from '../private/owner';
import { isSchedule } from '../private/resource-kinds';
import { putSetting, settingOf } from '../private/settings';
import { warn } from '../private/warnings';

/** Properties of the mixin `ScheduleDelivery`. */
export interface ScheduleDeliveryProps {
  /**
   * Where an invocation goes that EventBridge Scheduler gave up: a standard queue in the region of the schedule.
   *
   * Fails with `DeliveryDestinationUnsupported` when it is something else, and with `DeliveryDestinationInOtherRegion`.
   *
   * @default - the queue that the schedule has, else `FailureQueue.sharedBy()` its stack
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
   */
  readonly failureDestination?: FailureDestination;

  /**
   * How often and how long Scheduler tries to reach the target again: 0 to 185 retries, and an age from 60 seconds to 24 hours.
   *
   * Fails with `DeliveryRetryAttemptsOutOfRange` or `DeliveryMaxEventAgeOutOfRange` when outside of that.
   *
   * @default - what the schedule has, else what Scheduler does: 185 retries in 24 hours
   * @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * Whether schedules of other targets than Lambda functions are completed too.
   *
   * @default false
   */
  readonly allTargets?: boolean;
}

const PATHS = {
  destination: ['Target', 'DeadLetterConfig', 'Arn'],
  attempts: ['Target', 'RetryPolicy', 'MaximumRetryAttempts'],
  age: ['Target', 'RetryPolicy', 'MaximumEventAgeInSeconds'],
};

/**
 * Keeps what EventBridge Scheduler can't deliver to a Lambda function: sets the dead-letter queue and the retries of the schedule, and lets
 * the schedule's role send to the queue. An error of the function is not a failed delivery: that is for `FunctionAsyncFailure`.
 *
 * Completes `DeadLetterConfig` and `RetryPolicy` of the target; fails if a different value is set there, with `ScheduleDeliveryConflict`. An L2 schedule
 * always sets the retries: there the service default counts as unset. On an imported schedule it is a warning.
 */
export class ScheduleDelivery extends Mixin {
  constructor(private readonly props: ScheduleDeliveryProps = {}) {
    super();
    checkKind('ScheduleDelivery', props.failureDestination, [FailureDestinationKind.QUEUE]);
    if (props.retryPolicy) {
      checkRetry(props.retryPolicy, { what: 'a schedule', attempts: LIMITS.scheduleRetryAttempts, age: LIMITS.scheduleEventAge });
    }
  }

  /** Whether the construct is the L1 of a schedule, or an imported schedule. */
  public supports(construct: IConstruct): boolean {
    return isSchedule(construct) || isImported(construct, 'scheduleRef', 'scheduleArn');
  }

  /** Keeps what the schedule can't deliver. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    if (!isSchedule(construct)) {
      warn(construct, 'ScheduleDelivery.importedSchedule',
        'This schedule is imported, so its settings can\'t be changed from here: give it a dead-letter queue where it is defined.');
    } else if (this.isFor(construct)) {
      this.replaceDefaults(construct);
      completeDelivery(construct, {
        ...this.props,
        mixin: 'ScheduleDelivery',
        conflict: 'ScheduleDeliveryConflict',
        unknown: 'ScheduleDelivery.unknownSetting',
        grantees: [executionRoleOf(construct, 'Target', 'RoleArn')],
        paths: PATHS,
      }, refuse);
    }
  }

  private isFor(schedule: CfnResource): boolean {
    const isFunction = this.props.allTargets ? true : isFunctionArn(schedule, settingOf(schedule, 'Target', 'Arn'));
    if (isFunction === undefined) {
      warn(schedule, 'ScheduleDelivery.unknownTarget',
        'The target of this schedule is known at deployment only, and was left as it is: use allTargets to complete it whatever it is.');
    }
    return isFunction ?? false;
  }

  /** The L2 writes out what Scheduler does by itself, so these values say nothing about what the user wants. */
  private replaceDefaults(schedule: CfnResource): void {
    const { retryAttempts, maxEventAge } = this.props.retryPolicy ?? {};
    const replace = (path: string[], given: number, wanted?: number) => {
      if (wanted !== undefined && settingOf(schedule, ...path) === given) putSetting(schedule, wanted, ...path);
    };
    if (!ownerOf(schedule)) return;
    replace(PATHS.attempts, LIMITS.scheduleRetryAttempts.default, retryAttempts);
    replace(PATHS.age, LIMITS.scheduleEventAge.default, maxEventAge?.toSeconds());
  }
}
