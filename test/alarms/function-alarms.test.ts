import { App, Aws, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { FunctionAlarms, type RecommendedFunctionAlarmsOptions } from '../../src/alarms/function-alarms';
import { l1Function, nodeFunction, testStack } from '../support';

const METHODS = ['errors', 'throttles', 'deadLetterErrors', 'destinationDeliveryFailures', 'asyncEventsDropped'] as const;

function metricsOf(stack: Stack): string[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.MetricName).sort();
}

function alarmOf(stack: Stack, metricName: string): any {
  const found = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm', { Properties: { MetricName: metricName } }));
  expect(found).toHaveLength(1);
  return found[0].Properties;
}

/** A function with every failure path. */
function fullFunction(stack: Stack, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  const queue = new sqs.Queue(stack, 'Failures');
  return nodeFunction(stack, 'Function', { deadLetterQueue: queue, onFailure: new destinations.SqsDestination(queue), ...props });
}

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

    expect(alarm).toBeInstanceOf(cloudwatch.Alarm);
    expect(alarmOf(stack, metricName)).toMatchObject({
      Namespace: 'AWS/Lambda',
      Dimensions: [{ Name: 'FunctionName', Value: stack.resolve(fn.functionName) }],
      Statistic: 'Sum',
      Period: 60,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      EvaluationPeriods: evaluationPeriods,
      DatapointsToAlarm: 1,
      TreatMissingData: 'notBreaching',
    });
  });

  test.each(METHODS)('%s() says which function failed and what to look at', (method) => {
    const stack = testStack();
    const fn = fullFunction(stack);

    const alarm = FunctionAlarms.fromFunction(fn)[method]();

    const description = stack.resolve((alarm.node.defaultChild as cloudwatch.CfnAlarm).alarmDescription)['Fn::Join'][1];
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

    expect(alarms.map((alarm) => (alarm.node.defaultChild as cloudwatch.CfnAlarm).evaluationPeriods)).toEqual([17, 17]);
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

describe('recommended()', () => {
  test('makes what can fire for a function without failure paths', () => {
    const stack = testStack();

    const made = FunctionAlarms.fromFunction(nodeFunction(stack)).recommended();

    expect(made).toHaveLength(3);
    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'Errors', 'Throttles']);
  });

  test('makes all alarms for a function with all failure paths', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(fullFunction(stack)).recommended();

    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'DeadLetterErrors', 'DestinationDeliveryFailures', 'Errors', 'Throttles']);
  });

  test.each<[string, (stack: Stack, fn: lambda.CfnFunction) => void]>([
    ['an L1 config by reference', (stack, fn) => config(stack, fn.ref, '$LATEST')],
    ['an L1 config by name', (stack) => config(stack, 'orders', '$LATEST')],
    ['an L1 config of an alias', (stack, fn) => config(stack, fn.ref, 'live')],
    ['an event source mapping by name', (stack) => mapping(stack, 'orders:live')],
    ['an event source mapping by ARN', (stack) => mapping(stack, 'arn:aws:lambda:eu-west-1:111122223333:function:orders')],
    ['an event source mapping by partial ARN', (stack) => mapping(stack, '111122223333:function:orders')],
    ['an event source mapping by reference', (stack, fn) => mapping(stack, fn.attrArn)],
    ['an event source mapping of an alias', (stack, fn) =>
      mapping(stack, new lambda.CfnAlias(stack, 'Alias', { functionName: fn.ref, functionVersion: '1', name: 'live' }).ref)],
  ])('finds the destination of %s', (_, wire) => {
    const stack = testStack();
    const fn = l1Function(stack, 'L1', { functionName: 'orders' });
    wire(stack, fn);

    FunctionAlarms.fromFunction(fn).recommended();

    expect(metricsOf(stack)).toContain('DestinationDeliveryFailures');
  });

  test('is not misled by the destination of another function', () => {
    const stack = testStack();
    config(stack, 'payments', '$LATEST');
    config(stack, l1Function(stack, 'Other').ref, '$LATEST', 'Second');

    FunctionAlarms.fromFunction(l1Function(stack)).recommended();

    expect(metricsOf(stack)).not.toContain('DestinationDeliveryFailures');
  });

  test('tunes and drops alarms by name', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(nodeFunction(stack)).recommended({ errors: { threshold: 5 }, throttles: { enabled: false } });

    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'Errors']);
    expect(alarmOf(stack, 'Errors').Threshold).toBe(5);
  });

  test('ignores tuning of an alarm that can not fire', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(nodeFunction(stack)).recommended({ deadLetterErrors: { threshold: 2 } });

    expect(metricsOf(stack)).not.toContain('DeadLetterErrors');
  });

  test('insists on an alarm of an imported function', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(lambda.Function.fromFunctionName(stack, 'Imported', 'orders')).recommended({ deadLetterErrors: { enabled: true } });

    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'DeadLetterErrors', 'Errors', 'Throttles']);
  });
});

