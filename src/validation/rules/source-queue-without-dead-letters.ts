import { MAPPING, queueOf } from '../private/mappings';
import { isMissing } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const sourceQueueWithoutDeadLetters: Rule = {
  id: 'SourceQueueWithoutDeadLetters',
  severity: 'error',
  source: 'lambda/with-sqs-errors',
  what: 'A queue that a function reads has no dead-letter queue.',
  happens: 'A message that always fails is tried until its retention is over, and is then deleted without a trace.',
  fix: 'Give the queue a `RedrivePolicy` with a dead-letter queue and a `maxReceiveCount` of at least 5.',
  check: (assembly) => [...new Set(assembly.ofType(MAPPING).map(queueOf))]
    .flatMap((queue) => (queue && isMissing(queue.get('RedrivePolicy')) ? [at(queue, 'RedrivePolicy', 'is not set')] : [])),
};
