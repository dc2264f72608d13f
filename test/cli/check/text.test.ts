import { issue } from './support';
import { countText, issuesText } from '../../../src/cli/check/text';
import { painter } from '../../../src/cli/paint';

test('worst first, by resource', () => {
  expect(issuesText([issue({ level: 'note', id: 'Later' }), issue()], 2, painter(false))).toBe([
    'Shop/Orders/Q',
    '  error   QueueTooShort at Properties.X',
    '          It is gone.',
    '          To do: Keep it.',
    '          https://docs.aws.amazon.com/x',
    '  note    Later at Properties.X',
    '          It is gone.',
    '          To do: Keep it.',
    '          https://docs.aws.amazon.com/x',
    '',
    '1 error, 0 warnings, 1 note; 2 in the baseline',
  ].join('\n'));
});

test('nothing found is a count of nothing', () => {
  expect(issuesText([], 0, painter(false))).toBe('0 errors, 0 warnings, 0 notes');
  expect(countText([], 3)).toMatch(/; 3 in the baseline$/);
});

test('what is acknowledged comes last, with its reason and where', () => {
  expect(issuesText([issue({ acknowledged: { reason: 'a <cache>', at: 'Shop/Orders' } })], 0, painter(false))).toBe([
    'Shop/Orders/Q',
    '  acknowledged QueueTooShort at Properties.X',
    '          a <cache> (on Shop/Orders)',
    '',
    '0 errors, 0 warnings, 0 notes; 1 acknowledged',
  ].join('\n'));
});

test('of a resource as a whole, without a page of AWS, there is less to say', () => {
  const whole = issue({ path: undefined, source: undefined });

  expect(issuesText([whole, issue({ path: undefined, acknowledged: { reason: 'a demo', at: '' } })], 0, painter(false))).toBe([
    'Shop/Orders/Q',
    '  error   QueueTooShort',
    '          It is gone.',
    '          To do: Keep it.',
    '',
    'Shop/Orders/Q',
    '  acknowledged QueueTooShort',
    '          a demo (on the app)',
    '',
    '1 error, 0 warnings, 0 notes; 1 acknowledged',
  ].join('\n'));
});

test('is in the colours of levels', () => {
  expect(issuesText([issue({ level: 'warning' })], 0, painter(true))).toContain('\u001b[33mwarning\u001b[39m QueueTooShort');
});