function config(stack: Stack, functionName: string, qualifier: string, id = 'Config'): void {
  new lambda.CfnEventInvokeConfig(stack, id, {
    functionName, qualifier, destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' } },
  });
}

function mapping(stack: Stack, functionName: string): void {
  new lambda.CfnEventSourceMapping(stack, 'Mapping', {
    functionName,
    eventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
    destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' } },
  });
}

describe('the same alarm twice', () => {
  const cases: [string, (alarms: FunctionAlarms) => void, RegExp][] = [
    ['by name after recommended()', (alarms) => { alarms.recommended(); alarms.errors(); }, /tune it there with recommended\(\{ errors: \{ … \} \}\).*enabled: false/],
    ['by recommended() after its name', (alarms) => { alarms.errors(); alarms.recommended(); }, /drop it from the recommended ones with recommended\(\{ errors: \{ enabled: false \} \}\)/],
    ['by name', (alarms) => { alarms.errors(); alarms.errors(); }, /one errors\(\) call/],
    ['by recommended()', (alarms) => { alarms.recommended(); alarms.recommended(); }, /call recommended\(\) once/],
  ];

  test.each(cases)('is refused %s', (_, call, message) => {
    const alarms = FunctionAlarms.fromFunction(nodeFunction(testStack()));

    expect(() => call(alarms)).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined', message: expect.stringMatching(message) }));
  });

  test('is refused whatever the function was referred to by', () => {
    const fn = nodeFunction(testStack());
    FunctionAlarms.fromFunction(fn).errors();

    for (const ref of [fn.node.defaultChild as lambda.CfnFunction, fn.latestVersion]) {
      expect(() => FunctionAlarms.fromFunction(ref).errors()).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined' }));
    }
  });

  test('is fine after it was dropped', () => {
    const stack = testStack();
    const alarms = FunctionAlarms.fromFunction(nodeFunction(stack));

    alarms.recommended({ errors: { enabled: false } });
    alarms.errors({ threshold: 3 });

    expect(alarmOf(stack, 'Errors').Threshold).toBe(3);
  });

  test('is fine in another scope, for a second threshold', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);

    FunctionAlarms.fromFunction(fn).errors();
    FunctionAlarms.fromFunction(fn, { scope: stack }).errors({ threshold: 100, severity: AlarmSeverity.CRITICAL });

    expect(metricsOf(stack)).toEqual(['Errors', 'Errors']);
  });
});

