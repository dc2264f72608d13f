import { Duration, Lazy } from 'aws-cdk-lib';
import { isWholeSeconds } from '../../src/private/whole-seconds';

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
