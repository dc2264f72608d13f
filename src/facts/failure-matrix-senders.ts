import type { FailureOutcomes } from './failure-matrix';
import type { InvokerId } from './invokers';

/** Lambda accepted the event: from there on it is the same whoever sent it. */
const FAILED = {
  retriedBy: 'lambda',
  tries: { retries: 'asyncRetryAttempts' },
  within: 'asyncEventAge',
  waits: ['asyncFirstRetryWait', 'asyncSecondRetryWait'],
  keptBy: 'function-failures',
  toldBy: ['functionErrors', 'asyncEventsDropped'],
  source: 'lambda/async-error-handling',
} as const;
const WAITING = { ...FAILED, tries: 'until-too-old', waits: ['asyncThrottleBackoff'] } as const;

const ACCEPTED = {
  'function-error': FAILED,
  'timeout': FAILED,
  'crash': FAILED,
  'poison-record': FAILED,
  'throttle': { ...WAITING, toldBy: ['functionThrottles', 'asyncEventsDropped'], note: 'with a reserved concurrency of 0 it is given up at once' },
  'too-old': { ...WAITING, toldBy: ['asyncEventsDropped'] },
} as const;

/** The sender can't hand the event over, has nothing to keep it in, and AWS doesn't say whether it tries again. */
const LOST = { retriedBy: 'nobody', tries: 'not-documented', keptBy: 'nobody', toldBy: [], source: 'lambda/services', confidence: 'derived' } as const;

const RULE = { retriedBy: 'invoker', keptBy: 'rule-target-dead-letters', toldBy: ['ruleFailedInvocations'], source: 'eventbridge/dead-letter-queues' } as const;
const SCHEDULE = {
  retriedBy: 'invoker', tries: { retries: 'scheduleRetryAttempts' }, within: 'scheduleEventAge', keptBy: 'schedule-dead-letters', toldBy: ['scheduleTargetErrors', 'scheduleInvocationsDropped'], source: 'eventbridge/scheduler',
} as const;
const TOPIC = { retriedBy: 'invoker', keptBy: 'subscription-dead-letters', toldBy: ['topicNotificationsFailed'], source: 'sns/dead-letter-queues' } as const;
const SUBSCRIBER = {
  retriedBy: 'invoker', tries: { retries: 'subscriberRetryAttempts' }, within: 'subscriberEventAge', keptBy: 'subscriber-failures', toldBy: ['subscriberFailuresDelivered'], source: 'eventbridge/subscriber-retries',
} as const;
const PIPE = {
  retriedBy: 'source', tries: { retries: 'pipeRetryAttempts' }, within: 'pipeRecordAge', keptBy: 'pipe-dead-letters', toldBy: [], source: 'eventbridge/pipe-errors',
} as const;

/** Who hands an event over and goes on. */
export const SENDER_FAILURES = {
  'sdk-event': {
    ...ACCEPTED,
    'missing-permission': {
      retriedBy: 'nobody', tries: 'once', keptBy: 'caller', answer: { status: 403, error: 'AccessDeniedException' }, toldBy: [], source: 'lambda/api-invoke', confidence: 'unchecked',
    },
  },
  'eventbridge-rule': {
    ...ACCEPTED,
    'missing-permission': { ...RULE, retriedBy: 'nobody', tries: 'once' },
    'too-old': { ...RULE, tries: { retries: 'ruleRetryAttempts' }, within: 'ruleEventAge' },
  },
  'subscriber-event': { ...ACCEPTED, 'missing-permission': SUBSCRIBER, 'too-old': SUBSCRIBER },
  'scheduler': {
    ...ACCEPTED,
    'missing-permission': { ...SCHEDULE, confidence: 'derived', note: 'the role of the schedule; whether this is tried again is not documented' },
    'too-old': SCHEDULE,
  },
  'pipe-event': {
    ...ACCEPTED,
    'missing-permission': { ...PIPE, note: 'a pipe whose calls are refused for long turns itself off' },
    'too-old': { ...PIPE, confidence: 'derived' },
  },
  'sns': {
    ...ACCEPTED,
    'missing-permission': { ...TOPIC, retriedBy: 'nobody', tries: 'once' },
    'too-old': { ...TOPIC, tries: { attempts: 'topicAttempts' }, within: 'topicMessageAge', source: 'sns/delivery-retries' },
  },
  's3': { ...ACCEPTED, 'missing-permission': LOST },
  'ses': { ...ACCEPTED, 'missing-permission': { ...LOST, source: 'ses/lambda-action' } },
  'logs': {
    ...ACCEPTED,
    'missing-permission': {
      ...LOST, tries: 'once', toldBy: ['logsDeliveryErrors'], source: 'cloudwatch-logs/subscriptions', confidence: 'unchecked', note: 'the filter is off for up to 10 minutes, in which all is lost',
    },
    'too-old': {
      ...LOST, retriedBy: 'invoker', tries: 'until-too-old', within: 'logsDeliveryAge', toldBy: ['logsDeliveryErrors'], source: 'cloudwatch-logs/subscriptions', confidence: 'unchecked',
    },
  },
  'iot-rule': { ...ACCEPTED, 'missing-permission': { ...LOST, keptBy: 'error-action', source: 'iot/error-actions' } },
  'custom-resource': {
    ...ACCEPTED,
    'missing-permission': {
      ...LOST, tries: 'once', keptBy: 'caller', answer: { text: 'the operation on the stack fails' }, source: 'cloudformation/custom-resource',
    },
    'too-old': {
      ...LOST, tries: 'once', within: 'customResourceTimeout', keptBy: 'caller', answer: { text: 'the operation on the stack fails' }, source: 'cloudformation/custom-resource', confidence: 'derived',
    },
  },
  'cognito-sender': { ...ACCEPTED, 'missing-permission': { ...LOST, source: 'cognito/triggers' } },
  'codecommit': { ...ACCEPTED, 'missing-permission': LOST },
  'codepipeline': {
    ...ACCEPTED,
    'missing-permission': { ...LOST, keptBy: 'caller', answer: { text: 'the action fails' } },
    'too-old': { ...LOST, keptBy: 'caller', answer: { text: 'the action fails by its own timeout' } },
  },
  'config-rule': { ...ACCEPTED, 'missing-permission': { ...LOST, source: 'config/rules' } },
  'secret-rotation': {
    ...ACCEPTED,
    'missing-permission': { ...LOST, retriedBy: 'invoker', keptBy: 'caller', answer: { text: 'the rotation fails, and is tried again on its schedule' }, source: 'secrets-manager/rotation' },
  },
} as const satisfies Partial<Record<InvokerId, FailureOutcomes>>;
