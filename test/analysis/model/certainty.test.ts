import { agreed, all, some } from '../../../src/analysis/model/certainty';

test('all of it', () => {
  expect([all([]), all(['yes', 'yes']), all(['yes', 'unknown']), all(['unknown', 'no'])]).toEqual(['yes', 'yes', 'unknown', 'no']);
});

test('at least one', () => {
  expect([some([]), some(['no', 'yes']), some(['no', 'unknown']), some(['no', 'no'])]).toEqual(['no', 'yes', 'unknown', 'no']);
});

test('whichever way it is', () => {
  expect([agreed([]), agreed(['no', 'no']), agreed(['yes', 'no']), agreed(['yes'])]).toEqual(['unknown', 'no', 'unknown', 'yes']);
});
