import { readFileSync } from 'fs';
import { keptTemplate, lossyTemplate, removeWritten, run, written } from '../support';

afterAll(removeWritten);

const lossy = () => written('lossy.json', lossyTemplate());

test('exits with 1 for an error, with 0 for less', () => {
  expect(run('check', lossy()).code).toBe(1);
  expect(run('check', written('kept.json', keptTemplate()))).toMatchObject({ code: 0, out: expect.stringMatching(/^0 errors|\n0 errors/) });
});

test.each([
  ['json', (out: string) => expect(JSON.parse(out).issues).toContainEqual(expect.objectContaining({ id: 'AsyncFailureNotKept' }))],
  ['sarif', (out: string) => expect(JSON.parse(out).runs[0].results).toContainEqual(expect.objectContaining({ ruleId: 'AsyncFailureNotKept' }))],
  ['junit', (out: string) => expect(out).toContain('<failure type="AsyncFailureNotKept"')],
  ['markdown', (out: string) => expect(out).toMatch(/\| error \| AsyncFailureNotKept \|/)],
  ['text', (out: string) => expect(out).toMatch(/ {2}error {3}AsyncFailureNotKept /)],
])('writes %s', (format, assert) => {
  assert(run('check', lossy(), '--format', format).out);
});

test('a live stack starts with what it has, and fails for what comes', () => {
  const baseline = written('baseline.json', '');
  const template = lossyTemplate();

  expect(run('check', lossy(), '--write-baseline', baseline)).toMatchObject({ code: 0, err: expect.stringMatching(/^\d+ issues written to /) });
  expect(JSON.parse(readFileSync(baseline, 'utf8')).issues).toContainEqual(expect.stringMatching(/^AsyncFailureNotKept lossy Notify/));
  expect(run('check', lossy(), '--baseline', baseline).code).toBe(0);

  delete template.Resources.Subscription.Properties.RedrivePolicy;
  const { code, out } = run('check', written('lossy.json', template), '--baseline', baseline);

  expect(code).toBe(1);
  expect(out).toMatch(/error {3}SubscriptionWithoutDeadLetters/);
  expect(out).not.toMatch(/AsyncFailureNotKept/);
});

test('JSON says how many are in the baseline', () => {
  const baseline = written('all.json', '');
  run('check', lossy(), '--write-baseline', baseline);
  const { length } = JSON.parse(readFileSync(baseline, 'utf8')).issues;

  expect(JSON.parse(run('check', lossy(), '--format', 'json', '--baseline', baseline).out)).toMatchObject({ version: 1, issues: [], acknowledged: [], inBaseline: length });
});
