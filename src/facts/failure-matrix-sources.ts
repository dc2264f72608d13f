import type { FailureOutcomes } from './failure-matrix';
import type { InvokerId } from './invokers';

/** Without a redrive policy a message comes back until the queue deletes it. */
const MESSAGE = { retriedBy: 'source', tries: { attempts: 'queueMaxReceiveCount' }, keptBy: 'queue-redrive', source: 'lambda/with-sqs-errors' } as const;
const MESSAGE_FAILED = { ...MESSAGE, toldBy: ['functionErrors', 'failedInvokeEvents'] } as const;
/** Nothing reads, so nothing is received, and no count moves the message anywhere. */
const UNREAD = { retriedBy: 'nobody', tries: 'until-too-old', keptBy: 'event-source', confidence: 'derived' } as const;
const UNREAD_MESSAGE = { ...UNREAD, within: 'queueRetention', toldBy: ['queueOldestMessageAge', 'polledEvents'], source: 'lambda/with-sqs' } as const;
const OLD_MESSAGE = { ...UNREAD, within: 'queueRetention', keptBy: 'nobody', toldBy: ['queueOldestMessageAge'], source: 'sqs/attributes' } as const;

const QUEUE = {
  'function-error': MESSAGE_FAILED,
  'timeout': MESSAGE_FAILED,
  'crash': MESSAGE_FAILED,
  'throttle': { ...MESSAGE, toldBy: ['functionThrottles'], note: 'receives are used up, though the code never ran' },
  'missing-permission': UNREAD_MESSAGE,
  'poison-record': { ...MESSAGE, toldBy: ['failedInvokeEvents'], note: 'with partial batch responses `Errors` stays 0; without, the whole batch comes back' },
  'too-old': OLD_MESSAGE,
} as const;

const RECORD = {
  retriedBy: 'source', tries: { retries: 'mappingRetryAttempts' }, within: 'mappingRecordAge', keptBy: 'mapping-failures', source: 'lambda/with-dynamodb-errors',
} as const;
/** Unlimited unless set: one bad record blocks its shard until the stream deletes it. */
const RECORD_FAILED = { ...RECORD, toldBy: ['functionErrors', 'failedInvokeEvents', 'iteratorAge'] } as const;
const RECORD_WAITING = { ...RECORD, tries: 'until-too-old' } as const;

const STREAM = {
  'function-error': RECORD_FAILED,
  'timeout': RECORD_FAILED,
  'crash': RECORD_FAILED,
  'throttle': { ...RECORD_WAITING, toldBy: ['functionThrottles', 'iteratorAge'], note: 'retries are not counted' },
  'missing-permission': { ...UNREAD, toldBy: ['polledEvents'], source: 'lambda/metrics', note: 'no metric says that it failed, only that nothing is polled' },
  'poison-record': { ...RECORD, toldBy: ['failedInvokeEvents', 'iteratorAge'], note: 'bisecting and partial batch responses spare the other records' },
  'too-old': { ...RECORD_WAITING, toldBy: ['iteratorAge'], note: 'what the stream itself deletes is neither kept nor counted' },
} as const;

const OFFSET = { ...RECORD, source: 'lambda/with-kafka-retries' } as const;
const OFFSET_FAILED = {
  ...OFFSET, toldBy: ['functionErrors', 'failedInvokeEvents', 'offsetLag'], note: 'unlimited retries with a destination are ten',
} as const;

const KAFKA = {
  'function-error': OFFSET_FAILED,
  'timeout': OFFSET_FAILED,
  'crash': OFFSET_FAILED,
  'throttle': { ...OFFSET, tries: 'until-too-old', toldBy: ['functionThrottles', 'offsetLag'], confidence: 'derived' },
  'missing-permission': { ...UNREAD, toldBy: ['pollingErrors', 'polledEvents'], source: 'lambda/metrics' },
  'poison-record': { ...OFFSET, toldBy: ['failedInvokeEvents', 'offsetLag'] },
  'too-old': { ...OFFSET, tries: 'until-too-old', toldBy: ['offsetLag'], confidence: 'derived' },
} as const;

const BROKER = { retriedBy: 'source', tries: { retries: 'brokerRedeliveries' }, keptBy: 'broker', source: 'lambda/with-mq-errors' } as const;
const BROKER_FAILED = { ...BROKER, toldBy: ['functionErrors', 'failedInvokeEvents'] } as const;

