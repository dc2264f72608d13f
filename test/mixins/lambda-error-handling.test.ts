import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as cr from 'aws-cdk-lib/custom-resources';
import { FailureDestination } from '../../src/failure/failure-destination';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { ErrorHandlingAction } from '../../src/mixins/error-handling-report';
import { LambdaErrorHandling, type LambdaErrorHandlingProps } from '../../src/mixins/lambda-error-handling';
import { describeMixin } from '../conformance/describe-mixin';
import { l1Function, nodeFunction, testStack } from '../support';

const CONFIG = 'AWS::Lambda::EventInvokeConfig';

describeMixin({
  mixin: LambdaErrorHandling,
  create: () => new LambdaErrorHandling(),
  supported: (stack) => l1Function(stack),
  unsupported: (stack) => [new s3.CfnBucket(stack, 'Bucket'), new iam.Role(stack, 'Role', { assumedBy: new iam.AnyPrincipal() })],
  expects: { type: 'AWS::Lambda::Function', properties: { TracingConfig: { Mode: 'Active' } } },
  conflicts: [],
  kept: {
    set: (fn) => { (fn as lambda.CfnFunction).tracingConfig = { mode: 'PassThrough' }; },
    properties: { TracingConfig: { Mode: 'PassThrough' } },
  },
  setLater: {
    set: (fn) => { (fn as lambda.CfnFunction).tracingConfig = { mode: 'PassThrough' }; },
    properties: { TracingConfig: { Mode: 'PassThrough' } },
  },
  token: (fn, stack) => { (fn as lambda.CfnFunction).tracingConfig = { mode: new CfnParameter(stack, 'Mode').valueAsString }; },
});

/** Applies the mixin to a stack, and gives its report line by line. */
function apply(stack: Stack, props?: LambdaErrorHandlingProps): string[] {
  const mixin = new LambdaErrorHandling(props);
  stack.with(mixin);
  Template.fromStack(stack);
  return mixin.report.map(({ constructPath, layer, action, message }) => `${constructPath} ${layer}: ${action} ${message}`);
}

test('one failure queue per stack keeps what its functions fail on', () => {
  const app = new App();
  const stacks = ['One', 'Two'].map((id) => new Stack(app, id));
  stacks.forEach((stack) => { nodeFunction(stack, 'A'); nodeFunction(stack, 'B'); });

  app.with(new LambdaErrorHandling());

  for (const stack of stacks) {
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::SQS::Queue', 1);
    template.resourceCountIs(CONFIG, 2);
    template.allResourcesProperties(CONFIG, {
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('SharedFailureQueue'), 'Arn'] } } },
    });
  }
});

test('settings of the user are left and reported, and need no queue', () => {
  const stack = testStack();
  const own = new sqs.Queue(stack, 'Own');
  nodeFunction(stack, 'WithDestination').configureAsyncInvoke({ onFailure: { bind: () => ({ destination: own.queueArn }) } });
  nodeFunction(stack, 'WithDeadLetters', { deadLetterQueue: own });
  nodeFunction(stack, 'Followed', { tracing: lambda.Tracing.PASS_THROUGH, deadLetterQueue: own });
  const before = Template.fromStack(stack).findResources(CONFIG);
  const copy = testStack();
  const ownCopy = new sqs.Queue(copy, 'Own');
  nodeFunction(copy, 'WithDestination').configureAsyncInvoke({ onFailure: { bind: () => ({ destination: ownCopy.queueArn }) } });
  nodeFunction(copy, 'WithDeadLetters', { deadLetterQueue: ownCopy });
  nodeFunction(copy, 'Followed', { tracing: lambda.Tracing.PASS_THROUGH, deadLetterQueue: ownCopy });

  const report = apply(copy);

  const template = Template.fromStack(copy);
  template.resourceCountIs('AWS::SQS::Queue', 1);
  expect(template.findResources(CONFIG)).toEqual(before);
  expect(report).toEqual(expect.arrayContaining([
    'Stack/WithDestination/Resource functions: left the destination of $LATEST',
    'Stack/WithDeadLetters/Resource functions: left its dead-letter queue or topic, which keeps its events',
    expect.stringMatching(/^Stack\/Followed\/Resource functionTracing: left TracingModeConflict: mode of FunctionTracing is to be "Active"/),
  ]));
});

test('a destination that is asked for differs from what is set, which is left and reported', () => {
  const stack = testStack();
  const [own, asked] = ['Own', 'Asked'].map((id) => new sqs.Queue(stack, id));
  nodeFunction(stack).configureAsyncInvoke({ onFailure: { bind: () => ({ destination: own.queueArn }) } });

  const report = apply(stack, { failureDestination: FailureDestination.queue(asked) });

  expect(report).toContainEqual(expect.stringContaining('functions: left AsyncConfigConflict: failureDestination'));
  Template.fromStack(stack).hasResourceProperties(CONFIG, {
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('Own'), 'Arn'] } } },
  });
});

test('a destination of a kind that a layer does not know is used where it is known only', () => {
  const stack = testStack();
  const topic = new sns.Topic(stack, 'Topic');
  topic.addSubscription(new subscriptions.LambdaSubscription(nodeFunction(stack)));

  apply(stack, { failureDestination: FailureDestination.topic(topic) });

  const template = Template.fromStack(stack);
  template.hasResourceProperties(CONFIG, { DestinationConfig: { OnFailure: { Destination: { Ref: Match.stringLikeRegexp('Topic') } } } });
  template.hasResourceProperties('AWS::SNS::Subscription', {
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('SharedFailureQueue'), 'Arn'] } },
  });
});

