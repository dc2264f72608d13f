import { readFileSync } from 'fs';
import { join } from 'path';
import { App, CfnElement, Duration, PropertyInjectors, Stack, type InjectionContext, type IPropertyInjector } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { FailureDestination, FailureQueue, RetryPolicy } from '../../src/failure';
import { ResilientFunction } from '../../src/function/resilient-function';
import type { ResilientFunctionProps } from '../../src/function/resilient-function-props';
import { testStack } from '../support';

const CODE = lambda.Code.fromInline('exports.handler = async () => {};');
const NODE = { code: CODE, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' };

function resilient(stack: Stack, props: Partial<ResilientFunctionProps> = {}, id = 'Orders'): ResilientFunction {
  return new ResilientFunction(stack, id, { ...NODE, ...props });
}

function template(props: Partial<ResilientFunctionProps> = {}): Template {
  const stack = testStack();
  resilient(stack, props);
  return Template.fromStack(stack);
}

test('events that fail for good are kept in a failure queue', () => {
  template().hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: Match.stringLikeRegexp('OrdersFunction') },
    Qualifier: '$LATEST',
    MaximumRetryAttempts: 2,
    MaximumEventAgeInSeconds: 21600,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('OrdersFailureQueue'), 'Arn'] } } },
  });
});

test('a shared destination replaces the failure queue', () => {
  const stack = testStack();
  const shared = new FailureQueue(stack, 'Failures');
  const orders = resilient(stack, { failureDestination: FailureDestination.queue(shared) });

  expect(orders.failureQueue).toBeUndefined();
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('the retry policy given is used', () => {
  template({ retryPolicy: RetryPolicy.of({ retryAttempts: 1, maxEventAge: Duration.hours(1) }) })
    .hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 3600 });
});

test('an alias made later, even in another stack, gets the same async settings', () => {
  const app = new App();
  const orders = resilient(new Stack(app, 'Service'));
  const other = new Stack(app, 'Other');
  new lambda.Alias(other, 'Live', { aliasName: 'live', version: orders.function.currentVersion });

  Template.fromStack(other).hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    Qualifier: { 'Fn::Select': Match.anyValue() }, // from the alias' reference, as CDK renders it
    DestinationConfig: { OnFailure: Match.anyValue() },
  });
});

test('the function has explicit safe defaults', () => {
  template().hasResourceProperties('AWS::Lambda::Function', {
    Timeout: 25,
    MemorySize: 256,
    TracingConfig: { Mode: 'Active' },
    LoggingConfig: { LogFormat: 'JSON', LogGroup: Match.anyValue() },
  });
});

test('defaults give way to what is set, also where it is set to undefined', () => {
  template({ timeout: Duration.seconds(3), memorySize: 1024, loggingFormat: undefined }).hasResourceProperties('AWS::Lambda::Function', {
    Timeout: 3,
    MemorySize: 1024,
    LoggingConfig: { LogFormat: 'JSON' },
  });
});

test('the log group keeps events for a month', () => {
  template().hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
});

test('the log retention can be set', () => {
  template({ logRetention: logs.RetentionDays.ONE_WEEK }).hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
});

test('log retention together with a log group fails by id', () => {
  const stack = testStack();
  const logGroup = new logs.LogGroup(stack, 'Logs');

  expect(() => resilient(stack, { logGroup, logRetention: logs.RetentionDays.ONE_WEEK })).toThrow(
    expect.objectContaining({ name: 'LogRetentionWithLogGroup' }));
});

test('the role has no AWS-managed policy and allows logs, traces and the destination, nothing else', () => {
  const synthesized = template();

  synthesized.hasResourceProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  synthesized.resourceCountIs('AWS::IAM::Policy', 1);
  const [policy] = Object.values(synthesized.findResources('AWS::IAM::Policy'));
  expect(policy.Properties.PolicyDocument.Statement.flatMap((s: { Action: string | string[] }) => s.Action).sort()).toEqual([
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    'sqs:SendMessage',
    'xray:PutTelemetryRecords',
    'xray:PutTraceSegments',
  ]);
});

test('in a VPC the role may also manage its network interfaces', () => {
  const stack = testStack();
  resilient(stack, { vpc: new ec2.Vpc(stack, 'Vpc') });

  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['ec2:CreateNetworkInterface']) })]) },
  });
});

test('the recommended alarms are there, of the function and of its queue', () => {
  const metrics = Object.values(template().findResources('AWS::CloudWatch::Alarm')).map(a => a.Properties.MetricName).sort();

  expect(metrics).toEqual(expect.arrayContaining(['ApproximateNumberOfMessagesVisible', 'DestinationDeliveryFailures', 'Errors', 'Throttles']));
});

