import type { Fact } from './fact';
import type { MetricId } from './metrics';

/** What an event that failed for good is kept by, or who knows of it. */
export interface SafetyNet extends Fact {
  /** To read on after "the event is kept by" or "the error goes to". */
  readonly name: string;
  /**
   * `copy`: somewhere else, until somebody looks. `source`: where it came from, for as long as that keeps it. `caller`: nobody keeps it,
   * but whoever asked is told at once. `nobody`: AWS has nothing to set.
   */
  readonly keeps: 'copy' | 'source' | 'caller' | 'nobody';
  /**
   * Who must be allowed to put the copy there: the function's role, the role of the resource that delivers, or a service by the policy of
   * the queue.
   *
   * @default - nobody needs a permission
   */
  readonly permittedBy?: 'execution-role' | 'role' | 'events.amazonaws.com' | 'sns.amazonaws.com';
  /** The metrics that tell that a copy waits. Not all kinds of copies have one. */
  readonly full: readonly MetricId[];
  /** The metrics that tell that a copy did not get there and is lost. */
  readonly torn: readonly MetricId[];
}

const QUEUE = { keeps: 'copy', full: ['queueMessagesVisible', 'queueOldestMessageAge'] } as const;
const NOTHING = { full: [], torn: [] } as const;

/** What catches failures. */
export const SAFETY_NETS = {
  'function-failures': {
    ...QUEUE, name: 'the on-failure destination or dead-letter queue of the function', permittedBy: 'execution-role', torn: ['destinationDeliveryFailures', 'deadLetterErrors'], source: 'lambda/async-retain-records',
  },
  'rule-target-dead-letters': {
    ...QUEUE, name: 'the dead-letter queue of the target of the rule', permittedBy: 'events.amazonaws.com', torn: ['ruleInvocationsFailedToBeSentToDlq'], source: 'eventbridge/dead-letter-queues',
  },
  'subscriber-failures': {
    ...QUEUE, name: 'the queue of the subscriber', permittedBy: 'role', torn: ['subscriberEventsDropped'], source: 'eventbridge/subscriber-retries', confidence: 'derived',
  },
  'schedule-dead-letters': {
    ...QUEUE, name: 'the dead-letter queue of the schedule', permittedBy: 'role', torn: ['scheduleFailedToBeSentToDlq'], source: 'eventbridge/scheduler',
  },
  'subscription-dead-letters': {
    ...QUEUE, name: 'the dead-letter queue of the subscription', permittedBy: 'sns.amazonaws.com', torn: ['topicFailedToRedriveToDlq'], source: 'sns/dead-letter-queues',
  },
  'pipe-dead-letters': { ...QUEUE, name: 'the dead-letter target of the pipe', permittedBy: 'role', torn: [], source: 'eventbridge/pipe-errors' },
  'queue-redrive': { ...QUEUE, name: 'the dead-letter queue of the source queue', torn: [], source: 'lambda/with-sqs-errors' },
  'mapping-failures': {
    ...QUEUE, name: 'the on-failure destination of the event source mapping', permittedBy: 'execution-role', torn: ['destinationDeliveryFailures', 'droppedEvents', 'onFailureDestinationErrors'], source: 'lambda/api-event-source-mapping',
  },
  'error-action': { ...QUEUE, name: 'the error action of the IoT rule', permittedBy: 'role', torn: [], source: 'iot/error-actions' },
  'error-prefix': { ...NOTHING, name: 'the error prefix of the bucket that Firehose delivers to', keeps: 'copy', source: 'firehose/transformation', confidence: 'unchecked' },
  'report': { ...NOTHING, name: 'the completion report of the job', keeps: 'copy', source: 's3/batch-operations', confidence: 'unchecked' },
  'broker': { ...NOTHING, name: 'the dead-letter queue of the broker, which no template shows', keeps: 'copy', source: 'lambda/with-mq-errors' },
  'execution': {
    ...NOTHING, name: 'the execution: what its `Catch` does with the error, else its history with the input', keeps: 'copy', source: 'step-functions/error-handling',
  },
  'event-source': { ...NOTHING, name: 'the source itself, for as long as it keeps records', keeps: 'source', source: 'lambda/api-event-source-mapping' },
  'caller': { ...NOTHING, name: 'the caller, who is told and must try again', keeps: 'caller', source: 'lambda/api-invoke' },
  'nobody': { ...NOTHING, name: 'nobody: AWS has nothing to set', keeps: 'nobody', source: 'lambda/services', confidence: 'derived' },
} as const satisfies Record<string, SafetyNet>;

/** The id of a safety net. */
export type SafetyNetId = keyof typeof SAFETY_NETS;
