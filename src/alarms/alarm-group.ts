import { Duration, Lazy, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct, type IConstruct } from 'constructs';
import { AlarmSeverity } from './alarm-severity';
import { checkTexts } from './private/alarm-factory';
import { AlarmRegister } from './private/alarm-register';
import { describeAlarm } from './private/alarm-text';
import { alarmsOf, type GroupedAlarms, type GroupedAlarm } from './private/grouped-alarms';
import { announce, speakFor } from './private/subscriptions';
import { LIMITS } from '../facts/limits';
import { differ } from '../private/environments';
import { ValidationError } from '../private/errors';
import { isWholeSeconds } from '../private/whole-numbers';

/** Properties of `AlarmGroup`. */
export interface AlarmGroupProps {
  /** What the service consists of: every alarm of this library at or below one of these constructs is a part of it, whenever it is made. */
  readonly watched: IConstruct[];

  /**
   * More alarms that are part of it, such as those that you made.
   *
   * @default - none
   */
  readonly alarms?: cloudwatch.IAlarmRef[];

  /**
   * Only alarms of this severity, which is then that of the service.
   *
   * @default - alarms of every severity; the service is `AlarmSeverity.CRITICAL`
   */
  readonly severity?: AlarmSeverity;

  /**
   * Whether the actions that hear of the alarms above them still hear of each alarm. Actions of an alarm alone do in any case.
   *
   * @default false - they hear of the service
   */
  readonly partsHeard?: boolean;

  /**
   * While this alarm is in ALARM the service calls nobody, for example that of a `DeploymentWindow`. What is still wrong afterwards is heard then.
   *
   * @default - nothing suppresses it
   */
  readonly suppressedBy?: cloudwatch.IAlarmRef;

  /**
   * How long the service waits for `suppressedBy` to go off before it calls, and how long it stays silent after that is OK again.
   *
   * Fails with `AlarmGroupMarginInvalid` when it is no whole number of seconds.
   *
   * @default Duration.minutes(2) - until a metric is published and evaluated
   */
  readonly suppressionMargin?: Duration;

  /**
   * The name of the alarm.
   *
   * @default - a name made by CloudFormation
   */
  readonly alarmName?: string;

  /**
   * What the people who are called read.
   *
   * @default - a sentence that says where to find the alarms that went off
   */
  readonly alarmDescription?: string;
}

/**
 * One alarm for a service: in ALARM while one of its alarms is. People are called once for a failure that sets off several alarms, and can suppress
 * the whole service during a deployment.
 *
 * The alarms of the service are known at synthesis, whenever they are made.
 */
export class AlarmGroup extends Construct {
  /** The composite alarm. */
  public readonly alarm: cloudwatch.CfnCompositeAlarm;

  private readonly group: GroupedAlarms;

  /**
   * Fails at synthesis with `AlarmGroupEmpty`, `AlarmGroupChildrenTooMany`, `AlarmGroupRuleTooLong` or `AlarmGroupChildElsewhere` when
   * CloudWatch would not take its rule.
   *
   * @param scope The scope of the construct.
   * @param id The id of the construct.
   * @param props What the service consists of.
   */
  constructor(scope: Construct, id: string, props: AlarmGroupProps) {
    super(scope, id);
    checkTexts('AlarmGroup', props, this);
    const { watched, alarms = [], severity, suppressedBy, suppressionMargin = Duration.minutes(2) } = props;
    checkMargin(suppressionMargin, this);
    this.alarm = new cloudwatch.CfnCompositeAlarm(this, 'Alarm', {
      alarmRule: Lazy.uncachedString({ produce: () => ruleOf(this.parts()) }),
      alarmName: props.alarmName,
      alarmDescription: props.alarmDescription,
      actionsSuppressor: suppressedBy?.alarmRef.alarmName,
      actionsSuppressorWaitPeriod: suppressedBy && suppressionMargin.toSeconds(),
      actionsSuppressorExtensionPeriod: suppressedBy && suppressionMargin.toSeconds(),
    });
    this.group = { scopes: watched, alarms, severity, except: [this.alarm] };
    if (props.alarmDescription === undefined) describeAlarm(this.alarm, { method: 'service', sentence: sentenceOf(this) });
    AlarmRegister.of(this).add({ alarm: this.alarm, recommended: false });
    announce(this.alarm, severity ?? AlarmSeverity.CRITICAL);
    if (!props.partsHeard) watched.forEach((part) => speakFor(part, { alarm: this.alarm, severity }));
    this.node.addValidation({ validate: () => { this.check(); return []; } });
  }

  private parts(): GroupedAlarm[] {
    return alarmsOf(this.group);
  }

  private check(): void {
    const parts = this.parts();
    const { compositeAlarmChildren: children, compositeAlarmRule: rule } = LIMITS;
    if (parts.length === 0) {
      throw new ValidationError('AlarmGroupEmpty', 'watched has no alarm of this library, and alarms is empty, so that the alarm could never fire: watch a scope that has alarms', this);
    }
    if (parts.length > children.max) {
      throw new ValidationError('AlarmGroupChildrenTooMany',
        `watched and alarms must have at most ${children.max} alarms together, got ${parts.length}: watch fewer constructs, one severity, or AlarmGroups of parts of the service`, this);
    }
    const longest = ruleOf(parts.map(({ longestName }) => ({ name: 'x'.repeat(longestName) }))).length;
    if (longest > rule.max) {
      throw new ValidationError('AlarmGroupRuleTooLong',
        `the rule must have at most ${rule.max} characters, and with the names of its ${parts.length} alarms it may have ${longest}: watch fewer constructs or one severity, or shorten names`, this);
    }
    const elsewhere = parts.find(({ construct }) => isElsewhere(Stack.of(construct), Stack.of(this)));
    if (elsewhere) {
      throw new ValidationError('AlarmGroupChildElsewhere',
        `all alarms must be in the account and region of the AlarmGroup, got ${elsewhere.construct.node.path} in ${Stack.of(elsewhere.construct).environment}: make one in each`, this);
    }
  }
}

function ruleOf(parts: readonly Pick<GroupedAlarm, 'name'>[]): string {
  return parts.map(({ name }) => `ALARM("${name}")`).join(' OR ');
}

function sentenceOf({ node }: AlarmGroup): string {
  return `Something of ${node.path} is wrong. Look at the alarms under this one: those in ALARM say what happened and what to do.`;
}

function isElsewhere(one: Stack, other: Stack): boolean {
  return differ(one.account, other.account) || differ(one.region, other.region);
}

function checkMargin(margin: Duration, group: AlarmGroup): void {
  if (isWholeSeconds(margin)) return;
  throw new ValidationError('AlarmGroupMarginInvalid', `suppressionMargin must be a whole number of seconds, got ${margin.toHumanString()}: use Duration.seconds() or Duration.minutes()`, group);
}
