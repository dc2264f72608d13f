import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import type { AlarmOptions } from '../../../src/alarms/alarm-options';
import { alarmWindow, isBelowResolution, periodsCovering } from '../../../src/alarms/private/alarm-window';

const stack = new Stack();
const token = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;

function windowFor(options: AlarmOptions) {
  return alarmWindow({ method: 'errors' }, options, () => 3, stack);
}

test('fills what is not given', () => {
  expect(windowFor({})).toEqual({ period: Duration.seconds(60), evaluationPeriods: 3, datapointsToAlarm: 1 });
});

test.each([
  [3, 60, 3],
  [60, 60, 3],
  [900, 60, 17],
  [900, 300, 4],
  [900, 3_600, 1],
  [3, 10, 13],
])('a timeout of %d seconds takes periods of %d seconds: %d', (timeout, period, periods) => {
  expect(periodsCovering(timeout, period)).toBe(periods);
  expect(periods * period).toBeGreaterThan(timeout);
});

test.each([10, 30, 60, 120, 3_600, 86_400])('a period of %d seconds is legal', (seconds) => {
  expect(windowFor({ period: Duration.seconds(seconds) }).period.toSeconds()).toBe(seconds);
});

test.each([0, 1, 5, 20, 45, 61, 90])('a period of %d seconds is refused', (seconds) => {
  expect(() => windowFor({ period: Duration.seconds(seconds) })).toThrow(expect.objectContaining({
    name: 'AlarmPeriodInvalid', message: expect.stringContaining(`period of errors() must be 10 or 30 seconds, or a multiple of 60 seconds, got ${seconds} seconds`),
  }));
});

test('a period of part of a second is refused with our own words', () => {
  expect(() => windowFor({ period: Duration.millis(60_500) })).toThrow(expect.objectContaining({ name: 'AlarmPeriodInvalid' }));
});

test.each([0, -1, 1.5, Number.NaN, Infinity])('evaluationPeriods of %d is refused', (evaluationPeriods) => {
  expect(() => windowFor({ evaluationPeriods })).toThrow(expect.objectContaining({ name: 'AlarmEvaluationPeriodsInvalid' }));
});

test.each([0, -1, 1.5, 4, Number.NaN])('datapointsToAlarm of %d out of 3 is refused', (datapointsToAlarm) => {
  expect(() => windowFor({ datapointsToAlarm })).toThrow(expect.objectContaining({
    name: 'AlarmDatapointsOutOfRange', message: expect.stringContaining('from 1 to evaluationPeriods (3)'),
  }));
});

test.each([
  [Duration.minutes(1), 1_440, 1_441],
  [Duration.minutes(59), 24, 25],
  [Duration.hours(1), 168, 169],
  [Duration.days(1), 7, 8],
  [Duration.seconds(10), 8_640, 8_641],
])('periods of %s: %d are legal, %d are too long', (period, longest, tooMany) => {
  expect(windowFor({ period, evaluationPeriods: longest }).evaluationPeriods).toBe(longest);
  expect(() => windowFor({ period, evaluationPeriods: tooMany })).toThrow(expect.objectContaining({ name: 'AlarmWindowTooLong' }));
});

test('tokens are not numbers', () => {
  const all = { period: Duration.seconds(token), evaluationPeriods: token, datapointsToAlarm: token };

  expect(windowFor(all)).toEqual(all);
  expect(windowFor({ period: Duration.seconds(token) }).evaluationPeriods).toBe(3);
  expect(windowFor({ evaluationPeriods: token }).datapointsToAlarm).toBe(1);
  expect(windowFor({ evaluationPeriods: token, datapointsToAlarm: 100 }).datapointsToAlarm).toBe(100);
  expect(isBelowResolution(windowFor(all))).toBe(false);
});

test('knows a period that is finer than the metric', () => {
  expect([10, 30, 60].map((seconds) => isBelowResolution(windowFor({ period: Duration.seconds(seconds) })))).toEqual([true, true, false]);
});
