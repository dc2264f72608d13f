import { App, CfnResource, Duration, Lazy, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as fc from 'fast-check';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FunctionAsyncFailure } from '../../src/failure/function-async-failure';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { describeMixin } from '../conformance/describe-mixin';
import { l1Function, nodeFunction, testStack } from '../support';
import { configsIn, errorOf, expectWarning } from './support';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:failed';

function toQueue(scope: Stack, retryPolicy?: RetryPolicy): FunctionAsyncFailure {
  const queue = scope.node.tryFindChild('Failed') as sqs.IQueue | undefined ?? sqs.Queue.fromQueueArn(scope, 'Failed', QUEUE);
  return new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue), retryPolicy });
}

const POLICY = RetryPolicy.of({ retryAttempts: 1, maxEventAge: Duration.hours(1) });
const CONFIGURED = { DestinationConfig: { OnFailure: { Destination: QUEUE } }, MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 3600 };

function l1Config(stack: Stack, props: Partial<lambda.CfnEventInvokeConfigProps>): lambda.CfnEventInvokeConfig {
  return new lambda.CfnEventInvokeConfig(stack, 'Theirs', { functionName: 'L1', qualifier: '$LATEST', ...props });
}

describeMixin({
  mixin: FunctionAsyncFailure,
  create: (stack) => toQueue(stack, POLICY),
  supported: (stack) => l1Function(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), nodeFunction(stack)],
  expects: { type: 'AWS::Lambda::EventInvokeConfig', properties: { ...CONFIGURED, FunctionName: { Ref: 'L1' }, Qualifier: '$LATEST' } },
  equivalentL2: {
    plain: (stack) => nodeFunction(stack),
    configured: (stack) => nodeFunction(stack, 'Function', {
      onFailure: new SqsDestination(stack.node.findChild('Failed') as sqs.IQueue), retryAttempts: 1, maxEventAge: Duration.hours(1),
    }),
  },
  conflicts: [
    {
      what: 'the function has another destination',
      set: (fn, stack) => l1Config(stack, { functionName: fn.ref, destinationConfig: { onFailure: { destination: `${QUEUE}-2` } } }),
      error: 'AsyncConfigConflict',
    },
    {
      what: 'the function has other retries, by a raw override',
      set: (fn, stack) => l1Config(stack, { functionName: fn.ref }).addPropertyOverride('MaximumRetryAttempts', 2),
      error: 'AsyncConfigConflict',
    },
    {
      what: 'the function has two configs already',
      set: (fn, stack) => ['A', 'B'].map((id) => new lambda.CfnEventInvokeConfig(stack, id, { functionName: fn.ref, qualifier: '$LATEST' })),
      error: 'AsyncConfigTwice',
    },
    {
      what: 'the function is durable',
      set: (fn) => { (fn as lambda.CfnFunction).durableConfig = { executionTimeout: 60 }; },
      error: 'DurableFunctionHasNoDestinations',
    },
  ],
  kept: {
    set: (fn, stack) => l1Config(stack, { functionName: fn.ref, maximumRetryAttempts: 1, destinationConfig: { onSuccess: { destination: QUEUE } } }),
    properties: { ...CONFIGURED, DestinationConfig: { OnSuccess: { Destination: QUEUE }, OnFailure: { Destination: QUEUE } } },
  },
  token: (fn, stack) => l1Config(stack, { functionName: fn.ref, maximumRetryAttempts: Lazy.number({ produce: () => 1 }) }),
});

test('leaves retries and age as they are when it gets no policy', () => {
  const stack = testStack();
  nodeFunction(stack, 'Function', { retryAttempts: 0 }).with(toQueue(stack));

  expect(configsIn(stack).$LATEST).toMatchObject({ MaximumRetryAttempts: 0, DestinationConfig: CONFIGURED.DestinationConfig });
});

test('names the other owner of a setting', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { retryAttempts: 2 });
  const error = errorOf(() => fn.with(toQueue(stack, POLICY)));

  expect(error?.name).toBe('AsyncConfigConflict');
  expect(error?.message).toContain('retryAttempts');
  expect(error?.message).toContain('Stack/Function/EventInvokeConfig/Resource');
});

test('a later configureAsyncInvoke() fails as it does on a function with onFailure', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.with(toQueue(stack));

  expect(errorOf(() => fn.configureAsyncInvoke({ retryAttempts: 2 }))?.name).toBe('EventInvokeConfigAlreadyConfigured');
});