test('each layer can be switched off', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(fn));
  new apigateway.LambdaRestApi(stack, 'Api', { handler: fn });
  const off = { enabled: false };

  const report = apply(stack, {
    functions: off,
    functionTracing: off,
    eventSourceMappings: off,
    sourceQueues: off,
    rules: off,
    schedules: off,
    subscriptions: off,
    pipes: off,
    stateMachines: off,
    stateMachineTracing: off,
    stateMachineLogging: off,
    restApis: off,
    httpIntegrations: off,
    stageLogging: off,
    stageTracing: off,
    alarms: off,
  });

  expect(report).toEqual([]);
});

test('a layer takes its own options', () => {
  const stack = testStack();
  nodeFunction(stack);
  const bucket = new s3.Bucket(stack, 'Bucket');

  apply(stack, {
    functions: {
      failureDestination: FailureDestination.bucket(bucket),
      retryPolicy: RetryPolicy.of({ retryAttempts: 1, maxEventAge: Duration.hours(1) }),
    },
  });

  Template.fromStack(stack).hasResourceProperties(CONFIG, {
    MaximumRetryAttempts: 1,
    MaximumEventAgeInSeconds: 3600,
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('Bucket'), 'Arn'] } } },
  });
});

test('a function with a dead-letter queue gets the retries that are asked for, and no destination', () => {
  const stack = testStack();
  nodeFunction(stack, 'Function', { deadLetterQueueEnabled: true });

  apply(stack, { functions: { retryPolicy: RetryPolicy.of({ retryAttempts: 1 }) } });

  const [config] = Object.values(Template.fromStack(stack).findResources(CONFIG));
  expect(config.Properties).toEqual({ FunctionName: expect.anything(), Qualifier: '$LATEST', MaximumRetryAttempts: 1 });
});

test('a durable function keeps its events in dead letters', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  (fn.node.defaultChild as lambda.CfnFunction).addPropertyOverride('DurableConfig', { ExecutionTimeout: 3600 });

  apply(stack);

  const template = Template.fromStack(stack);
  template.resourceCountIs(CONFIG, 0);
  template.hasResourceProperties('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [Match.anyValue(), 'Arn'] } } });
});

test('functions that CDK made for itself are skipped, unless they are asked for', () => {
  const provider = (stack: Stack) => new cr.Provider(stack, 'Provider', {
    onEventHandler: nodeFunction(stack, 'OnEvent'), isCompleteHandler: nodeFunction(stack, 'IsComplete'),
  });
  const [left, asked] = ['Left', 'Asked'].map((id) => testStack(id));
  [left, asked].forEach(provider);

  const report = apply(left);
  apply(asked, { includeProviderFunctions: true });

  expect(report.filter((line) => line.includes('functions: skipped because CDK made the function for itself'))).toHaveLength(3);
  expect(report.filter((line) => line.includes('waiter-state-machine'))).toEqual([]);
  Template.fromStack(left).resourceCountIs(CONFIG, 2);
  Template.fromStack(asked).resourceCountIs(CONFIG, 5);
});

test('a function at the edge is skipped', () => {
  const stack = testStack();
  nodeFunction(stack, 'Edge', {
    role: new iam.Role(stack, 'Role', {
      assumedBy: new iam.CompositePrincipal(new iam.ServicePrincipal('lambda.amazonaws.com'), new iam.ServicePrincipal('edgelambda.amazonaws.com')),
    }),
  });

  expect(apply(stack)).toEqual([expect.stringContaining('skipped because the function runs at the edge')]);
});

test('an imported function is skipped', () => {
  const stack = testStack();
  lambda.Function.fromFunctionName(stack, 'Imported', 'orders');

  expect(apply(stack)).toEqual([expect.stringContaining('Stack/Imported functions: skipped because the function is imported')]);
});

test('of a currentVersion, an alias and a REST API only the two logical ids change that CDK derives from content', () => {
  const make = (): Stack => {
    const stack = testStack();
    const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: nodeFunction(stack).currentVersion });
    new apigateway.LambdaRestApi(stack, 'Api', { handler: alias });
    return stack;
  };
  const [before, after] = [make(), make()];

  const report = apply(after);

  const [ids, newIds] = [before, after].map((stack) =>
    Object.entries(Template.fromStack(stack).toJSON().Resources as Record<string, { Type: string }>));
  const gone = ids.filter(([id]) => !newIds.some(([other]) => other === id)).map(([, { Type }]) => Type);
  expect(gone.sort()).toEqual(['AWS::ApiGateway::Deployment', 'AWS::Lambda::Version']);
  expect(report.filter((line) => line.includes(ErrorHandlingAction.NEW_LOGICAL_ID))).toEqual([
    expect.stringContaining('Stack/Function/CurrentVersion functionTracing: new logical id of AWS::Lambda::Version'),
    expect.stringContaining('Stack/Api/Deployment/Resource restApis: new logical id of AWS::ApiGateway::Deployment'),
  ]);
});
