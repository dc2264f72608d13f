import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { STATE_MACHINE_ALARMS, type StateMachineAlarmName } from './alarm-defaults';
import type { CountAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { CountAlarms } from './private/count-alarms';
import { stateMachineSubject, type StateMachineSubject } from './private/state-machine-subject';

/** Options of `StateMachineAlarms.fromStateMachine()`. */
export interface StateMachineAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the state machine.
   *
   * @default - the state machine itself
   */
  readonly scope?: Construct;
}

/** Tunes or drops the alarms of `StateMachineAlarms.recommended()`. */
export interface RecommendedStateMachineAlarmsOptions {
  /**
   * The alarm on executions that failed.
   *
   * @default - made as `StateMachineAlarms.executionsFailed()` makes it
   */
  readonly executionsFailed?: RecommendedCountAlarmOptions;

  /**
   * The alarm on executions that passed their timeout.
   *
   * @default - made as `StateMachineAlarms.executionsTimedOut()` makes it
   */
  readonly executionsTimedOut?: RecommendedCountAlarmOptions;

  /**
   * The alarm on executions that somebody stopped.
   *
   * @default - made as `StateMachineAlarms.executionsAborted()` makes it
   */
  readonly executionsAborted?: RecommendedCountAlarmOptions;

  /**
   * The alarm on executions that are slowed down.
   *
   * @default - made as `StateMachineAlarms.executionThrottled()` makes it
   */
  readonly executionThrottled?: RecommendedCountAlarmOptions;
}

/**
 * Alarms on the executions of a Step Functions state machine, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`.
 *
 * Step Functions counts all executions of the state machine, whatever alias or version started them, at the moment they end. An error that
 * a state catches is no failure: watch what the failure state does with it.
 */
export class StateMachineAlarms {
  /**
   * The alarms of a state machine.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the state machine.
   *
   * @param stateMachineRef The state machine.
   * @param options Where the alarms are made.
   */
  public static fromStateMachine(stateMachineRef: sfn.IStateMachineRef, options: StateMachineAlarmsOptions = {}): StateMachineAlarms {
    return new StateMachineAlarms(stateMachineSubject(stateMachineRef), options.scope);
  }

  private readonly alarms: CountAlarms<StateMachineAlarmName>;

  private constructor({ ref, home, stateMachineArn, stateMachineName: name }: StateMachineSubject, scope?: Construct) {
    this.alarms = new CountAlarms({ ref, home, name, dimensions: { StateMachineArn: stateMachineArn } }, STATE_MACHINE_ALARMS, scope);
  }

  /**
   * An alarm on executions that failed: `ExecutionsFailed`, sum, 1 or more in a minute of the last five. Critical: nothing tries them
   * again.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
   */
  public executionsFailed(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('executionsFailed', options);
  }

  /**
   * An alarm on executions that passed their timeout: `ExecutionsTimedOut`, sum, 1 or more in a minute of the last five. Critical.
   * `ExecutionsFailed` doesn't count them.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
   */
  public executionsTimedOut(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('executionsTimedOut', options);
  }

  /**
   * An alarm on executions that were stopped: `ExecutionsAborted`, sum, 1 or more in a minute of the last five. A warning: whoever did it
   * knows.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
   */
  public executionsAborted(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('executionsAborted', options);
  }

  /**
   * An alarm on state transitions that were throttled: `ExecutionThrottled`, sum, 1 or more in a minute of the last five. A warning: Step
   * Functions tries them again. Throttles of the functions that are called don't count: those are errors of their tasks.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
   */
  public executionThrottled(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('executionThrottled', options);
  }

  /**
   * Makes all alarms of this class.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ executionsAborted: { enabled: false } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedStateMachineAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this.alarms.recommended(options);
  }
}
