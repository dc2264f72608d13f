import { App, Aws, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function, nodeFunction, testStack } from '../support';
import { alarmOf, fullFunction, METHODS, metricsOf, SINGLE_FAILURE } from './support';

describe('each alarm', () => {
  test.each([
    ['errors', 'Errors', 3],
    ['throttles', 'Throttles', 5],
    ['deadLetterErrors', 'DeadLetterErrors', 5],
    ['destinationDeliveryFailures', 'DestinationDeliveryFailures', 5],
    ['asyncEventsDropped', 'AsyncEventsDropped', 5],
  ] as const)('%s() sees a single failure in sparse traffic', (method, metricName, evaluationPeriods) => {
    const stack = testStack();
    const fn = fullFunction(stack);

    const alarm = FunctionAlarms.fromFunction(fn)[method]();

    expect(alarm).toBeInstanceOf(cloudwatch.CfnAlarm);
    expect(alarmOf(stack, metricName)).toMatchObject({
      Namespace: 'AWS/Lambda',
      Dimensions: [{ Name: 'FunctionName', Value: stack.resolve(fn.functionName) }],
      ...SINGLE_FAILURE,
      EvaluationPeriods: evaluationPeriods,
    });
  });

  test.each(METHODS)('%s() says which function failed and what to look at', (method) => {
    const stack = testStack();
    const fn = fullFunction(stack);

    const alarm = FunctionAlarms.fromFunction(fn)[method]();

    const description = stack.resolve(alarm.alarmDescription)['Fn::Join'][1];
    expect(description).toContainEqual(stack.resolve(fn.functionName));
    expect(description.join(' ')).toMatch(/\. (Look|Compare|Check|They are kept)/);
  });

  test.each(METHODS)('%s() takes options', (method) => {
    const stack = testStack();

    FunctionAlarms.fromFunction(fullFunction(stack))[method]({
      threshold: 5,
      period: Duration.minutes(5),
      evaluationPeriods: 4,
      datapointsToAlarm: 2,
      severity: AlarmSeverity.WARNING,
      alarmName: 'orders',
      alarmDescription: 'call Ann',
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
    });

    Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
      Threshold: 5,
      Period: 300,
      EvaluationPeriods: 4,
      DatapointsToAlarm: 2,
      AlarmName: 'orders',
      AlarmDescription: 'call Ann',
      TreatMissingData: 'breaching',
    });
  });
});

describe('the window of errors()', () => {
  test.each([
    [undefined, 3], // 3 s, the default of Lambda
    [Duration.seconds(1), 3],
    [Duration.seconds(60), 3],
    [Duration.seconds(61), 4],
    [Duration.minutes(15), 17],
  ])('covers a timeout of %s', (timeout, evaluationPeriods) => {
    const stack = testStack();

    FunctionAlarms.fromFunction(nodeFunction(stack, 'Function', { timeout })).errors();

    const { Period, EvaluationPeriods } = alarmOf(stack, 'Errors');
    expect(EvaluationPeriods).toBe(evaluationPeriods);
    expect(Period * EvaluationPeriods).toBeGreaterThan(timeout?.toSeconds() ?? 3);
  });

  test('covers the longest timeout when the timeout is a token or the function is imported', () => {
    const stack = testStack();
    const parameter = new CfnParameter(stack, 'Timeout', { type: 'Number' });

    const alarms = [
      FunctionAlarms.fromFunction(l1Function(stack, 'L1', { timeout: parameter.valueAsNumber })).errors(),
      FunctionAlarms.fromFunction(lambda.Function.fromFunctionName(stack, 'Imported', 'orders')).errors(),
    ];

    expect(alarms.map((alarm) => alarm.evaluationPeriods)).toEqual([17, 17]);
  });

  test('has fewer periods when they are longer', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(nodeFunction(stack, 'Function', { timeout: Duration.minutes(15) })).errors({ period: Duration.minutes(10) });

    expect(alarmOf(stack, 'Errors')).toMatchObject({ Period: 600, EvaluationPeriods: 2 });
  });
});

describe('an alarm that can not fire', () => {
  test('deadLetterErrors() is refused without a dead-letter queue', () => {
    const alarms = FunctionAlarms.fromFunction(nodeFunction(testStack()));

    expect(() => alarms.deadLetterErrors()).toThrow(expect.objectContaining({ name: 'DeadLetterErrorsCannotFire' }));
    expect(() => alarms.recommended({ deadLetterErrors: { enabled: true } })).toThrow(expect.objectContaining({ name: 'DeadLetterErrorsCannotFire' }));
  });

  test('destinationDeliveryFailures() is refused without a destination', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    fn.configureAsyncInvoke({ retryAttempts: 0 });

    expect(() => FunctionAlarms.fromFunction(fn).destinationDeliveryFailures())
      .toThrow(expect.objectContaining({ name: 'DestinationDeliveryFailuresCannotFire' }));
  });

  test('is allowed for an imported function, whose failure paths are not known', () => {
    const stack = testStack();
    const alarms = FunctionAlarms.fromFunction(lambda.Function.fromFunctionArn(stack, 'Imported', `arn:aws:lambda:eu-west-1:${Aws.ACCOUNT_ID}:function:orders`));

    alarms.deadLetterErrors();
    alarms.destinationDeliveryFailures();

    expect(metricsOf(stack)).toEqual(['DeadLetterErrors', 'DestinationDeliveryFailures']);
  });

  test('a destination in another stack counts when asked for by name', () => {
    const stack = testStack();
    const fn = nodeFunction(stack, 'Function', { functionName: 'orders' });
    new lambda.CfnEventInvokeConfig(new Stack(App.of(stack) as App, 'Other'), 'Config', {
      functionName: 'orders', qualifier: '$LATEST', destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' } },
    });

    FunctionAlarms.fromFunction(fn).destinationDeliveryFailures();

    expect(metricsOf(stack)).toEqual(['DestinationDeliveryFailures']);
  });
});

test('logical ids depend on nothing but the place in the tree', () => {
  const ids = (order: (typeof METHODS[number])[]) => {
    const stack = testStack();
    const alarms = FunctionAlarms.fromFunction(fullFunction(stack));
    for (const name of order) alarms[name]();
    return Object.keys(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).sort();
  };

  expect(ids([...METHODS])).toEqual(ids([...METHODS].reverse()));
});

test('warnings of a correct function: only that nobody hears', () => {
  const stack = testStack();
  FunctionAlarms.fromFunction(fullFunction(stack)).recommended();

  const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
  expect(warnings).toHaveLength(5);
  expect(warnings.every(({ entry }) => String(entry.data).includes('AlarmNotifications.alarmUnheard'))).toBe(true);
});
