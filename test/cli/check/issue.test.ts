import { issue } from './support';
import { keyOf, split } from '../../../src/cli/check/issue';

test('the key stays the same when texts and names of constructs change', () => {
  expect(keyOf(issue({ text: 'other', fix: 'other' }))).toBe('QueueTooShort Shop Q Properties.X');
  expect(keyOf(issue({ path: undefined }))).toBe('QueueTooShort Shop Q');
});

test('acknowledged issues are not open', () => {
  const acknowledged = issue({ acknowledged: { reason: 'a <cache>', at: 'Shop/Orders' } });

  expect(split([acknowledged, issue()])).toEqual({ open: [issue()], acknowledged: [acknowledged] });
});