const CHANGE = { retriedBy: 'source', tries: 'until-too-old', keptBy: 'nobody', source: 'documentdb/lambda', note: 'when the events have expired, Lambda turns the mapping off' } as const;
const CHANGE_FAILED = { ...CHANGE, toldBy: ['functionErrors', 'failedInvokeEvents', 'iteratorAge'] } as const;

const PIPED = {
  retriedBy: 'source', tries: { retries: 'pipeRetryAttempts' }, within: 'pipeRecordAge', keptBy: 'pipe-dead-letters', source: 'eventbridge/pipe-errors',
} as const;
const PIPED_FAILED = { ...PIPED, toldBy: ['functionErrors'] } as const;
const PIPED_MESSAGE = { ...MESSAGE, source: 'eventbridge/pipe-errors' } as const;
const PIPED_MESSAGE_FAILED = { ...PIPED_MESSAGE, toldBy: ['functionErrors'] } as const;
const PIPED_OFFSET = { retriedBy: 'source', tries: 'until-too-old', keptBy: 'nobody', source: 'eventbridge/pipe-errors' } as const;
const PIPED_OFFSET_FAILED = { ...PIPED_OFFSET, toldBy: ['functionErrors'] } as const;
const TURNED_OFF = 'a pipe whose calls are refused for long turns itself off';

/** What is read from. */
export const SOURCE_FAILURES = {
  'sqs': QUEUE,
  'sqs-fifo': QUEUE,
  'kinesis': STREAM,
  'dynamodb': STREAM,
  'msk': KAFKA,
  'kafka': KAFKA,
  'mq': {
    'function-error': BROKER_FAILED,
    'timeout': BROKER_FAILED,
    'crash': BROKER_FAILED,
    'throttle': { ...BROKER, toldBy: ['functionThrottles'], confidence: 'derived' },
    'missing-permission': { ...UNREAD, toldBy: ['polledEvents'], source: 'lambda/with-mq-errors', note: 'the consumer stops' },
    'poison-record': { ...BROKER, toldBy: ['functionErrors', 'failedInvokeEvents'], note: 'the whole batch comes back; a record above 6 MB is dropped' },
    'too-old': { ...BROKER, retriedBy: 'nobody', tries: 'until-too-old', toldBy: [], confidence: 'unchecked' },
  },
  'documentdb': {
    'function-error': CHANGE_FAILED,
    'timeout': CHANGE_FAILED,
    'crash': CHANGE_FAILED,
    'throttle': { ...CHANGE, toldBy: ['functionThrottles', 'iteratorAge'], confidence: 'derived' },
    'missing-permission': { ...UNREAD, toldBy: ['polledEvents'], source: 'lambda/metrics' },
    'poison-record': { ...CHANGE_FAILED, note: 'an event above 6 MB is dropped, and counted by `OversizedRecordCount`' },
    'too-old': { ...CHANGE, toldBy: ['iteratorAge'] },
  },
  'pipe': {
    'function-error': PIPED_FAILED,
    'timeout': PIPED_FAILED,
    'crash': PIPED_FAILED,
    'throttle': { ...PIPED, toldBy: ['functionThrottles'], confidence: 'derived' },
    'missing-permission': { ...PIPED, toldBy: [], note: TURNED_OFF },
    'poison-record': PIPED_FAILED,
    'too-old': { ...PIPED, tries: 'until-too-old', toldBy: [] },
  },
  'pipe-queue': {
    'function-error': PIPED_MESSAGE_FAILED,
    'timeout': PIPED_MESSAGE_FAILED,
    'crash': PIPED_MESSAGE_FAILED,
    'throttle': { ...PIPED_MESSAGE, toldBy: ['functionThrottles'], confidence: 'derived' },
    'missing-permission': { ...PIPED_MESSAGE, toldBy: [], note: TURNED_OFF },
    'poison-record': PIPED_MESSAGE_FAILED,
    'too-old': OLD_MESSAGE,
  },
  'pipe-broker': {
    'function-error': PIPED_OFFSET_FAILED,
    'timeout': PIPED_OFFSET_FAILED,
    'crash': PIPED_OFFSET_FAILED,
    'throttle': { ...PIPED_OFFSET, toldBy: ['functionThrottles'], confidence: 'derived' },
    'missing-permission': { ...PIPED_OFFSET, toldBy: [], note: TURNED_OFF },
    'poison-record': PIPED_OFFSET_FAILED,
    'too-old': { ...PIPED_OFFSET, toldBy: [] },
  },
} as const satisfies Partial<Record<InvokerId, FailureOutcomes>>;