test('an imported function gets a warning: FunctionAsyncFailure.importedFunction', () => {
  const stack = testStack();
  lambda.Function.fromFunctionName(stack, 'Imported', 'orders').with(toQueue(stack));

  expectWarning(stack, '/Stack/Imported', 'FunctionAsyncFailure.importedFunction');
});

test('resources that are plain CfnResources are completed too', () => {
  const stack = testStack();
  const role = 'arn:aws:iam::111122223333:role/orders';
  const fn = new CfnResource(stack, 'Plain', { type: 'AWS::Lambda::Function', properties: { Role: role } });
  new CfnResource(stack, 'Live', { type: 'AWS::Lambda::Alias', properties: { FunctionName: fn.ref, Name: 'live' } });
  fn.with(toQueue(stack, POLICY));

  expect(configsIn(stack)).toMatchObject({ $LATEST: CONFIGURED, live: CONFIGURED });
});

test("CDK's own functions are left alone unless they are asked for", () => {
  const [alone, asked] = [false, true].map((includeProviderFunctions) => {
    const stack = testStack();
    new s3.Bucket(stack, 'Bucket', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY });
    stack.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(new sqs.Queue(stack, 'Failed')), includeProviderFunctions }));
    return Object.keys(configsIn(stack));
  });

  expect([alone, asked]).toEqual([[], ['$LATEST']]);
});

test('an alias alone can be asked for', () => {
  const stack = testStack();
  const alias = nodeFunction(stack).addAlias('live');
  alias.with(toQueue(stack, POLICY));

  expect(Object.values(configsIn(stack))).toEqual([expect.objectContaining(CONFIGURED)]);
});

test('a version alone can be asked for, and is covered when something invokes it', () => {
  const stack = testStack();
  const version = nodeFunction(stack).currentVersion;
  version.with(toQueue(stack, POLICY));
  version.addPermission('Bucket', { principal: new iam.ServicePrincipal('s3.amazonaws.com') });

  expect(Object.values(configsIn(stack))).toEqual([expect.objectContaining(CONFIGURED)]);
});

test('a version that nothing invokes is not', () => {
  const stack = testStack();
  nodeFunction(stack).currentVersion.with(toQueue(stack, POLICY));

  expect(configsIn(stack)).toEqual({});
});

test('no logical id of what was there changes', () => {
  const [before, after] = [testStack(), testStack()].map((stack, index) => {
    const fn = nodeFunction(stack);
    fn.addAlias('live');
    if (index === 1) fn.with(toQueue(stack, POLICY));
    return Object.keys(Template.fromStack(stack).toJSON().Resources);
  });

  expect(after).toEqual(expect.arrayContaining(before));
});

test('every legal policy is rendered as it is', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 60, max: 21_600 }), fc.boolean(), (retryAttempts, age, l2) => {
    const stack = new Stack(new App(), 'Stack');
    const fn = l2 ? nodeFunction(stack) : l1Function(stack);
    fn.with(toQueue(stack, RetryPolicy.of({ retryAttempts, maxEventAge: Duration.seconds(age) })));
    expect(configsIn(stack).$LATEST).toMatchObject({ MaximumRetryAttempts: retryAttempts, MaximumEventAgeInSeconds: age });
  }), { numRuns: 25 });
});

test('every illegal policy is a coded error', () => {
  const illegal = fc.oneof(
    fc.record({ retryAttempts: fc.integer({ min: 3 }), age: fc.constant(60), id: fc.constant('AsyncRetryAttemptsOutOfRange') }),
    fc.record({
      retryAttempts: fc.constant(0), age: fc.oneof(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 21_601, max: 1e9 })), id: fc.constant('AsyncMaxEventAgeOutOfRange'),
    }),
  );
  fc.assert(fc.property(illegal, fc.boolean(), ({ retryAttempts, age, id }, l2) => {
    const stack = new Stack(new App(), 'Stack');
    const fn = l2 ? nodeFunction(stack) : l1Function(stack);
    const mixin = toQueue(stack, RetryPolicy.of({ retryAttempts, maxEventAge: Duration.seconds(age) }));
    expect(errorOf(() => fn.with(mixin))?.name).toBe(id);
  }), { numRuns: 50 });
});
