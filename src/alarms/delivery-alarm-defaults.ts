import type { AlarmDefault } from './alarm-defaults';
import { AlarmSeverity } from './alarm-severity';
import { METRICS } from '../facts/metrics';

/** A single failed delivery in the last five minutes: the metrics carry the moment of the failure. */
const ANY = { threshold: 1, evaluationPeriods: 5, perQualifier: false } as const;

/** The alarms of a rule. */
export const RULE_ALARMS = {
  failedInvocations: {
    ...ANY,
    method: 'failedInvocations',
    id: 'FailedInvocationsAlarm',
    metric: METRICS.ruleFailedInvocations,
    severity: AlarmSeverity.CRITICAL,
    description: 'Events of rule {name} could not be delivered to a target and were given up. They are kept only if the target has a dead-letter queue: look there for the error. Check that the target exists and that EventBridge may invoke it.',
  },
  invocationsFailedToBeSentToDlq: {
    ...ANY,
    method: 'invocationsFailedToBeSentToDlq',
    id: 'InvocationsFailedToBeSentToDlqAlarm',
    metric: METRICS.ruleInvocationsFailedToBeSentToDlq,
    severity: AlarmSeverity.CRITICAL,
    description: 'Events of rule {name} that could not be delivered did not reach the dead-letter queue of the target and are lost. Check that the queue exists, its policy for EventBridge, and the policy of its key.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a rule. */
export type RuleAlarmName = keyof typeof RULE_ALARMS;

/** The alarms of a schedule group. */
export const SCHEDULE_ALARMS = {
  invocationsDropped: {
    ...ANY,
    method: 'invocationsDropped',
    id: 'InvocationsDroppedAlarm',
    metric: METRICS.scheduleInvocationsDropped,
    severity: AlarmSeverity.CRITICAL,
    description: 'Invocations of schedule group {name} were given up after all retries. They are kept only if the schedule has a dead-letter queue: look there for the error. Check that the target exists and what the role of the schedule may do.',
  },
  targetErrors: {
    ...ANY,
    method: 'targetErrors',
    id: 'TargetErrorsAlarm',
    metric: METRICS.scheduleTargetErrors,
    severity: AlarmSeverity.WARNING,
    description: 'A target of schedule group {name} answered with an error, and is tried again. Check that the target exists and what the role of the schedule may do.',
  },
  invocationsFailedToBeSentToDeadLetter: {
    ...ANY,
    method: 'invocationsFailedToBeSentToDeadLetter',
    id: 'InvocationsFailedToBeSentToDeadLetterAlarm',
    metric: METRICS.scheduleFailedToBeSentToDlq,
    severity: AlarmSeverity.CRITICAL,
    description: 'Invocations of schedule group {name} that were given up did not reach the dead-letter queue and are lost. Check that the queue exists, and what the role of the schedule may do with it and its key.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a schedule group. */
export type ScheduleAlarmName = keyof typeof SCHEDULE_ALARMS;

/** The alarms of a topic. */
export const TOPIC_ALARMS = {
  notificationsFailed: {
    ...ANY,
    method: 'notificationsFailed',
    id: 'NotificationsFailedAlarm',
    metric: METRICS.topicNotificationsFailed,
    severity: AlarmSeverity.CRITICAL,
    description: 'Messages of topic {name} could not be delivered to a subscriber and were given up. They are kept only if the subscription has a dead-letter queue: look there. Check that the subscriber exists and that SNS may deliver to it.',
  },
  notificationsFailedToRedriveToDlq: {
    ...ANY,
    method: 'notificationsFailedToRedriveToDlq',
    id: 'NotificationsFailedToRedriveToDlqAlarm',
    metric: METRICS.topicFailedToRedriveToDlq,
    severity: AlarmSeverity.CRITICAL,
    description: 'Messages of topic {name} that could not be delivered did not reach the dead-letter queue of the subscription and are lost. Check that the queue exists, its policy for SNS, and the policy of its key.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a topic. */
export type TopicAlarmName = keyof typeof TOPIC_ALARMS;
