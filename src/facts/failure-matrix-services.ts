import type { FailureOutcomes } from './failure-matrix';
import type { InvokerId } from './invokers';

const TASK = {
  retriedBy: 'invoker', tries: 'once', settable: 'retrierAttempts', keptBy: 'execution', source: 'step-functions/error-handling',
} as const;
const TASK_FAILED = { ...TASK, answer: { text: 'an error with the name `errorType`' }, toldBy: ['functionErrors', 'executionsFailed'] } as const;

/** EventBridge waits for the answer, and tries again whatever the error is. */
const SUBSCRIBER = {
  retriedBy: 'invoker', tries: { retries: 'subscriberRetryAttempts' }, within: 'subscriberEventAge', keptBy: 'subscriber-failures', source: 'eventbridge/subscriber-targets',
} as const;
const SUBSCRIBER_FAILED = { ...SUBSCRIBER, toldBy: ['functionErrors', 'subscriberFailuresDelivered'] } as const;
const SUBSCRIBER_REFUSED = { ...SUBSCRIBER, toldBy: ['subscriberFailuresDelivered'], source: 'eventbridge/subscriber-retries' } as const;

const SIGN_IN = { retriedBy: 'nobody', tries: 'once', keptBy: 'caller', source: 'cognito/triggers', confidence: 'unchecked' } as const;
const SIGN_IN_CRASHED = { ...SIGN_IN, answer: { status: 400, error: 'UnexpectedLambdaException' }, toldBy: ['functionErrors'] } as const;
const SIGN_IN_LATE = {
  ...SIGN_IN_CRASHED, retriedBy: 'invoker', tries: { attempts: 'cognitoTriggerAttempts' }, within: 'cognitoTriggerTimeout', confidence: 'derived', note: 'each attempt has this time; earlier ones run on',
} as const;

const MAIL = { retriedBy: 'nobody', tries: 'once', keptBy: 'nobody', source: 'ses/lambda-action', confidence: 'derived', answer: { text: 'the receipt rule goes on without a decision' } } as const;
const MAIL_FAILED = { ...MAIL, toldBy: ['functionErrors'] } as const;

const TRANSFORMATION = {
  retriedBy: 'invoker', tries: { retries: 'firehoseRetryAttempts' }, keptBy: 'error-prefix', toldBy: ['functionErrors'], source: 'firehose/transformation', confidence: 'unchecked',
} as const;
const JOB = { retriedBy: 'invoker', tries: 'not-documented', keptBy: 'report', toldBy: ['functionErrors'], source: 's3/batch-operations', confidence: 'unchecked' } as const;
const OBJECT = {
  retriedBy: 'nobody', tries: 'once', keptBy: 'caller', answer: { text: 'an error of the S3 request' }, toldBy: ['functionErrors'], source: 's3/object-lambda', confidence: 'unchecked',
} as const;
const DIALOG = { ...OBJECT, answer: { text: 'the dialog fails' }, source: 'lex/functions' } as const;
const CALL_FLOW = { ...OBJECT, answer: { text: 'the error branch of the flow' }, source: 'connect/functions' } as const;
const SKILL = { ...OBJECT, answer: { text: 'the skill fails' }, source: 'lambda/services' } as const;

