import { issuesOfWays } from '../../../src/cli/check/ways';
import { keptTemplate, lossyTemplate, reportOf } from '../support';

const { functions } = reportOf(lossyTemplate());

test('a loss that no rule tells of is an issue, once', () => {
  expect(issuesOfWays(functions, [])).toEqual([{
    id: 'NothingKeepsIt',
    level: 'error',
    text: expect.stringMatching(/^SNS subscription Shop\/Subscription to Shop\/Notify, function-error, .*: the event is gone/),
    fix: expect.stringMatching(/^set /),
    place: expect.objectContaining({ id: 'Notify' }),
  }]);
});

test('a loss that an error of a rule tells of is not told again', () => {
  const [issue] = issuesOfWays(functions, []);

  expect(issuesOfWays(functions, [{ ...issue, id: 'SomeRule' }])).toEqual([]);
  expect(issuesOfWays(functions, [{ ...issue, id: 'SomeRule', level: 'note' }])).toHaveLength(1);
});

test('nothing is told of what is kept', () => {
  expect(issuesOfWays(reportOf(keptTemplate()).functions, [])).toEqual([]);
});

test('nothing is told of what CloudFormation waits for', () => {
  const [notify] = functions;
  const invokedBy = (invoker: 'custom-resource' | 's3') => [{ ...notify, ways: notify.ways.map((way) => ({ ...way, invoker })) }];

  expect([issuesOfWays(invokedBy('s3'), []), issuesOfWays(invokedBy('custom-resource'), [])]).toEqual([[expect.anything()], []]);
});

test('what only a failure that outlasts the source loses is a warning', () => {
  const [notify] = functions;
  const outlasting = { ...notify, ways: notify.ways.map((way) => ({ ...way, troubles: way.troubles.map((trouble) => ({ ...trouble, id: 'OutlastsSource' as const })) })) };

  expect(issuesOfWays([outlasting], []).map(({ level }) => level)).toEqual(['warning']);
});
