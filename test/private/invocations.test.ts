import { App, CfnResource, Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as logsDestinations from 'aws-cdk-lib/aws-logs-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { invocationsOf, mayInvoke, type Invocation } from '../../src/private/invocations';
import { findBelow } from '../../src/private/owner';
import { include } from '../conformance/describe-mixin';
import { l1Function, nodeFunction, testStack } from '../support';

type Invoke = (stack: Stack, fn: lambda.IFunction) => void;

const L2S: [string, Invoke][] = [
  ['eventbridge-rule', (stack, fn) => new events.Rule(stack, 'Rule', {
    schedule: events.Schedule.rate(Duration.hours(1)), targets: [new eventTargets.LambdaFunction(fn)],
  })],
  ['scheduler', (stack, fn) => new scheduler.Schedule(stack, 'Schedule', {
    schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target: new schedulerTargets.LambdaInvoke(fn),
  })],
  ['sns', (stack, fn) => new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(fn))],
  ['s3', (stack, fn) => new s3.Bucket(stack, 'Bucket').addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(fn))],
  ['logs', (stack, fn) => new logs.LogGroup(stack, 'Logs').addSubscriptionFilter('Filter', {
    destination: new logsDestinations.LambdaDestination(fn), filterPattern: logs.FilterPattern.allEvents(),
  })],
  ['rest-api', (stack, fn) => new apigateway.RestApi(stack, 'Api').root.addMethod('GET', new apigateway.LambdaIntegration(fn))],
  ['http-api', (stack, fn) => new apigatewayv2.HttpApi(stack, 'Http').addRoutes({
    path: '/', integration: new HttpLambdaIntegration('Integration', fn),
  })],
  ['cognito', (stack, fn) => new cognito.UserPool(stack, 'Pool').addTrigger(cognito.UserPoolOperation.POST_CONFIRMATION, fn)],
  ['step-functions', (stack, fn) => new sfn.StateMachine(stack, 'Machine', {
    definitionBody: sfn.DefinitionBody.fromChainable(new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: fn })),
  })],
  ['sdk-event', (stack, fn) => nodeFunction(stack, 'Other', { onFailure: new destinations.LambdaDestination(fn) })],
];

function invocationsIn(stack: Stack): Invocation[] {
  return findBelow(stack, CfnResource.isCfnResource).filter(mayInvoke).flatMap(invocationsOf);
}

describe.each(L2S)('%s', (invoker, invoke) => {
  test('of a function itself', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    invoke(stack, fn);
    const point = expect.objectContaining({ invoker });

    expect(invocationsIn(stack)).toEqual([expect.objectContaining({ fn: fn.node.defaultChild, isQualified: false, point })]);
  });

  test.each<[string, (fn: lambda.Function) => lambda.IFunction]>([['an alias', (fn) => fn.addAlias('live')], ['a version', (fn) => fn.currentVersion]])('of %s', (_, qualify) => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    invoke(stack, qualify(fn));

    expect(invocationsIn(stack).filter(({ isQualified }) => !isQualified)).toEqual([]);
  });
});

test('an event source mapping', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { events: [new SqsEventSource(new sqs.Queue(stack, 'Queue'))] });

  expect(invocationsIn(stack)).toEqual([expect.objectContaining({ fn: fn.node.defaultChild, isQualified: false })]);
});

test('an event source mapping of an alias', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.addAlias('live').addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Queue')));

  expect(invocationsIn(stack)).toEqual([expect.objectContaining({ fn: fn.node.defaultChild, isQualified: true })]);
});

test.each([['', false], [':$LATEST', true], [':live', true]])('an ARN with %p appended', (suffix, isQualified) => {
  const stack = testStack();
  new sns.CfnSubscription(stack, 'Subscription', { protocol: 'lambda', topicArn: 'arn', endpoint: `${l1Function(stack).attrArn}${suffix}` });

  expect(invocationsIn(stack)).toEqual([expect.objectContaining({ isQualified })]);
});

test('in another stack', () => {
  const app = new App();
  const fn = nodeFunction(new Stack(app, 'Service'));
  const other = new Stack(app, 'Other');
  new events.CfnRule(other, 'Rule', { targets: [{ id: 'Orders', arn: fn.functionArn }] });

  expect(invocationsIn(other)).toEqual([expect.objectContaining({ fn: fn.node.defaultChild, isQualified: false })]);
});

test('in a template that CDK did not make', () => {
  const stack = testStack();
  const included = include(stack, {
    Resources: {
      Orders: { Type: 'AWS::Lambda::Function', Properties: { Role: 'arn', Code: { ZipFile: '' } } },
      Hourly: { Type: 'AWS::Events::Rule', Properties: { ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'Orders', Arn: { 'Fn::GetAtt': ['Orders', 'Arn'] } }] } },
    },
  });

  expect(invocationsIn(stack)).toEqual([expect.objectContaining({ fn: included.getResource('Orders'), isQualified: false })]);
});

test.each([
  ['definitionString', (arn: string) => JSON.stringify({ States: { Task: { Type: 'Task', Resource: arn } } })],
  ['definition', (arn: string) => ({ States: { Map: { Iterator: { States: { Task: { Parameters: { FunctionName: arn } } } } } } })],
])('a task in the %s of an L1', (property, definition) => {
  const stack = testStack();
  new sfn.CfnStateMachine(stack, 'Machine', { roleArn: 'arn', [property]: definition(l1Function(stack).attrArn) });

  expect(invocationsIn(stack)).toEqual([expect.objectContaining({ isQualified: false })]);
});

test('names that are spelled out, other resources and what can not be rendered are not looked at', () => {
  const stack = testStack();
  new sns.CfnSubscription(stack, 'Subscription', { protocol: 'lambda', topicArn: 'arn', endpoint: 'arn:aws:lambda:eu-west-1:111122223333:function:orders' });
  new sns.CfnTopic(stack, 'Topic', { displayName: l1Function(stack).attrArn });
  const broken = new events.CfnRule(stack, 'Broken', { targets: 'no list' as never });

  new sfn.CfnStateMachine(stack, 'Machine', { roleArn: 'arn', definitionString: `no JSON ${l1Function(stack, 'Two').attrArn}` });

  expect(invocationsIn(stack)).toEqual([]);
  expect(invocationsOf(broken)).toEqual([]);
});
