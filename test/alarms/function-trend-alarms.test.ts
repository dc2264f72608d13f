import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { alarmOf, SINGLE_FAILURE } from './support';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function, nodeFunction, testStack } from '../support';

function watched(props: Partial<lambda.CfnFunctionProps> = {}) {
  const stack = testStack();
  const fn = l1Function(stack, 'Function', { functionName: 'orders', ...props });
  return { stack, fn, alarms: FunctionAlarms.fromFunction(fn) };
}

function only(stack: Parameters<typeof Template.fromStack>[0]): Record<string, any> {
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))[0].Properties;
}

describe('errorRate()', () => {
  test('is a part of invocations, with a floor', () => {
    const { stack, alarms } = watched({ timeout: 900 });

    alarms.errorRate();

    const metric = (MetricName: string) => ({ Metric: { Namespace: 'AWS/Lambda', MetricName, Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Function' } }] }, Period: 300, Stat: 'Sum' });
    expect(only(stack)).toMatchObject({
      Metrics: [
        { Id: 'result', Expression: 'IF(all >= 40, 100 * FILL(failed, 0) / all, 0)', ReturnData: true },
        { Id: 'failed', MetricStat: metric('Errors'), ReturnData: false },
        { Id: 'all', MetricStat: metric('Invocations'), ReturnData: false },
      ],
      Threshold: 5,
      EvaluationPeriods: 4, // 15 minutes and two
      DatapointsToAlarm: 1,
      TreatMissingData: 'notBreaching',
    });
  });

  test.each([
    [{ threshold: 0 }, 'AlarmThresholdOutOfRange'],
    [{ threshold: 100.1 }, 'AlarmThresholdUnreachable'],
    [{ minimumRequests: 0 }, 'AlarmMinimumRequestsOutOfRange'],
    [{ minimumRequests: 1.5 }, 'AlarmMinimumRequestsOutOfRange'],
  ])('%j is refused', (options, name) => {
    expect(() => watched().alarms.errorRate(options)).toThrow(expect.objectContaining({ name }));
  });

  test('a window within the timeout is warned of', () => {
    const { stack, alarms } = watched({ timeout: 600 });

    alarms.errorRate({ evaluationPeriods: 2 });

    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('of errorRate\\(\\) is 600 seconds, and the function can run for 600'));
  });
});

describe('duration()', () => {
  test('is nine tenths of the timeout', () => {
    const { stack, alarms } = watched({ timeout: 60 });

    alarms.duration();

    expect(alarmOf(stack, 'Duration')).toMatchObject({ Statistic: 'Maximum', Threshold: 54_000, Period: 60, EvaluationPeriods: 3, DatapointsToAlarm: 1, TreatMissingData: 'notBreaching' });
  });

  test('a time that no invocation takes is refused, the timeout itself is not', () => {
    expect(() => watched({ timeout: 60 }).alarms.duration({ threshold: Duration.seconds(61) })).toThrow(expect.objectContaining({ name: 'AlarmThresholdUnreachable' }));
    expect(() => watched({ timeout: 60 }).alarms.duration({ threshold: Duration.seconds(60) })).not.toThrow();
  });

  test('where only the deployment knows the timeout, a threshold is needed', () => {
    const { stack, fn, alarms } = watched();
    fn.timeout = new CfnParameter(stack, 'Timeout', { type: 'Number' }).valueAsNumber;

    expect(() => alarms.duration()).toThrow(expect.objectContaining({ name: 'AlarmThresholdUnknown' }));
    expect(() => alarms.duration({ threshold: Duration.minutes(99) })).not.toThrow();
  });
});

describe('asyncEventAge()', () => {
  test.each([[undefined, 3_600_000], [7_200, 3_600_000], [600, 300_000]])('with a maximum age of %s seconds is %d milliseconds', (maximumEventAgeInSeconds, threshold) => {
    const { stack, fn, alarms } = watched();
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.ref, qualifier: '$LATEST', maximumEventAgeInSeconds });

    alarms.asyncEventAge();

    expect(alarmOf(stack, 'AsyncEventAge')).toMatchObject({ ...SINGLE_FAILURE, Statistic: 'Maximum', Threshold: threshold });
  });

  test('an age that no event gets is refused', () => {
    expect(() => watched().alarms.asyncEventAge({ threshold: Duration.hours(6) })).toThrow(expect.objectContaining({ name: 'AlarmThresholdUnreachable' }));
  });

  test('counts the whole function also for an alias', () => {
    const stack = testStack();
    const alias = new lambda.Alias(stack, 'Alias', { aliasName: 'live', version: nodeFunction(stack).currentVersion });

    FunctionAlarms.fromFunction(alias).asyncEventAge();

    expect(alarmOf(stack, 'AsyncEventAge').Dimensions).toHaveLength(1);
  });
});

