import { failureQueuesOf } from '../private/failure-queues';
import { numberOr } from '../private/reading';
import { at, type Rule } from '../private/rule';

/** Seconds, of a queue that says nothing. */
const DEFAULT = 345_600;

export const failureQueueRetentionShort: Rule = {
  id: 'FailureQueueRetentionShort',
  severity: 'warning',
  source: 'sqs/dead-letter-queues',
  confidence: 'derived',
  what: 'A queue keeps failures for 4 days or less.',
  happens: 'What fails before a long weekend is deleted before somebody has looked at it.',
  fix: 'Set `MessageRetentionPeriod` to 1209600, which is 14 days.',
  check: (assembly) => [...failureQueuesOf(assembly).keys()].flatMap((queue) => {
    const kept = numberOr(queue.get('MessageRetentionPeriod'), DEFAULT);
    return kept !== undefined && kept <= DEFAULT ? [at(queue, 'MessageRetentionPeriod', `is ${kept} seconds`)] : [];
  }),
};
