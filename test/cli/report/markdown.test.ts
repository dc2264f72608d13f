import { reportMarkdown } from '../../../src/cli/report/markdown';
import { keptTemplate, lossyTemplate, reportOf } from '../support';

test('has a table for each function', () => {
  const page = reportMarkdown(reportOf(keptTemplate()));

  expect(page).toMatch(/^# Where the errors of Lambda functions go\n\nWays of events: 4 kept, 0 lost, 0 unknown\.\n\n## Shop\/Notify\n\n\| Invoker \|/);
  expect(page).toContain('| SNS subscription Subscription | function-error, timeout, crash, poison-record | kept | 2 times within 6 h by Lambda, after 1 min, 2 min | Failures for 14 d | on-call@example.com |  |');
});

test('says what to do', () => {
  expect(reportMarkdown(reportOf(lossyTemplate()))).toMatch(/\| lost \|.*the event is gone/);
});
