import { catcherTo, errorOutput, missingCatchers, missingRetriers } from '../../../src/workflow/private/task-plan';
import { taskRules } from '../../../src/workflow/private/task-rules';
import { CALL, CATALOG, RUN } from '../support';

const RULES = taskRules({ catalog: CATALOG });

test.each<[string, unknown, [number, string[]][]]>([
  ['nothing', undefined, [[0, ['LedgerCorrupt', 'OrderNotFound']], [0, CALL], [0, RUN], [0, ['StockBusy']]]],
  ['an empty list', [], [[0, ['LedgerCorrupt', 'OrderNotFound']], [0, CALL], [0, RUN], [0, ['StockBusy']]]],
  ['some names', [{ ErrorEquals: [...RUN, 'StockBusy', 'OrderNotFound'] }], [[0, ['LedgerCorrupt']], [1, CALL]]],
  ['a wildcard', [{ ErrorEquals: ['X'] }, { ErrorEquals: ['States.TaskFailed'] }], [[0, ['LedgerCorrupt', 'OrderNotFound']]]],
])('retriers that are missing where there is %s', (_, Retry, missing) => {
  expect(missingRetriers({ Retry }, RULES)?.map(({ at, value }) => [at, (value as any).ErrorEquals])).toEqual(missing);
});

test.each<[string, unknown, [number, string[]][]]>([
  ['nothing', undefined, [[0, ['States.DataLimitExceeded']], [0, ['States.ALL']]]],
  ['some names', [{ ErrorEquals: ['X'] }], [[1, ['States.DataLimitExceeded']], [1, ['States.ALL']]]],
  ['the wildcard', [{ ErrorEquals: ['X'] }, { ErrorEquals: ['States.ALL'] }], [[1, ['States.DataLimitExceeded']]]],
  ['all', [{ ErrorEquals: ['States.DataLimitExceeded'] }, { ErrorEquals: ['States.ALL'] }], []],
])('catchers that are missing where there is %s', (_, Catch, missing) => {
  expect(missingCatchers({ Catch }, { Next: 'Failed' })?.map(({ at, value }) => [at, (value as any).ErrorEquals])).toEqual(missing);
});

test.each([{ Ref: 'Retry' }, 0, [{ ErrorEquals: '${Errors}' }], [{ ErrorEquals: ['${Error}'] }], [{ ErrorEquals: [{ Ref: 'Error' }] }], [null]])(
  'a list of which only the deployment knows the names is left: %p', (list) => {
    expect(missingRetriers({ Retry: list }, RULES)).toBeUndefined();
    expect(missingCatchers({ Catch: list }, { Next: 'Failed' })).toBeUndefined();
  });

test('the error goes beside the input in both query languages', () => {
  expect(catcherTo('Failed', '$.error', 'JSONPath')).toEqual({ Next: 'Failed', ResultPath: '$.error' });
  expect(catcherTo('Failed', '$.error', 'JSONata')).toEqual({ Next: 'Failed', Output: errorOutput('$.error') });
  expect(errorOutput('$.a.b.c')).toBe("{% $type($states.input) = 'object' ? "
    + "$merge([$states.input, {'a': $merge([$states.input.a, {'b': $merge([$states.input.a.b, {'c': $states.errorOutput}])}])}]) : $states.errorOutput %}");
});