/** Services that call a function and wait. */
export const SERVICE_FAILURES = {
  'step-functions': {
    'function-error': TASK_FAILED,
    'timeout': { ...TASK_FAILED, answer: { error: 'Sandbox.Timedout' }, note: '`Lambda.Unknown` in older runtimes' },
    'crash': { ...TASK_FAILED, answer: { error: 'Runtime.ExitError' }, confidence: 'community', note: '`Lambda.Unknown` where the runtime says nothing' },
    'poison-record': TASK_FAILED,
    'throttle': { ...TASK, answer: { error: 'Lambda.TooManyRequestsException' }, toldBy: ['functionThrottles', 'executionsFailed'] },
    'missing-permission': { ...TASK, answer: { error: 'States.Permissions' }, toldBy: ['executionsFailed'] },
    'too-old': {
      ...TASK, answer: { error: 'States.Timeout' }, toldBy: ['executionsFailed', 'executionsTimedOut'], note: 'only with `TimeoutSeconds`: of the task, or of the whole execution, which nothing catches',
    },
  },
  'subscriber': {
    'function-error': SUBSCRIBER_FAILED,
    'timeout': SUBSCRIBER_FAILED,
    'crash': SUBSCRIBER_FAILED,
    'poison-record': SUBSCRIBER_FAILED,
    'throttle': { ...SUBSCRIBER_REFUSED, toldBy: ['functionThrottles', 'subscriberFailuresDelivered'] },
    'missing-permission': SUBSCRIBER_REFUSED,
    'too-old': SUBSCRIBER_REFUSED,
  },
  'cognito': {
    'function-error': { ...SIGN_IN, answer: { status: 400, error: 'UserLambdaValidationException' }, toldBy: ['functionErrors'] },
    'timeout': SIGN_IN_LATE,
    'crash': SIGN_IN_CRASHED,
    'poison-record': { ...SIGN_IN, answer: { status: 400, error: 'UserLambdaValidationException' }, toldBy: ['functionErrors'] },
    'throttle': { ...SIGN_IN, answer: { text: 'the sign-in or sign-up fails' }, toldBy: ['functionThrottles'] },
    'missing-permission': { ...SIGN_IN, answer: { status: 400, error: 'UnexpectedLambdaException' }, toldBy: [] },
    'too-old': { ...SIGN_IN_LATE, toldBy: [] },
  },
  'ses-sync': {
    'function-error': MAIL_FAILED,
    'timeout': MAIL_FAILED,
    'crash': MAIL_FAILED,
    'poison-record': MAIL_FAILED,
    'throttle': { ...MAIL, toldBy: ['functionThrottles'] },
    'missing-permission': { ...MAIL, toldBy: [] },
    'too-old': { ...MAIL, within: 'sesTimeout', toldBy: [] },
  },
  'firehose': {
    'function-error': TRANSFORMATION,
    'timeout': TRANSFORMATION,
    'crash': TRANSFORMATION,
    'poison-record': { ...TRANSFORMATION, note: 'the whole batch, unless the function marks the record `ProcessingFailed`: then no metric of the function tells' },
    'throttle': { ...TRANSFORMATION, toldBy: ['functionThrottles'] },
    'missing-permission': { ...TRANSFORMATION, toldBy: [] },
    'too-old': { ...TRANSFORMATION, toldBy: [] },
  },
  's3-batch': {
    'function-error': JOB,
    'timeout': JOB,
    'crash': JOB,
    'poison-record': { ...JOB, toldBy: [], note: 'the function answers with the result `PermanentFailure`, which is no error' },
    'throttle': { ...JOB, toldBy: ['functionThrottles'] },
    'missing-permission': { ...JOB, toldBy: [] },
    'too-old': { ...JOB, toldBy: [] },
  },
  's3-object-lambda': {
    'function-error': OBJECT,
    'timeout': OBJECT,
    'crash': OBJECT,
    'poison-record': OBJECT,
    'throttle': { ...OBJECT, toldBy: ['functionThrottles'] },
    'missing-permission': { ...OBJECT, toldBy: [] },
    'too-old': { ...OBJECT, toldBy: [] },
  },
  'lex': {
    'function-error': DIALOG,
    'timeout': DIALOG,
    'crash': DIALOG,
    'poison-record': DIALOG,
    'throttle': { ...DIALOG, toldBy: ['functionThrottles'] },
    'missing-permission': { ...DIALOG, toldBy: [] },
    'too-old': { ...DIALOG, toldBy: [] },
  },
  'connect': {
    'function-error': CALL_FLOW,
    'timeout': CALL_FLOW,
    'crash': CALL_FLOW,
    'poison-record': CALL_FLOW,
    'throttle': { ...CALL_FLOW, toldBy: ['functionThrottles'] },
    'missing-permission': { ...CALL_FLOW, toldBy: [] },
    'too-old': { ...CALL_FLOW, toldBy: [] },
  },
  'alexa': {
    'function-error': SKILL,
    'timeout': SKILL,
    'crash': SKILL,
    'poison-record': SKILL,
    'throttle': { ...SKILL, toldBy: ['functionThrottles'] },
    'missing-permission': { ...SKILL, toldBy: [] },
    'too-old': { ...SKILL, toldBy: [] },
  },
} as const satisfies Partial<Record<InvokerId, FailureOutcomes>>;