test('recursiveInvocationsDropped() can not fire where loops are allowed', () => {
  const { stack, fn, alarms } = watched({ recursiveLoop: 'Terminate' });

  alarms.recursiveInvocationsDropped();

  expect(alarmOf(stack, 'RecursiveInvocationsDropped')).toMatchObject(SINGLE_FAILURE);
  fn.recursiveLoop = 'Allow';
  expect(() => alarms.recursiveInvocationsDropped()).toThrow(expect.objectContaining({ name: 'RecursiveInvocationsDroppedCannotFire' }));
});

describe('provisionedConcurrencySpillover()', () => {
  const provisioned = { provisionedConcurrentExecutions: 1 };

  test('of a function with an alias that has it', () => {
    const { stack, fn, alarms } = watched();
    expect(() => alarms.provisionedConcurrencySpillover()).toThrow(expect.objectContaining({ name: 'ProvisionedConcurrencySpilloverCannotFire' }));
    new lambda.CfnAlias(stack, 'Alias', { name: 'live', functionName: fn.ref, functionVersion: '1', provisionedConcurrencyConfig: provisioned });

    alarms.provisionedConcurrencySpillover();

    expect(alarmOf(stack, 'ProvisionedConcurrencySpilloverInvocations')).toMatchObject(SINGLE_FAILURE);
  });

  test('of an alias', () => {
    const stack = testStack();
    const version = nodeFunction(stack).currentVersion;
    const [without, having] = [undefined, 1].map((provisionedConcurrentExecutions, index) =>
      new lambda.Alias(stack, `Alias${index}`, { aliasName: `a${index}`, version, provisionedConcurrentExecutions }));

    expect(() => FunctionAlarms.fromFunction(without).provisionedConcurrencySpillover()).toThrow(expect.objectContaining({ name: 'ProvisionedConcurrencySpilloverCannotFire' }));
    expect(() => FunctionAlarms.fromFunction(having).provisionedConcurrencySpillover()).not.toThrow();
  });

  test('of an alias that is scaled, and of an imported function', () => {
    const stack = testStack();
    const alias = new lambda.Alias(stack, 'Alias', { aliasName: 'live', version: nodeFunction(stack).currentVersion });
    alias.addAutoScaling({ maxCapacity: 5 });
    const imported = lambda.Function.fromFunctionName(stack, 'Imported', 'orders');

    expect(() => [alias, imported].map((fn) => FunctionAlarms.fromFunction(fn).provisionedConcurrencySpillover())).not.toThrow();
  });
});

describe('anomalies', () => {
  test('durationAnomaly() is above the band', () => {
    const { stack, alarms } = watched();

    alarms.durationAnomaly();

    expect(only(stack)).toMatchObject({
      Metrics: [{ Id: 'watched', MetricStat: { Stat: 'p90', Period: 300 }, ReturnData: true }, { Id: 'result', Expression: 'ANOMALY_DETECTION_BAND(watched, 2)', ReturnData: true }],
      ThresholdMetricId: 'result',
      ComparisonOperator: 'GreaterThanUpperThreshold',
      EvaluationPeriods: 3,
      DatapointsToAlarm: 3,
      TreatMissingData: 'notBreaching',
    });
    expect(only(stack).Threshold).toBeUndefined();
  });

  test('invocationsAnomaly() is outside of it, and silence is bad news', () => {
    const { stack, alarms } = watched();

    alarms.invocationsAnomaly({ standardDeviations: 3 });

    expect(only(stack)).toMatchObject({ ComparisonOperator: 'LessThanLowerOrGreaterThanUpperThreshold', TreatMissingData: 'breaching' });
    expect(only(stack).Metrics[1].Expression).toBe('ANOMALY_DETECTION_BAND(watched, 3)');
  });

  test('silence may be fine', () => {
    const { stack, alarms } = watched();

    alarms.invocationsAnomaly({ treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING, evaluationPeriods: 2 });

    expect(only(stack)).toMatchObject({ TreatMissingData: 'notBreaching', DatapointsToAlarm: 2 });
  });

  test.each([0, -1, Infinity])('a band of %d is refused', (standardDeviations) => {
    expect(() => watched().alarms.durationAnomaly({ standardDeviations })).toThrow(expect.objectContaining({ name: 'AlarmThresholdOutOfRange' }));
  });
});
