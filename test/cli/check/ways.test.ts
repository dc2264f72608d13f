import { issuesOfWays } from '../../../src/cli/check/ways';
import { keptTemplate, lossyTemplate, reportOf, reportWith } from '../support';

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

test('says by which alias, and of what invokes itself no name; where it is is the function unless something else is known', () => {
  const [{ ways: [{ fn }] }] = functions;
  const trouble = { id: 'NothingKeepsIt', effect: 'lost', text: 'it is gone', fix: 'keep it' } as const;
  const ways = [{ by: fn, qualifier: 'live', failures: ['timeout', 'crash'], verdict: 'lost', kept: [], troubles: [trouble] }] as const;

  expect(issuesOfWays(reportWith(ways).functions, [])).toMatchObject([{
    text: 'SNS subscription to Shop/Notify (live), timeout, crash: it is gone.', fix: 'keep it', place: { id: 'Notify' },
  }]);
});

test('only a loss that could be kept is an issue: not what AWS has no setting for, what is not known or what nobody hears of', () => {
  const lost = { verdict: 'lost', troubles: [{ id: 'NothingKeepsIt', effect: 'lost', text: 'gone', fix: 'keep' }] } as const;
  const count = (...ways: Parameters<typeof reportWith>[0]) => issuesOfWays(reportWith(ways).functions, []).length;

  expect([count(lost), count({ ...lost, isUnavoidable: true }), count({ ...lost, verdict: 'unknown' })]).toEqual([1, 0, 0]);
  expect(count({ ...lost, troubles: [{ ...lost.troubles[0], effect: 'silent' }] })).toBe(0);
});

test('two ways that lose for the same reason are one issue that tells of both', () => {
  const lost = { verdict: 'lost', troubles: [{ id: 'NothingKeepsIt', effect: 'lost', text: 'gone', fix: 'keep' }] } as const;
  const issues = issuesOfWays(reportWith([{ ...lost, failures: ['timeout'] }, { ...lost, failures: ['throttle'] }]).functions, []);

  expect(issues.map(({ text }) => text)).toEqual([
    'SNS subscription Shop/Subscription to Shop/Notify, timeout: gone. SNS subscription Shop/Subscription to Shop/Notify, throttle: gone.',
  ]);
});

test('an error of a rule on what invokes the function tells of it too', () => {
  const [issue] = issuesOfWays(functions, []);
  const [{ ways: [{ by }] }] = functions;

  expect(issuesOfWays(functions, [{ ...issue, id: 'SomeRule', place: by }])).toEqual([]);
});
