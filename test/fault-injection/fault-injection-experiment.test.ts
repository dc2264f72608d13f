import { App, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { customerAlarm, experiment } from './support';
import { QueueAlarms } from '../../src/alarms/queue-alarms';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { InjectedFault } from '../../src/fault-injection/injected-fault';
import { ResilientFunction } from '../../src/function/resilient-function';
import { l1Function, nodeFunction, testStack } from '../support';

test('the template targets the functions, stops at the alarms, and runs the faults one after the other', () => {
  const stack = testStack();
  const [fn, alarm] = [nodeFunction(stack, 'Orders'), customerAlarm(stack)];
  const faults = [InjectedFault.functionError(), InjectedFault.delay(Duration.seconds(1))];
  const { role } = experiment(stack, [fn], { faults, stopAlarms: [alarm] });

  Template.fromStack(stack).hasResourceProperties('AWS::FIS::ExperimentTemplate', {
    RoleArn: stack.resolve(role.roleArn),
    Targets: { Functions: { ResourceType: 'aws:lambda:function', ResourceArns: [stack.resolve(fn.functionArn)], SelectionMode: 'ALL' } },
    Actions: {
      Fault1: { ActionId: 'aws:lambda:invocation-error', Targets: { Functions: 'Functions' }, StartAfter: Match.absent() },
      Fault2: { ActionId: 'aws:lambda:invocation-add-delay', Targets: { Functions: 'Functions' }, StartAfter: ['Fault1'] },
    },
    StopConditions: [{ Source: 'aws:cloudwatch:alarm', Value: stack.resolve(alarm.alarmArn) }],
    ExperimentOptions: { AccountTargeting: 'single-account', EmptyTargetResolutionMode: 'fail' },
  });
});

test('the function of an alias is the target: it has the extension', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');
  experiment(stack, [fn.addAlias('live')]);

  Template.fromStack(stack).hasResourceProperties('AWS::FIS::ExperimentTemplate', { Targets: { Functions: { ResourceArns: [stack.resolve(fn.functionArn)] } } });
});

test('experiments with functions of one stack share a bucket', () => {
  const app = new App();
  const [services, gameDay] = ['Services', 'GameDay'].map((id) => new Stack(app, id));
  const [orders, audit] = ['Orders', 'Audit'].map((id) => nodeFunction(services, id));
  experiment(gameDay, [orders, audit]);
  experiment(services, [orders]);

  Template.fromStack(services).resourceCountIs('AWS::S3::Bucket', 1);
  Template.fromStack(gameDay).resourceCountIs('AWS::S3::Bucket', 0);
});

test('the bucket is private, encrypted, reached over TLS only, and empty after a day', () => {
  const stack = testStack();
  experiment(stack, [nodeFunction(stack)]);

  Template.fromStack(stack).hasResourceProperties('AWS::S3::Bucket', {
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    BucketEncryption: Match.anyValue(),
    LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 1 })] },
  });
});

test('a bucket of the user is taken', () => {
  const stack = testStack();
  const configurationBucket = new s3.Bucket(stack, 'Own');
  experiment(stack, [nodeFunction(stack)], { configurationBucket });

  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::S3::Bucket', 1);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { AWS_FIS_CONFIGURATION_LOCATION: { 'Fn::Join': ['', [stack.resolve(configurationBucket.bucketArn), '/FisConfigs/']] } } },
  });
});

test('the command that starts it is an output', () => {
  const stack = testStack();
  const { startCommand, template } = experiment(stack, [nodeFunction(stack)]);

  expect(stack.resolve(startCommand)).toEqual({ 'Fn::Join': ['', ['aws fis start-experiment --experiment-template-id ', stack.resolve(template.ref)]] });
  Template.fromStack(stack).hasOutput('*', { Value: stack.resolve(startCommand) });
});

test.each([
  ['FaultInjectionFunctionsMissing', (stack: Stack) => experiment(stack, [])],
  ['FaultInjectionFaultsMissing', (stack: Stack) => experiment(stack, [nodeFunction(stack)], { faults: [] })],
  ['FaultInjectionStopAlarmMissing', (stack: Stack) => experiment(stack, [nodeFunction(stack)], { stopAlarms: [] })],
  ['FaultInjectionRuntimeUnsupported', (stack: Stack) => experiment(stack, [l1Function(stack, 'Go', { runtime: 'provided.al2023', handler: 'bootstrap' })])],
  ['FaultInjectionImageUnsupported', (stack: Stack) => experiment(stack, [l1Function(stack, 'Image', { packageType: 'Image', runtime: undefined })])],
])('%s', (name, make) => {
  expect(() => make(testStack())).toThrow(expect.objectContaining({ name }));
});

test('an imported function is a warning with all that it needs', () => {
  const stack = testStack();
  experiment(stack, [lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:orders')]);

  Annotations.fromStack(stack).hasWarning('/Stack/GameDay', Match.stringLikeRegexp(
    'AWS-FIS-extension-<x86_64 or arm64>/1.x.x.*AWS_LAMBDA_EXEC_WRAPPER.*s3:GetObject.*s3:ListBucket.*cdk-lambda-error-handling:FaultInjectionExperiment.importedFunction'));
  Template.fromStack(stack).hasResourceProperties('AWS::FIS::ExperimentTemplate', {
    Targets: { Functions: { ResourceArns: ['arn:aws:lambda:eu-west-1:111122223333:function:orders'] } },
  });
});

test('streaming is looked at when the tree is finished', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const fn = nodeFunction(stack);
  experiment(stack, [fn]);
  fn.addFunctionUrl({ invokeMode: lambda.InvokeMode.RESPONSE_STREAM });

  expect(() => app.synth()).toThrow(expect.objectContaining({ name: 'FaultInjectionStreamingUnsupported' }));
});

test('stop alarms are looked at when the tree is finished', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const [fn, queue] = [nodeFunction(stack), new FailureQueue(stack, 'Failures')];
  experiment(stack, [fn], { stopAlarms: [QueueAlarms.fromQueue(queue).messagesVisible()] });
  fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }));

  expect(() => app.synth()).toThrow(expect.objectContaining({ name: 'FaultInjectionStopAlarmProvoked' }));
});

test('a ResilientFunction is a function as any other', () => {
  const stack = testStack();
  const orders = new ResilientFunction(stack, 'Orders', {
    code: lambda.Code.fromInline('x'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler',
  });
  experiment(stack, [orders]);

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { Layers: [Match.anyValue()] });
  Template.fromStack(stack).hasResourceProperties('AWS::FIS::ExperimentTemplate', {
    Targets: { Functions: { ResourceArns: [stack.resolve(orders.function.functionArn)] } },
  });
});