describe('references', () => {
  test('an L1 is its L2, or stands for itself', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);

    expect(FunctionAlarms.fromFunction(fn.node.defaultChild as lambda.CfnFunction).errors().node.path).toBe('Stack/Function/ErrorsAlarm');
    expect(FunctionAlarms.fromFunction(l1Function(stack)).errors().node.path).toBe('Stack/L1/ErrorsAlarm');
  });

  test('an alias has metrics of its own', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    const alias = fn.addAlias('live');
    const name = stack.resolve(fn.functionName);

    const alarm = FunctionAlarms.fromFunction(alias).errors();

    expect(alarm.node.scope).toBe(alias);
    expect(alarmOf(stack, 'Errors').Dimensions).toEqual([
      { Name: 'FunctionName', Value: name },
      { Name: 'Resource', Value: { 'Fn::Join': ['', [name, ':live']] } },
    ]);
  });

  test('a version has metrics of its own', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);

    FunctionAlarms.fromFunction(fn.currentVersion).throttles();

    expect(alarmOf(stack, 'Throttles').Dimensions).toEqual([
      { Name: 'FunctionName', Value: stack.resolve(fn.functionName) },
      { Name: 'Resource', Value: stack.resolve(`${fn.functionName}:${fn.currentVersion.version}`) },
    ]);
  });

  test('dropped events of an alias are counted for the function', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);

    FunctionAlarms.fromFunction(fn.addAlias('live')).asyncEventsDropped();

    expect(alarmOf(stack, 'AsyncEventsDropped').Dimensions).toEqual([{ Name: 'FunctionName', Value: stack.resolve(fn.functionName) }]);
  });

  test('$LATEST is the function, which has no metrics of that name', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(nodeFunction(stack).latestVersion).errors();

    expect(alarmOf(stack, 'Errors').Dimensions).toHaveLength(1);
  });

  test('a destination of the function is none of its alias, and the other way round it is', () => {
    const stack = testStack();
    const queue = new sqs.Queue(stack, 'Failures');
    const fn = nodeFunction(stack);
    const [live, next] = ['live', 'next'].map((name) => new lambda.Alias(stack, name, { aliasName: name, version: fn.currentVersion }));
    live.configureAsyncInvoke({ onFailure: new destinations.SqsDestination(queue) });

    expect(() => FunctionAlarms.fromFunction(next).destinationDeliveryFailures())
      .toThrow(expect.objectContaining({ name: 'DestinationDeliveryFailuresCannotFire' }));
    FunctionAlarms.fromFunction(live).destinationDeliveryFailures();
    FunctionAlarms.fromFunction(fn).destinationDeliveryFailures();
  });

  test('an imported function is watched by its name', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:orders')).errors();

    expect(alarmOf(stack, 'Errors').Dimensions).toEqual([{ Name: 'FunctionName', Value: 'orders' }]);
  });
});

describe('another scope', () => {
  test('takes alarms of functions with the same id, and exports their names across stacks', () => {
    const app = new App();
    const services = ['Orders', 'Payments'].map((id) => nodeFunction(new Stack(app, id)));
    const monitoring = new Stack(app, 'Monitoring');

    for (const fn of services) FunctionAlarms.fromFunction(fn, { scope: monitoring }).recommended();

    const template = Template.fromStack(monitoring);
    template.resourceCountIs('AWS::CloudWatch::Alarm', 6);
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Dimensions: [{ Name: 'FunctionName', Value: { 'Fn::ImportValue': Match.stringLikeRegexp('^Orders:ExportsOutputRefFunction') } }],
    });
  });

  test('must be in the region of the function', () => {
    const app = new App();
    const fn = nodeFunction(new Stack(app, 'Orders', { env: { region: 'eu-west-1' } }));
    const scope = new Stack(app, 'Monitoring', { env: { region: 'us-east-1' } });

    expect(() => FunctionAlarms.fromFunction(fn, { scope }).errors()).toThrow(expect.objectContaining({ name: 'AlarmScopeInOtherRegion' }));
  });

  test('may be in another account', () => {
    const app = new App();
    const fn = nodeFunction(new Stack(app, 'Orders', { env: { region: 'eu-west-1', account: '111122223333' } }), 'Function', { functionName: 'orders' });
    const scope = new Stack(app, 'Monitoring', { env: { region: 'eu-west-1', account: '444455556666' } });

    FunctionAlarms.fromFunction(fn, { scope }).errors();

    Template.fromStack(scope).hasResourceProperties('AWS::CloudWatch::Alarm', {
      Metrics: [Match.objectLike({ AccountId: '111122223333' })],
    });
  });
});

test('logical ids depend on nothing but the place in the tree', () => {
  const ids = (order: (keyof RecommendedFunctionAlarmsOptions)[]) => {
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
