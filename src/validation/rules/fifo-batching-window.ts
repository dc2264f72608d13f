import { MAPPING, sourceOf } from '../private/mappings';
import { numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const fifoBatchingWindow: Rule = {
  id: 'FifoBatchingWindow',
  severity: 'error',
  source: 'lambda/api-event-source-mapping',
  what: 'A mapping of a FIFO queue has a batching window.',
  happens: 'Lambda refuses the mapping, and the deployment fails.',
  fix: 'Remove `MaximumBatchingWindowInSeconds`.',
  check: forEach(MAPPING, (mapping) => {
    const window = numberOf(mapping.get('MaximumBatchingWindowInSeconds'));
    return window !== undefined && window > 0 && sourceOf(mapping) === 'sqs-fifo' ? at(mapping, 'MaximumBatchingWindowInSeconds', `is ${window}`) : undefined;
  }),
};
