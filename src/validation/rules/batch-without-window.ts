import { LIMITS } from '../../facts';
import { MAPPING, sourceOf } from '../private/mappings';
import { numberOf, numberOr } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const batchWithoutWindow: Rule = {
  id: 'BatchWithoutWindow',
  severity: 'error',
  source: 'lambda/api-event-source-mapping',
  what: 'A mapping of a queue has batches of more than 10 messages and no batching window.',
  happens: 'Lambda refuses the mapping, and the deployment fails.',
  fix: 'Set `MaximumBatchingWindowInSeconds` to at least 1.',
  check: forEach(MAPPING, (mapping) => {
    const [size, window] = [numberOf(mapping.get('BatchSize')), numberOr(mapping.get('MaximumBatchingWindowInSeconds'), LIMITS.batchingWindow.default)];
    return size !== undefined && size > LIMITS.queueBatchSize.default && window === 0 && sourceOf(mapping) === 'sqs' ? at(mapping, 'BatchSize', `is ${size}, without a window`) : undefined;
  }),
};
