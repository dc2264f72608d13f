import { Duration, Lazy } from 'aws-cdk-lib';
import { isWholeNumber, isWholeSeconds } from '../../src/private/whole-numbers';

test.each([
  [Duration.seconds(3), {}, true],
  [Duration.minutes(2), { min: 60, max: 120 }, true],
  [Duration.seconds(60), { min: 60, max: 120 }, true],
  [Duration.millis(1_500), {}, false],
  [Duration.millis(61_500), { min: 60, max: 120 }, false],
  [Duration.seconds(59), { min: 60 }, false],
  [Duration.seconds(121), { max: 120 }, false],
  [Duration.seconds(0), { min: 1 }, false],
  [Duration.seconds(0), {}, true],
])('%s within %j: %s', (duration, range, expected) => {
  expect(isWholeSeconds(duration, range)).toBe(expected);
});

test('a duration of the deployment passes every range', () => {
  expect(isWholeSeconds(Duration.seconds(Lazy.number({ produce: () => 1 })), { min: 60 })).toBe(true);
});

test.each([
  [0, {}, true], [-1, {}, false], [1.5, {}, false], [NaN, {}, false], [Infinity, {}, false],
  [1, { min: 1, max: 2 }, true], [2, { min: 1, max: 2 }, true], [0, { min: 1, max: 2 }, false], [3, { min: 1, max: 2 }, false],
])('%d within %j: %s', (value, range, expected) => {
  expect(isWholeNumber(value, range)).toBe(expected);
});

test('a number of the deployment passes every range', () => {
  expect(isWholeNumber(Lazy.number({ produce: () => 1 }), { min: 60 })).toBe(true);
});
