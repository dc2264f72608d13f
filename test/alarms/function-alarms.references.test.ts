import { App, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function, nodeFunction, testStack } from '../support';
import { alarmOf } from './support';

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

  test.each(['111122223333', '444455556666'])('watches what an L2 alarm watches, from account %s', (account) => {
    const app = new App();
    const fn = nodeFunction(new Stack(app, 'Orders', { env: { region: 'eu-west-1', account: '111122223333' } }), 'Function', { functionName: 'orders' });
    const [scope, l2] = ['Monitoring', 'Same'].map((id) => new Stack(app, id, { env: { region: 'eu-west-1', account } }));
    FunctionAlarms.fromFunction(fn, { scope }).throttles({ alarmDescription: 'refused' });
    fn.metricThrottles({ period: Duration.minutes(1) }).createAlarm(l2, 'Alarm', {
      threshold: 1,
      evaluationPeriods: 5,
      datapointsToAlarm: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: 'refused',
    });
    const [ours, theirs] = [scope, l2].map((stack) => Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')));

    expect(ours).toEqual(theirs);
  });
});
