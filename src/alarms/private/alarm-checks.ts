import { Stack, Token } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { referenceTarget } from '../../private/owner';
import { isTopic } from '../../private/resource-kinds';
import { warn } from '../../private/warnings';
import type { FunctionAlarmName } from '../alarm-defaults';
import { DestinationIndex, hasDeadLetterTarget } from './failure-paths';
import { identityOf, knownTimeoutOf, type FunctionSubject } from './function-subject';
import type { RegisteredAlarm, StageAlarms, WatchingAlarmName } from './registered-alarm';
import { isSpokenFor } from './subscriptions';
import { hasManagedKey, TopicPolicies } from './topic-policies';

/** What only the finished tree can tell. Warns, never fails. */
export function checkAlarms(register: StageAlarms): void {
  for (const registered of register.alarms) {
    checkHeard(registered);
    checkWindow(registered);
  }
  checkCovered(register);
  checkTopics(register);
}

function checkHeard({ alarm }: RegisteredAlarm): void {
  if (isSpokenFor(alarm)) return;
  if (alarm.alarmActions?.some(isKnown) || Stack.of(alarm).resolve(alarm.alarmActions)?.length) return;
  warn(alarm, 'AlarmNotifications.alarmUnheard',
    'nobody hears of this alarm: it has no action. Add one for a scope with AlarmNotifications.of(scope).add(action), whose severity filter matches '
    + 'the alarm; AlarmNotifications.of(alarm) is for this alarm alone');
}

/** Whether it is something, told without rendering it. */
function isKnown(action: string): boolean {
  return !Token.isUnresolved(action) || referenceTarget(action) !== undefined;
}

/** The window may have been given by the user, and the timeout may have changed after the alarm was made. */
function checkWindow({ alarm, watches }: RegisteredAlarm): void {
  if (!watches?.looksBack) return;
  const timeout = knownTimeoutOf(watches.subject);
  const { period, evaluationPeriods } = windowOf(alarm as cloudwatch.CfnAlarm);
  const known = [period, evaluationPeriods].every((value) => value !== undefined && !Token.isUnresolved(value));
  if (timeout === undefined || !known || period! * evaluationPeriods! > timeout) return;
  warn(alarm, 'FunctionAlarms.windowWithinTimeout',
    `period × evaluationPeriods of ${watches.name}() is ${period! * evaluationPeriods!} seconds, and the function can run for ${timeout} seconds: it is counted in the `
    + 'minute in which it began, so that the alarm misses how long invocations end. Raise evaluationPeriods, or leave it out');
}

/** The periods of an alarm on an expression are those of its metrics. */
function windowOf({ period, evaluationPeriods, metrics }: cloudwatch.CfnAlarm): { readonly period?: number; readonly evaluationPeriods?: number } {
  const stats = Array.isArray(metrics) ? metrics.map((query) => (query as cloudwatch.CfnAlarm.MetricDataQueryProperty).metricStat) : [];
  return { evaluationPeriods, period: period ?? (stats.find(Boolean) as cloudwatch.CfnAlarm.MetricStatProperty | undefined)?.period };
}

/** Topics that CloudWatch can't send to: an alarm that goes off silently. */
function checkTopics({ root, alarms }: StageAlarms): void {
  const actions = alarms.flatMap(({ alarm }) => [...alarm.alarmActions ?? [], ...alarm.okActions ?? []]);
  const topics = new Set(actions.map(referenceTarget).filter(isTopic));
  const policies = topics.size > 0 ? new TopicPolicies(root) : undefined;
  for (const topic of topics) {
    if (policies!.refuseCloudWatch(topic)) {
      warn(topic, 'AlarmNotifications.topicPolicyRefusesCloudWatch',
        'alarms are sent to this topic, and its policy lets CloudWatch not publish: a policy (enforceSSL makes one) replaces the default one, which does. '
        + "Add topic.grantPublish(new iam.ServicePrincipal('cloudwatch.amazonaws.com'))");
    }
    if (hasManagedKey(topic)) {
      warn(topic, 'AlarmNotifications.topicKeyRefusesCloudWatch',
        'alarms are sent to this topic, and CloudWatch may not use its key, alias/aws/sns, whose policy nobody can change. Use a key of your own that lets '
        + 'cloudwatch.amazonaws.com call kms:Decrypt and kms:GenerateDataKey*, or none');
    }
  }
}

/** Failure paths that were wired after `recommended()`. */
function checkCovered({ covered, alarms, root }: StageAlarms): void {
  if (covered.length === 0) return;
  const watched = new Watched(alarms);
  let destinations: DestinationIndex | undefined; // a walk through the whole app, for functions without the alarm only
  for (const { subject, dropped, fleet } of covered) {
    const blind = fleet?._whyBlindFor(subject);
    if (blind) warnBlind(subject, blind);
    const missing = (name: FunctionAlarmName) => !dropped.includes(name) && !watched.has(subject, name);
    if (missing('deadLetterErrors') && hasDeadLetterTarget(subject)) warnUnwatched(subject, 'deadLetterErrors', 'dead-letter queue or topic');
    if (missing('destinationDeliveryFailures') && (destinations ??= new DestinationIndex(root)).has(subject)) warnUnwatched(subject, 'destinationDeliveryFailures', 'destination');
  }
}

function warnBlind({ home }: FunctionSubject, reason: string): void {
  warn(home, 'FleetAlarms.functionNotCovered',
    `the alarms of the fleet don't see this function, because ${reason}: change that, or leave fleet out, so that recommended() makes alarms of its own`);
}

function warnUnwatched(subject: FunctionSubject, name: FunctionAlarmName, what: string): void {
  warn(subject.home, 'FunctionAlarms.failurePathUnwatched',
    `the function got a ${what} after recommended() made its alarms, so that nobody hears when events don't reach it and are lost. Call recommended() after that, `
    + `or add ${name}(), or drop it with recommended({ ${name}: { enabled: false } })`);
}

/** Which alarms exist for which function, alias or version. */
class Watched {
  private readonly names = new Map<object | string, Set<string>>();

  constructor(alarms: readonly RegisteredAlarm[]) {
    for (const { watches } of alarms) {
      if (!watches) continue;
      const identity = identityOf(watches.subject);
      const names = this.names.get(identity) ?? new Set();
      this.names.set(identity, names.add(nameOf(watches.name, watches.subject.qualifier)));
    }
  }

  /** An alarm on the function counts for its aliases and versions. */
  public has(subject: FunctionSubject, name: FunctionAlarmName): boolean {
    const names = this.names.get(identityOf(subject));
    return Boolean(names?.has(nameOf(name, subject.qualifier)) || names?.has(nameOf(name)));
  }
}

function nameOf(name: WatchingAlarmName, qualifier = ''): string {
  return `${name} ${qualifier}`;
}
