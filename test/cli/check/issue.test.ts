import { issue } from './support';
import { keyOf } from '../../../src/cli/check/issue';

test('the key stays the same when texts and names of constructs change', () => {
  expect(keyOf(issue({ text: 'other', fix: 'other' }))).toBe('QueueTooShort Shop Q Properties.X');
  expect(keyOf(issue({ path: undefined }))).toBe('QueueTooShort Shop Q');
});
