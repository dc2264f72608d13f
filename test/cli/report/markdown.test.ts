import { reportMarkdown } from '../../../src/cli/report/markdown';
import { keptTemplate, lossyTemplate, reportOf, reportWith, wayWith } from '../support';

test('has a table for each function', () => {
  const page = reportMarkdown(reportOf(keptTemplate()));

  expect(page).toMatch(/^# Where the errors of Lambda functions go\n\nWays of events: 4 kept, 0 lost, 0 unknown\.\n\n## Shop\/Notify\n\n\| Invoker \|/);
  expect(page).toContain('| SNS subscription Subscription | function-error, timeout, crash, poison-record | kept | 2 times within 6 h by Lambda, after 1 min, 2 min | Failures for 14 d | on-call@example.com |  |');
});

test('says what to do', () => {
  expect(reportMarkdown(reportOf(lossyTemplate()))).toMatch(/\| lost \|.*the event is gone/);
});

test('tells apart what is lost for good or with somebody told, and names what nothing invokes', () => {
  const { totals } = reportOf(keptTemplate());
  const lonely = { id: 'Lonely', name: 'a_b', template: 'Shop', type: 'AWS::Lambda::Function' };
  const text = reportMarkdown(reportWith([], { totals: { ...totals, unavoidable: 3, awaited: 1 }, uninvoked: [lonely] }));

  expect(text).toContain('0 unknown, 3 lost where AWS has nothing to set, 1 lost of which whoever waits is told.');
  expect(text).toContain('\n\n## Invoked by nothing in these templates\n\n- Shop/a\\_b\n\n## Size\n\n- Resources: Shop 13 of 500\n- Alarms: 3');
  expect(reportMarkdown(reportOf(keptTemplate()))).not.toContain('Invoked by nothing');
});

test('says by which alias, of what invokes itself no name, and where AWS has nothing to set', () => {
  const { fn } = wayWith();
  const text = reportMarkdown(reportWith([{ by: fn, qualifier: 'live', verdict: 'lost', isUnavoidable: true, kept: ['A', 'B'] }, { qualifier: 'live' }]));

  expect(text).toContain('| SNS subscription (live) | function-error, timeout, crash, poison-record | lost: AWS has nothing to set | 2 times within 6 h by Lambda, after 1 min, 2 min | A; B |');
  expect(text).toContain('| SNS subscription Subscription (live) | function-error, timeout, crash, poison-record | kept |');
});
