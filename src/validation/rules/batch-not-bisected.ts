import { onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const batchNotBisected: Rule = {
  id: 'BatchNotBisected',
  severity: 'info',
  source: 'lambda/with-dynamodb-errors',
  what: 'A mapping of a stream gives up whole batches.',
  happens: 'One bad record takes the good ones of its batch along.',
  fix: 'Set `BisectBatchOnFunctionError: true`.',
  check: onPaths('TakesBatchAlong', ({ trigger: { by } }, { text }) => at(by, 'BisectBatchOnFunctionError', `is not set: ${text}`)),
};