test('it can be granted access and referred to as a function', () => {
  const stack = testStack();
  const orders = resilient(stack);
  new sns.Topic(stack, 'Topic').grantPublish(orders);

  expect(stack.resolve(orders.functionRef.functionArn)).toEqual(stack.resolve(orders.function.functionArn));
  expect(orders.env).toEqual(orders.function.env);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'sns:Publish' })]) },
  });
});

test.each([
  ['runtime', 'FunctionRuntimeMissing', { code: CODE, handler: 'index.handler' }],
  ['handler', 'FunctionHandlerMissing', { code: CODE, runtime: lambda.Runtime.NODEJS_22_X }],
])('without a %s, code that implies none fails by id', (_, id, props) => {
  expect(() => new ResilientFunction(testStack(), 'Orders', props)).toThrow(expect.objectContaining({ name: id }));
});

test('an organisation can inject defaults', () => {
  class HouseRules implements IPropertyInjector {
    readonly constructUniqueId = ResilientFunction.PROPERTY_INJECTION_ID;
    inject(original: ResilientFunctionProps, _context: InjectionContext): ResilientFunctionProps {
      return { memorySize: 512, ...original };
    }
  }
  const stack = testStack();
  PropertyInjectors.of(stack).add(new HouseRules());
  resilient(stack);

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { MemorySize: 512 });
});

test('the README says how many resources a function costs', () => {
  const count = (shared: boolean, functions: number) => {
    const stack = testStack();
    const failureDestination = shared ? FailureDestination.queue(new FailureQueue(stack, 'Failures')) : undefined;
    for (let i = 0; i < functions; i++) resilient(stack, { failureDestination }, `Function${i}`);
    return Object.keys(Template.fromStack(stack).toJSON().Resources).length;
  };
  const alone = count(false, 2) - count(false, 1);
  const shared = count(true, 2) - count(true, 1);
  const readme = readFileSync(join(__dirname, '../../src/function/README.md'), 'utf8');

  expect(readme).toContain(`| **total** | **${alone}** | **${shared}** |`);
  expect(readme).toContain(`${Math.floor(500 / alone)} functions with a queue each, ${Math.floor((500 - 4) / shared)} with a shared one`);
});

test('everything in it was made where the user made it, and what is added later has a place of its own', () => {
  const stack = testStack();
  const orders = resilient(stack);
  const alias = orders.function.addAlias('live').node.defaultChild as CfnElement;
  const [first, ...others] = new Set(orders.node.findAll().filter(CfnElement.isCfnElement).filter((element) => element !== alias && !/Version/.test(element.node.path))
    .map(({ creationStack }) => creationStack.join('\n')));

  expect([first, others]).toEqual([expect.stringContaining('resilient-function.test'), []]);
  expect(alias.creationStack.length).toBeGreaterThan(0);
  expect(alias.creationStack.join('\n')).not.toBe(first);
});

test('its queue and its role take grants and statements as those of CDK do', () => {
  const stack = testStack();
  const orders = resilient(stack);
  const table = new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
  table.grantReadData(orders);
  orders.failureQueue!.queue.grantConsumeMessages(orders);
  orders.failureQueue!.queue.grantSendMessages(new iam.ServicePrincipal('events.amazonaws.com'));
  const { Statement: role } = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'))[0].Properties.PolicyDocument;
  const { Statement: queue } = Object.values(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy'))[0].Properties.PolicyDocument;

  expect(JSON.stringify(role)).toMatch(/logs:PutLogEvents.*xray:PutTraceSegments.*sqs:SendMessage.*dynamodb:GetItem.*sqs:ReceiveMessage/);
  expect(queue.map(({ Effect, Principal }: any) => [Effect, Principal])).toEqual([
    ['Deny', { AWS: '*' }], ['Allow', { Service: 'events.amazonaws.com' }],
  ]);
});

test('a role of another stack gets what it needs by a policy beside the function: there is no cycle', () => {
  const app = new App();
  const role = new iam.Role(new Stack(app, 'Security'), 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const service = new Stack(app, 'Service');
  resilient(service, { role });
  const [policy, ...others] = Object.values(Template.fromStack(service).findResources('AWS::IAM::Policy'));

  expect(others).toEqual([]);
  expect(policy.Properties.Roles).toEqual([{ 'Fn::ImportValue': expect.stringContaining('Role') }]);
  expect(policy.Properties.PolicyDocument.Statement.map(({ Action }: { Action: unknown }) => Action)).toEqual([
    ['logs:CreateLogStream', 'logs:PutLogEvents'],
    ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    'sqs:SendMessage',
  ]);
});
