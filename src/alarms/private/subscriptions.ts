import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { findBelow } from '../../private/owner';
import type { AlarmSeverity } from '../alarm-severity';
import { ActionAlarm } from './action-alarm';
import type { AnyAlarm } from './alarm-text';

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

/** An alarm that speaks for those below a scope. */
interface Speaker {
  readonly alarm: AnyAlarm;
  readonly severity?: AlarmSeverity;
}

const SUBSCRIPTIONS = new WeakMap<IConstruct, Subscription[]>();
const HEARINGS = new WeakMap<IConstruct, Hearing>();
const SPEAKERS = new WeakMap<IConstruct, Speaker[]>();

/** Lets an action hear of every alarm below the scope: those that exist and those that come. */
export function subscribe(scope: IConstruct, subscription: Subscription): void {
  SUBSCRIPTIONS.set(scope, [...SUBSCRIPTIONS.get(scope) ?? [], subscription]);
  for (const alarm of announcedBelow(scope)) connect(alarm, subscription, scope);
}

/** Connects a new alarm to everyone who wants to hear of it. */
export function announce(alarm: AnyAlarm, severity: AlarmSeverity): void {
  HEARINGS.set(alarm, { severity, bound: new Map(), alarmActions: new Set(), okActions: new Set() });
  for (const scope of alarm.node.scopes) {
    for (const subscription of SUBSCRIPTIONS.get(scope) ?? []) connect(alarm, subscription, scope);
  }
}

/** Lets one alarm speak for those below a scope: they keep the actions that were added for them alone. */
export function speakFor(scope: IConstruct, speaker: Speaker): void {
  SPEAKERS.set(scope, [...SPEAKERS.get(scope) ?? [], speaker]);
  for (const alarm of announcedBelow(scope)) {
    if (isSpokenFor(alarm)) disconnect(alarm);
  }
}

/** Whether another alarm tells of this one. */
export function isSpokenFor(alarm: IConstruct): boolean {
  const severity = severityOf(alarm);
  return alarm.node.scopes.some((scope) => SPEAKERS.get(scope)?.some((speaker) =>
    speaker.alarm !== alarm && (speaker.severity === undefined || speaker.severity === severity)));
}

/** The alarms of this library at or below a scope. */
export function announcedBelow(scope: IConstruct): AnyAlarm[] {
  return findBelow(scope, (construct): construct is AnyAlarm => HEARINGS.has(construct));
}

/** How bad an alarm of this library is. */
export function severityOf(alarm: IConstruct): AlarmSeverity | undefined {
  return HEARINGS.get(alarm)?.severity;
}

function connect(alarm: AnyAlarm, { action, severity, includeOk }: Subscription, scope: IConstruct): void {
  const hearing = HEARINGS.get(alarm)!;
  if (severity && severity !== hearing.severity) return;
  if (scope !== alarm && isSpokenFor(alarm)) return;
  let arn = hearing.bound.get(action);
  if (arn === undefined) {
    arn = action.bind(alarm, new ActionAlarm(alarm)).alarmActionArn;
    hearing.bound.set(action, arn);
  }
  if (add(hearing.alarmActions, arn, alarm)) alarm.alarmActions = [...alarm.alarmActions ?? [], arn];
  if (includeOk && add(hearing.okActions, arn, alarm)) alarm.okActions = [...alarm.okActions ?? [], arn];
}

/** Takes back what `connect()` did, and connects those who want to hear of this alarm alone. */
function disconnect(alarm: AnyAlarm): void {
  const { alarmActions, okActions } = HEARINGS.get(alarm)!;
  alarm.alarmActions = without(alarm.alarmActions, alarmActions);
  alarm.okActions = without(alarm.okActions, okActions);
  alarmActions.clear();
  okActions.clear();
  for (const subscription of SUBSCRIPTIONS.get(alarm) ?? []) connect(alarm, subscription, alarm);
}

function without(actions: string[] | undefined, taken: Set<string>): string[] | undefined {
  const kept = actions?.filter((action) => !taken.has(action));
  return kept?.length ? kept : undefined;
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
