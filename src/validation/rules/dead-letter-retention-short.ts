import { failureQueuesOf } from '../private/failure-queues';
import { numberOr } from '../private/reading';
import { at, type Rule } from '../private/rule';

/** Seconds, of a queue that says nothing. */
const DEFAULT = 345_600;

export const deadLetterRetentionShort: Rule = {
  id: 'DeadLetterRetentionShort',
  severity: 'warning',
  source: 'sqs/dead-letter-queues',
  what: 'A dead-letter queue keeps messages for less time than the queue they come from.',
  happens: 'Their age counts from the first queue: what waited there for long is deleted as soon as it is moved, unseen.',
  fix: 'Set `MessageRetentionPeriod` of the dead-letter queue to 1209600, which is 14 days.',
  check: (assembly) => [...failureQueuesOf(assembly)].flatMap(([queue, targets]) => {
    const kept = numberOr(queue.get('MessageRetentionPeriod'), DEFAULT);
    const longest = Math.max(0, ...targets.filter(({ by }) => by === 'queue').map(({ owner }) => numberOr(owner.get('MessageRetentionPeriod'), DEFAULT) ?? 0));
    return kept !== undefined && kept < longest ? [at(queue, 'MessageRetentionPeriod', `is ${kept} seconds, and a source keeps messages for ${longest}`)] : [];
  }),
};
