import { issue } from './support';
import { issuesMarkdown } from '../../../src/cli/check/markdown';

test('is a table under a count', () => {
  expect(issuesMarkdown([issue({ text: 'a | b' })], 0)).toBe([
    '## Lambda error handling: 1 error, 0 warnings, 0 notes', '', '| Level | Rule | Where | What happens | To do |', '| --- | --- | --- | --- | --- |',
    '| error | QueueTooShort | Shop/Orders/Q Properties.X | a \\| b | Keep it. |',
  ].join('\n'));
});

test('nothing found has no table', () => {
  expect(issuesMarkdown([], 0)).not.toContain('|');
});

test('what is acknowledged has a table of its own', () => {
  const text = issuesMarkdown([issue({ acknowledged: { reason: 'a <cache>', at: 'Shop/Orders' } })], 0);

  expect(text).toContain('0 errors, 0 warnings, 0 notes; 1 acknowledged');
  expect(text).toContain('| QueueTooShort | Shop/Orders/Q Properties.X | a &lt;cache&gt; | Shop/Orders |');
  expect(text).not.toContain('| Level |');
});

test('of a resource as a whole it says which, and of what the app acknowledges that it is the app', () => {
  expect(issuesMarkdown([issue({ path: undefined })], 0)).toContain('| error | QueueTooShort | Shop/Orders/Q | It is gone. |');
  expect(issuesMarkdown([issue({ acknowledged: { reason: 'a demo', at: '' } })], 0)).toContain('| a demo | the app |');
});
