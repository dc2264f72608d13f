import { LIMITS } from '../../facts';
import { isStream, MAPPING, sourceOf } from '../private/mappings';
import { numberOr } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const streamRetriesEndless: Rule = {
  id: 'StreamRetriesEndless',
  severity: 'error',
  source: 'lambda/with-dynamodb-errors',
  what: 'A mapping of a stream tries a batch again without end.',
  happens: 'One bad record blocks its shard until the stream deletes it, and everything behind it may be deleted unread.',
  fix: 'Set `MaximumRetryAttempts` or `MaximumRecordAgeInSeconds`, `BisectBatchOnFunctionError: true` and an on-failure destination.',
  check: forEach(MAPPING, (mapping) => {
    const attempts = numberOr(mapping.get('MaximumRetryAttempts'), LIMITS.mappingRetryAttempts.default);
    const age = numberOr(mapping.get('MaximumRecordAgeInSeconds'), LIMITS.mappingRecordAge.default);
    return attempts === -1 && age === -1 && isStream(sourceOf(mapping)) ? at(mapping, 'MaximumRetryAttempts', 'and MaximumRecordAgeInSeconds have no end') : undefined;
  }),
};
