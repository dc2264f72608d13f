import { Duration, Lazy } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct, type IConstruct } from 'constructs';
import type { MuteSchedule } from './mute-schedule';
import { alarmsOf, type GroupedAlarms } from './private/grouped-alarms';
import { LIMITS } from '../facts/limits';
import { ValidationError } from '../private/errors';

/** Properties of `AlarmMuteRule`. */
export interface AlarmMuteRuleProps {
  /**
   * Every alarm of this library at or below one of these constructs is muted, whenever it is made.
   *
   * @default - none
   */
  readonly muted?: IConstruct[];

  /**
   * More alarms that are muted.
   *
   * @default - none
   */
  readonly alarms?: cloudwatch.IAlarmRef[];

  /** When it begins. */
  readonly schedule: MuteSchedule;

  /**
   * How long it lasts: from a minute to 15 days, known at synthesis.
   *
   * Fails with `MuteDurationOutOfRange` when it is anything else.
   */
  readonly duration: Duration;

  /**
   * The name of the rule.
   *
   * @default - a name made by CloudFormation
   */
  readonly muteRuleName?: string;

  /**
   * Why it is quiet then.
   *
   * @default - none
   */
  readonly description?: string;
}

/**
 * A time in which alarms call nobody, such as a maintenance at night. They are evaluated all the same, and at its end CloudWatch runs the actions
 * of those that are still in the state that was muted.
 *
 * For deployments at any time see `DeploymentWindow`.
 */
export class AlarmMuteRule extends Construct {
  /** The rule. */
  public readonly rule: cloudwatch.CfnAlarmMuteRule;

  /**
   * Fails at synthesis with `AlarmMuteRuleEmpty` when there is no alarm to mute, and with `AlarmMuteRuleTooMany` when there are more than 100.
   *
   * @param scope The scope of the construct.
   * @param id The id of the construct.
   * @param props What is muted, when and how long.
   */
  constructor(scope: Construct, id: string, props: AlarmMuteRuleProps) {
    super(scope, id);
    const { muted = [], alarms = [], schedule: { expression, timeZone }, duration } = props;
    checkDuration(this, duration);
    const group: GroupedAlarms = { scopes: muted, alarms };
    this.rule = new cloudwatch.CfnAlarmMuteRule(this, 'Rule', {
      name: props.muteRuleName,
      description: props.description,
      muteTargets: { alarmNames: Lazy.uncachedList({ produce: () => alarmsOf(group).map(({ name }) => name) }) },
      rule: { schedule: { expression, duration: duration.toIsoString(), timezone: timeZone?.timezoneName } },
    });
    this.node.addValidation({ validate: () => { checkGroup(this, group); return []; } });
  }
}

function checkDuration(scope: Construct, duration: Duration): void {
  const { min, max } = LIMITS.muteRuleDuration;
  const seconds = duration.isUnresolved() ? undefined : duration.toSeconds({ integral: false });
  if (seconds !== undefined && seconds >= min && seconds <= max) return;
  throw new ValidationError('MuteDurationOutOfRange', `duration must be from ${min} seconds to ${max / 86_400} days and known at synthesis, got ${seconds === undefined ? 'a token' : `${seconds} seconds`}: use Duration.hours()`, scope);
}

function checkGroup(scope: Construct, group: GroupedAlarms): void {
  const { length } = alarmsOf(group);
  const { max } = LIMITS.muteRuleAlarms;
  if (length === 0) throw new ValidationError('AlarmMuteRuleEmpty', 'muted has no alarm of this library, and alarms is empty: mute a scope that has alarms', scope);
  if (length > max) {
    throw new ValidationError('AlarmMuteRuleTooMany',
      `muted and alarms must have at most ${max} alarms together, got ${length}: mute fewer constructs, or the AlarmGroup that speaks for them`, scope);
  }
}
