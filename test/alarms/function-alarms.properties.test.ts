import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as fc from 'fast-check';
import { fullFunction, METHODS } from './support';
import type { CountAlarmOptions } from '../../src/alarms/alarm-options';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { FunctionAlarms } from '../../src/alarms/function-alarms';

const DAY = 86_400;
const HOUR = 3_600;
const WEEK = 7 * DAY;

/** Written down again here: the test must not believe the code. */
const CODED = ['AlarmPeriodInvalid', 'AlarmEvaluationPeriodsInvalid', 'AlarmDatapointsOutOfRange', 'AlarmWindowTooLong', 'AlarmThresholdOutOfRange',
  'AlarmNameLengthOutOfRange', 'AlarmDescriptionTooLong'];

const longest = (period: number) => Math.floor((period < HOUR ? DAY : WEEK) / period);

const legalPeriod = fc.oneof(fc.constantFrom(10, 30), fc.integer({ min: 1, max: WEEK / 60 }).map((minutes) => minutes * 60));
const legalWindow = legalPeriod
  .chain((period) => fc.record({ period: fc.constant(period), evaluationPeriods: fc.integer({ min: 1, max: longest(period) }) }))
  .chain((window) => fc.record({
    period: fc.constant(Duration.seconds(window.period)),
    evaluationPeriods: fc.constant(window.evaluationPeriods),
    datapointsToAlarm: fc.integer({ min: 1, max: window.evaluationPeriods }),
  }));
const legalRest = fc.record({
  threshold: fc.oneof(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: Number.MIN_VALUE, max: 1e9, noNaN: true })),
  severity: fc.constantFrom(...Object.values(AlarmSeverity)),
  alarmName: fc.string({ minLength: 1, maxLength: 255 }).filter((name) => !name.includes('${')),
  alarmDescription: fc.string({ maxLength: 1_024 }).filter((text) => !text.includes('${')),
  treatMissingData: fc.constantFrom(...Object.values(cloudwatch.TreatMissingData)),
}, { requiredKeys: [] });
const legal: fc.Arbitrary<CountAlarmOptions> = fc.tuple(fc.option(legalWindow, { nil: {} }), legalRest)
  .map(([window, rest]) => ({ ...window, ...rest }));
const method = fc.constantFrom(...METHODS);

const notPositiveInteger = fc.oneof(fc.integer({ max: 0 }), fc.double({ noInteger: true, noNaN: false }).filter((value) => Math.abs(value) < 1e100));
const illegal: fc.Arbitrary<CountAlarmOptions> = fc.oneof(
  fc.integer({ min: 0, max: WEEK }).filter((seconds) => ![10, 30].includes(seconds) && (seconds === 0 || seconds % 60 !== 0))
    .map((seconds) => ({ period: Duration.seconds(seconds) })),
  notPositiveInteger.map((evaluationPeriods) => ({ evaluationPeriods })),
  notPositiveInteger.map((datapointsToAlarm) => ({ datapointsToAlarm })),
  fc.integer({ min: 1, max: 1_000 }).chain((evaluationPeriods) =>
    fc.integer({ min: 1, max: 1_000 }).map((more) => ({ evaluationPeriods, datapointsToAlarm: evaluationPeriods + more }))),
  legalPeriod.chain((period) => fc.integer({ min: 1, max: 1_000 })
    .map((more) => ({ period: Duration.seconds(period), evaluationPeriods: longest(period) + more }))),
  fc.oneof(fc.integer({ max: 0 }), fc.constantFrom(Number.NaN, Infinity, -Infinity)).map((threshold) => ({ threshold })),
  fc.constantFrom('', 'x'.repeat(256)).map((alarmName) => ({ alarmName })),
  fc.integer({ min: 1_025, max: 2_000 }).map((length) => ({ alarmDescription: 'x'.repeat(length) })),
);

test('legal options give an alarm that CloudWatch takes and that can fire', () => {
  fc.assert(fc.property(method, legal, (name, options) => {
    const stack = new Stack();
    FunctionAlarms.fromFunction(fullFunction(stack))[name](options);

    const [{ Properties: alarm }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));
    const { Period: period, EvaluationPeriods: evaluationPeriods, DatapointsToAlarm: datapoints } = alarm;
    expect([10, 30].includes(period) || period % 60 === 0).toBe(true);
    expect(datapoints).toBeGreaterThanOrEqual(1);
    expect(datapoints).toBeLessThanOrEqual(evaluationPeriods);
    expect(evaluationPeriods).toBeLessThanOrEqual(longest(period));
    expect(alarm.Threshold).toBeGreaterThan(0);
    expect(alarm.Dimensions).toHaveLength(1);
    expect(alarm).toMatchObject({
      ...(options.threshold === undefined ? {} : { Threshold: options.threshold }),
      ...(options.alarmName === undefined ? {} : { AlarmName: options.alarmName }),
      TreatMissingData: options.treatMissingData ?? 'notBreaching',
    });
  }), { numRuns: 60 });
});

test('illegal options give a coded error that names the method and the value, and no alarm', () => {
  fc.assert(fc.property(method, illegal, (name, options) => {
    const stack = new Stack();
    const alarms = FunctionAlarms.fromFunction(fullFunction(stack));

    let error: Error | undefined;
    try {
      alarms[name](options);
    } catch (thrown) {
      error = thrown as Error;
    }

    expect(CODED).toContain(error?.name);
    expect(error?.message).toContain(`${name}()`);
    expect(error?.message).toMatch(new RegExp(Object.keys(options).join('|')));
    Template.fromStack(stack).resourceCountIs('AWS::CloudWatch::Alarm', 0);
  }), { numRuns: 60 });
});
