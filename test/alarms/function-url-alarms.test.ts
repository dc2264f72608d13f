import { App, Duration, Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FunctionUrlAlarms } from '../../src/alarms/function-url-alarms';
import { l1Function, nodeFunction, testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

const IAM = { authType: lambda.FunctionUrlAuthType.AWS_IAM };

test.each([['serverErrors', 'Url5xxCount'], ['clientErrors', 'Url4xxCount']] as const)('%s() sees a single answer', (method, metric) => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  FunctionUrlAlarms.fromFunctionUrl(fn.addFunctionUrl(IAM))[method]();
  const name = { Ref: stack.getLogicalId(fn.node.defaultChild as lambda.CfnFunction) };

  expect(alarmOf(stack, metric)).toMatchObject({
    Namespace: 'AWS/Lambda',
    Dimensions: [{ Name: 'FunctionName', Value: name }, { Name: 'Resource', Value: { 'Fn::Join': ['', [name, ':$LATEST']] } }],
    ...SINGLE_FAILURE,
  });
});

test('requestLatency() takes the threshold that is given, in milliseconds', () => {
  const stack = testStack();
  FunctionUrlAlarms.fromFunctionUrl(nodeFunction(stack).addFunctionUrl(IAM)).requestLatency({ threshold: Duration.seconds(2.5) });

  expect(alarmOf(stack, 'UrlRequestLatency')).toMatchObject({ ...SINGLE_FAILURE, Statistic: 'Maximum', Threshold: 2_500 });
});

test('recommended() makes the one on 5xx, and the one on 4xx where it is asked for', () => {
  const [one, both] = [testStack(), testStack()];
  FunctionUrlAlarms.fromFunctionUrl(nodeFunction(one).addFunctionUrl(IAM)).recommended();
  const alarms = FunctionUrlAlarms.fromFunctionUrl(nodeFunction(both).addFunctionUrl(IAM));
  const made = alarms.recommended({ clientErrors: { enabled: true, threshold: 100 } });

  expect(metricsOf(one)).toEqual(['Url5xxCount']);
  expect(metricsOf(both)).toEqual(['Url4xxCount', 'Url5xxCount']);
  expect(made.map(({ node }) => node.path)).toEqual(['Stack/Function/FunctionUrl/ServerErrorsAlarm', 'Stack/Function/FunctionUrl/ClientErrorsAlarm']);
});

test.each<[string, string, string, Partial<lambda.CfnUrlProps>]>([
  ['a function by name', 'orders', 'orders:$LATEST', { targetFunctionArn: 'orders' }],
  ['a function by ARN', 'orders', 'orders:$LATEST', { targetFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders' }],
  ['an alias in the ARN', 'orders', 'orders:live', { targetFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:orders:live' }],
  ['an alias by its qualifier', 'orders', 'orders:live', { targetFunctionArn: 'orders', qualifier: 'live' }],
])('an L1 of %s', (_, name, resource, props) => {
  const stack = testStack();
  FunctionUrlAlarms.fromFunctionUrl(new lambda.CfnUrl(stack, 'Url', { authType: 'AWS_IAM', targetFunctionArn: '', ...props })).serverErrors();

  expect(alarmOf(stack, 'Url5xxCount').Dimensions).toEqual([{ Name: 'FunctionName', Value: name }, { Name: 'Resource', Value: resource }]);
});

test('an L1 of an L1 function', () => {
  const stack = testStack();
  const url = new lambda.CfnUrl(stack, 'Url', { authType: 'AWS_IAM', targetFunctionArn: l1Function(stack).attrArn });
  FunctionUrlAlarms.fromFunctionUrl(url).serverErrors();

  expect(alarmOf(stack, 'Url5xxCount').Dimensions[0]).toEqual({ Name: 'FunctionName', Value: { Ref: 'L1' } });
});

test('the URL of an alias is counted by its name', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  FunctionUrlAlarms.fromFunctionUrl(fn.addAlias('live').addFunctionUrl(IAM)).serverErrors();

  expect(alarmOf(stack, 'Url5xxCount').Dimensions[1].Value).toEqual({ 'Fn::Join': ['', [{ Ref: 'Function76856677' }, ':live']] });
});

test('a function that only the deployment knows is named by its ARN', () => {
  const stack = testStack();
  const targetFunctionArn = Token.asString({ 'Fn::ImportValue': 'OrdersArn' });
  FunctionUrlAlarms.fromFunctionUrl(new lambda.CfnUrl(stack, 'Url', { authType: 'AWS_IAM', targetFunctionArn })).serverErrors();

  expect(alarmOf(stack, 'Url5xxCount').Dimensions[0].Value).toEqual({ 'Fn::Select': [6, { 'Fn::Split': [':', { 'Fn::ImportValue': 'OrdersArn' }] }] });
});

test('alarms can stand in a stack for monitoring', () => {
  const app = new App();
  const url = nodeFunction(new Stack(app, 'Service')).addFunctionUrl(IAM);
  const monitoring = new Stack(app, 'Monitoring');
  FunctionUrlAlarms.fromFunctionUrl(url, { scope: monitoring }).recommended();

  expect(alarmOf(monitoring, 'Url5xxCount').Dimensions[0].Value).toEqual({ 'Fn::ImportValue': expect.stringContaining('Function') });
});
