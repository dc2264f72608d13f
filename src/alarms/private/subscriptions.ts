import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import type { AlarmSeverity } from '../alarm-severity';
import { ActionAlarm } from './action-alarm';

/** Who hears of the alarms below a scope. */
export interface Subscription {
  readonly action: cloudwatch.IAlarmAction;
  readonly severity?: AlarmSeverity;
  readonly includeOk: boolean;
}

/** What an alarm is connected to: binding an action can create resources, so it happens once per alarm and action. */
interface Hearing {
  readonly severity: AlarmSeverity;
  readonly bound: Map<cloudwatch.IAlarmAction, string>;
  readonly alarmActions: Set<string>;
  readonly okActions: Set<string>;
}

const SUBSCRIPTIONS = new WeakMap<IConstruct, Subscription[]>();
const HEARINGS = new WeakMap<IConstruct, Hearing>();

/** Lets an action hear of every alarm below the scope: those that exist and those that come. */
export function subscribe(scope: IConstruct, subscription: Subscription): void {
  SUBSCRIPTIONS.set(scope, [...SUBSCRIPTIONS.get(scope) ?? [], subscription]);
  for (const construct of scope.node.findAll()) {
    if (HEARINGS.has(construct)) connect(construct as cloudwatch.CfnAlarm, subscription);
  }
}

/** Connects a new alarm to everyone who wants to hear of it. */
export function announce(alarm: cloudwatch.CfnAlarm, severity: AlarmSeverity): void {
  HEARINGS.set(alarm, { severity, bound: new Map(), alarmActions: new Set(), okActions: new Set() });
  for (const scope of alarm.node.scopes) {
    for (const subscription of SUBSCRIPTIONS.get(scope) ?? []) connect(alarm, subscription);
  }
}

function connect(alarm: cloudwatch.CfnAlarm, { action, severity, includeOk }: Subscription): void {
  const hearing = HEARINGS.get(alarm)!;
  if (severity && severity !== hearing.severity) return;
  let arn = hearing.bound.get(action);
  if (arn === undefined) {
    arn = action.bind(alarm, new ActionAlarm(alarm)).alarmActionArn;
    hearing.bound.set(action, arn);
  }
  if (add(hearing.alarmActions, arn, alarm)) alarm.alarmActions = [...alarm.alarmActions ?? [], arn];
  if (includeOk && add(hearing.okActions, arn, alarm)) alarm.okActions = [...alarm.okActions ?? [], arn];
}

/** Two actions may lead to one topic: it hears once. */
function add(actions: Set<string>, arn: string, alarm: IConstruct): boolean {
  if (actions.has(arn)) return false;
  const { max } = LIMITS.alarmActions;
  if (actions.size === max) {
    throw new ValidationError('AlarmActionsTooMany',
      `AlarmNotifications give this alarm more than ${max} actions, which is all that CloudWatch allows: `
      + 'send several of them to one SNS topic, or narrow an action with severity', alarm);
  }
  actions.add(arn);
  return true;
}
