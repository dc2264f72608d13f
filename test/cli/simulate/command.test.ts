import { dirname } from 'path';
import { keptTemplate, lossyTemplate, removeWritten, run, written } from '../support';

afterAll(removeWritten);

const kept = () => written('kept.json', keptTemplate());
const ASKED = ['--function', 'Notify', '--invoker', 'sns', '--failure', 'function-error'];

test('follows one event in words', () => {
  const { code, out } = run('simulate', kept(), ...ASKED, '--error-type', 'StockBusy');

  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'SNS subscription Subscription → Notify, function-error StockBusy: kept',
    '  tried     2 times within 6 h by Lambda, after 1 min, 2 min (at 0, 1 min)',
    '  kept in   Failures for 14 d',
    '  alarm     Waiting on ApproximateNumberOfMessagesVisible goes off within 2 min, heard by on-call@example.com',
    '  heard by  on-call@example.com',
  ]);
});

test('an event that is lost fails', () => {
  expect(run('simulate', written('lossy.json', lossyTemplate()), ...ASKED)).toMatchObject({ code: 1, out: expect.stringContaining(': lost\n') });
});

test('an event of which whoever waits is told fails nothing', () => {
  const template = { Resources: { Fn: { Type: 'AWS::Lambda::Function', Properties: {} }, Made: { Type: 'Custom::Thing', Properties: { ServiceToken: { 'Fn::GetAtt': ['Fn', 'Arn'] } } } } };
  const args = ['--function', 'Fn', '--invoker', 'custom-resource', '--failure', 'function-error'];

  expect(run('simulate', written('custom.json', template), ...args)).toMatchObject({ code: 0, out: expect.stringContaining(': lost\n') });
});

test('what the function says is a part of the answer', () => {
  const { out } = run('simulate', kept(), '--function', 'Not', '--invoker', 'sdk', '--failure', 'function-error', '--error-type', 'A', '--message', 'b', '--format', 'json');

  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    function: { id: 'Notify' },
    invoker: 'sdk',
    failure: 'function-error',
    verdict: 'kept',
    attemptCount: 1,
    answer: { status: 200, body: '{"errorMessage":"b","errorType":"A"}' },
    heard: 'caller',
  });
});

test('the alarms in JSON', () => {
  const { out } = run('simulate', kept(), ...ASKED, '--format', 'json');

  expect(JSON.parse(out)).toMatchObject({
    attempts: [{ number: 1, at: 0 }, { number: 2, at: 60 }],
    givenUpAfter: 21_600,
    keptIn: ['Failures for 14 d'],
    alarms: [{ alarm: { id: 'Waiting' }, goesOff: 'yes', after: 120, heardBy: ['on-call@example.com'] }],
  });
});

test.each([
  [['--invoker', 'sns', '--failure', 'crash'], /simulate needs --function: see lambda-errors simulate --help \[CliUsage\]/],
  [['--function', 'Notify', '--failure', 'crash'], /simulate needs --invoker/],
  [['--function', 'Notify', '--invoker', 'SNS', '--failure', 'crash'], /--invoker SNS is not known: use one of sdk, rest-api,.* \[CliUsage\]/],
  [['--function', 'Notify', '--invoker', 'sns', '--failure', 'constructor'], /--failure constructor is not known: use one of function-error, timeout/],
  [['--function', 'Other', '--invoker', 'sns', '--failure', 'crash'], /no function has a logical id that is or starts with "Other": there are Notify|kept\/Notify.* \[LogicalIdUnknown\]/],
  [['--function', 'Notify', '--invoker', 'sqs', '--failure', 'crash'], /is not invoked by "SQS queue" in these templates: there is SNS subscription \(sns\) \[InvokerNotInTemplate\]/],
  [['--function', 'Notify', '--invoker', 'sns', '--by', 'Other', '--failure', 'crash'], /is not invoked by "SNS subscription" named "Other"/],
  [['--function', 'Notify', '--invoker', 'sns', '--failure', 'malformed-response'], /\[FailureNotSimulated\]/],
])('%j is bad input, in one line', (args, message) => {
  const { code, err } = run('simulate', kept(), ...args);

  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(err.trim()).not.toContain('\n');
});

describe('in a folder of several templates', () => {
  const folder = (...functions: string[][]) => {
    const name = functions.flat().join('-');
    functions.forEach((ids, i) => {
      const { Notify, ...others } = keptTemplate().Resources;
      written(`${name}/assembly-${i}/manifest.json`, { artifacts: { Shop: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Shop.template.json' } } } });
      written(`${name}/assembly-${i}/Shop.template.json`, { Resources: { ...i === 0 ? others : {}, ...Object.fromEntries(ids.map((id) => [id, { ...Notify, Metadata: {} }])) } });
    });
    const stage = (i: number) => ({ type: 'cdk:cloud-assembly', properties: { directoryName: `assembly-${i}` } });
    return dirname(written(`${name}/manifest.json`, { artifacts: Object.fromEntries(functions.map((_, i) => [`Stage${i}`, stage(i)])) }));
  };
  const asked = (path: string, fn: string) => run('simulate', path, '--function', fn, '--invoker', 'sdk', '--failure', 'crash');

  test('the first group that has the function is the one that is meant', () => {
    expect(asked(folder(['Notify'], ['Late']), 'Late')).toMatchObject({ code: 0, out: expect.stringContaining('→ Late, crash') });
  });

  test('what one group has twice and no other once is ambiguous, and not unknown', () => {
    expect(asked(folder(['Notify'], ['LateA', 'LateB']), 'Late')).toMatchObject({ code: 2, err: expect.stringMatching(/\[LogicalIdAmbiguous\]$/) });
    expect(asked(folder(['Notify'], ['LateA', 'LateB'], ['LateC']), 'Late')).toMatchObject({ code: 0, out: expect.stringContaining('→ LateC, crash') });
  });
});

test('an option that is empty is none', () => {
  expect(run('simulate', kept(), '--function', '', '--invoker', 'sns', '--failure', 'crash')).toMatchObject({ code: 2, err: expect.stringMatching(/simulate needs --function/) });
});
