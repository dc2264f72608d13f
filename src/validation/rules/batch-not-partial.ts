import { LIMITS } from '../../facts';
import { MAPPING, sourceOf } from '../private/mappings';
import { isMissing, numberOr } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const batchNotPartial: Rule = {
  id: 'BatchNotPartial',
  severity: 'info',
  source: 'lambda/with-sqs-errors',
  what: 'A function gets several messages at once and can not say which of them failed.',
  happens: 'One bad message makes the whole batch come back: good ones are handled again, and reach the dead-letter queue with it.',
  fix: 'Set `FunctionResponseTypes: [ReportBatchItemFailures]` and let the code return the ids of what failed, or set `BatchSize: 1`.',
  check: forEach(MAPPING, (mapping) => {
    const source = sourceOf(mapping);
    if (source !== 'sqs' && source !== 'sqs-fifo') return undefined;
    const size = numberOr(mapping.get('BatchSize'), LIMITS.queueBatchSize.default);
    return size !== undefined && size > 1 && isMissing(mapping.get('FunctionResponseTypes')) ? at(mapping, 'FunctionResponseTypes', `is not set, and a batch has up to ${size} messages`) : undefined;
  }),
};
