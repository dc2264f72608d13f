import { Mixin } from 'aws-cdk-lib';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../private/acknowledgements';
import { allowOnAnyResource } from '../private/any-resource-grant';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';
import { newLogGroup } from '../private/log-group';
import { isUnknown, settingOf } from '../private/settings';
import { isStateMachineTarget, stateMachineTarget } from '../private/state-machine-target';

/** Properties of the mixin `StateMachineLogging`. */
export interface StateMachineLoggingProps {
  /**
   * Which events of an execution are logged.
   *
   * Fails with `StateMachineLogLevelOff` when it is `LogLevel.OFF`.
   *
   * @default - what the state machine has, else `LogLevel.ERROR`, for an Express workflow `LogLevel.ALL`
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/cloudwatch-log-level.html
   */
  readonly level?: sfn.LogLevel;

  /**
   * Whether inputs, outputs and causes of errors are logged too. They may hold what is not for everybody who reads logs.
   *
   * @default - what the state machine has, else they are not
   */
  readonly includeExecutionData?: boolean;

  /**
   * Where the events are logged.
   *
   * @default - what the state machine has, else a log group below it that keeps logs for a month and is removed with it
   */
  readonly logGroup?: logs.ILogGroupRef;

  /**
   * Whether the rule of cdk-nag that wants every event to be logged is acknowledged on a state machine that logs less, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

/** What the service needs to deliver logs by itself: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
const DELIVERY_ACTIONS = [
  'logs:CreateLogDelivery', 'logs:GetLogDelivery', 'logs:UpdateLogDelivery', 'logs:DeleteLogDelivery', 'logs:ListLogDeliveries',
  'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups',
];

const HISTORY = 'Errors are logged. The other events of a Standard workflow stay in the history of the execution for 90 days.';

/**
 * Logs the executions of a Step Functions state machine: sets the level and the log group, and lets the role of the state machine deliver
 * logs. Of an Express workflow logs are all that is left of an execution.
 *
 * Completes `LoggingConfiguration`; fails if a different value is set there, with `StateMachineLoggingConflict`. On an imported state
 * machine it is a warning.
 */
export class StateMachineLogging extends Mixin {
  constructor(private readonly props: StateMachineLoggingProps = {}) {
    super();
    if (props.level && props.level === sfn.LogLevel.OFF) { // without a level the module of its names is not loaded
      throw new ValidationError('StateMachineLogLevelOff', 'level must be LogLevel.ERROR, FATAL or ALL, got LogLevel.OFF: leave the mixin out for a state machine without logs');
    }
  }

  /** Whether the construct is the L1 of a state machine, or an imported state machine. */
  public supports(construct: IConstruct): boolean {
    return isStateMachineTarget(construct);
  }

  /** Turns logs on. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const machine = stateMachineTarget(construct, 'StateMachineLogging.importedStateMachine', 'turn on its logs where it is defined.');
    if (!machine) return;
    let isOff = false;
    complete(machine, 'level', 'Level', this.props.level ?? defaultLevel(machine), (error) => { isOff = true; refuse(error); });
    if (isOff) return;
    complete(machine, 'includeExecutionData', 'IncludeExecutionData', this.props.includeExecutionData, refuse);
    complete(machine, 'logGroup', 'Destinations', this.destinations(machine), refuse);
    const acknowledgeRules = this.props.acknowledgeRules ?? true;
    allowOnAnyResource(machine, { role: 'RoleArn', actions: DELIVERY_ACTIONS, acknowledgeRules });
    if (acknowledgeRules && settingOf(machine, ...pathOf('Level')) !== sfn.LogLevel.ALL) {
      acknowledge(machine, [{ id: 'AwsSolutions-SF1', reason: HISTORY }]);
    }
  }

  private destinations(machine: sfn.CfnStateMachine): sfn.CfnStateMachine.LogDestinationProperty[] | undefined {
    const { logGroup } = this.props;
    if (!logGroup && isGiven(machine, 'Destinations')) return undefined;
    return [{ cloudWatchLogsLogGroup: { logGroupArn: (logGroup ?? newLogGroup(machine, 'states')).logGroupRef.logGroupArn } }];
  }
}

type LogSetting = 'Level' | 'IncludeExecutionData' | 'Destinations';

function pathOf(setting: LogSetting): string[] {
  return ['LoggingConfiguration', setting];
}

function isGiven(machine: sfn.CfnStateMachine, setting: LogSetting): boolean {
  return isUnknown(machine, ...pathOf(setting)) || settingOf(machine, ...pathOf(setting)) !== undefined;
}

/** A level that is switched off is a conflict, any other one will do. */
function defaultLevel(machine: sfn.CfnStateMachine): sfn.LogLevel | undefined {
  if (isGiven(machine, 'Level') && settingOf(machine, ...pathOf('Level')) !== sfn.LogLevel.OFF) return undefined;
  return settingOf(machine, 'StateMachineType') === sfn.StateMachineType.EXPRESS ? sfn.LogLevel.ALL : sfn.LogLevel.ERROR;
}

function complete(machine: sfn.CfnStateMachine, option: string, setting: LogSetting, value: unknown, refuse: Refuse): void {
  if (value === undefined) return;
  completeSetting(machine, {
    mixin: 'StateMachineLogging',
    option,
    path: pathOf(setting),
    value,
    conflict: 'StateMachineLoggingConflict',
    unknown: 'StateMachineLogging.unknownSetting',
  }, refuse);
}
