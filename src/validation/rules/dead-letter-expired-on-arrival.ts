import { onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const deadLetterExpiredOnArrival: Rule = {
  id: 'DeadLetterExpiredOnArrival',
  severity: 'error',
  source: 'sqs/dead-letter-queues',
  confidence: 'derived',
  what: 'A message is older than its dead-letter queue keeps messages when it gets there.',
  happens: 'The age counts from when it was first sent: it is deleted at once.',
  fix: 'Keep messages in the dead-letter queue for 14 days.',
  check: onPaths('ExpiredOnArrival', (_, { at: queue, text }) => (queue ? at(queue, 'MessageRetentionPeriod', text) : undefined)),
};
