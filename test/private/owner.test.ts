import { App, CfnElement, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { FailureQueue } from '../../src/failure';
import {
  findBelow, functionBehind, functionResourceOf, isImmutable, overridesOf, ownerOf, propertiesOf, queueResourceOf, referenceTarget,
  resourceWithLogicalId, stageOf, templateOf,
} from '../../src/private/owner';
import { l1Function, nodeFunction, testStack } from '../support';

describe('ownerOf', () => {
  test('is the L2 of an L1', () => {
    const fn = nodeFunction(testStack());

    expect(ownerOf(fn.node.defaultChild as lambda.CfnFunction)).toBe(fn);
  });

  test('is nothing for an L1 of the user, even in a construct of its own', () => {
    const stack = testStack();

    expect(ownerOf(l1Function(stack))).toBeUndefined();
    expect(ownerOf(l1Function(new Construct(stack, 'Wrapper'), 'Resource'))).toBeUndefined();
  });
});

describe('functionResourceOf', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const l1 = fn.node.defaultChild as lambda.CfnFunction;
  const singleton = new lambda.SingletonFunction(stack, 'Singleton', {
    uuid: 'one', code: lambda.Code.fromInline('x'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler',
  });

  test.each<[string, lambda.IFunctionRef]>([
    ['an L1', l1], ['an L2', fn], ['$LATEST', fn.latestVersion], ['a version', fn.currentVersion], ['an alias', fn.addAlias('live')],
  ])('finds the L1 behind %s', (_, ref) => {
    expect(functionResourceOf(ref)).toBe(l1);
  });

  test('finds the L1 behind a construct that passes the reference on', () => {
    expect(functionResourceOf(singleton)?.node.path).toContain('SingletonLambdaone');
  });

  test.each<[string, lambda.IFunctionRef]>([
    ['function', lambda.Function.fromFunctionName(stack, 'Named', 'orders')],
    ['version', lambda.Version.fromVersionArn(stack, 'Version', 'arn:aws:lambda:eu-west-1:111122223333:function:orders:1')],
  ])('finds nothing behind an imported %s', (_, ref) => {
    expect(functionResourceOf(ref)).toBeUndefined();
  });
});

describe('queueResourceOf', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Queue');
  const l1 = queue.node.defaultChild as sqs.CfnQueue;
  const passedOn = Object.assign(new Construct(stack, 'Wrapper'), { queueRef: queue.queueRef, env: queue.env });
  const failureQueue = new FailureQueue(stack, 'FailureQueue');

  test.each<[string, sqs.IQueueRef, unknown]>([
    ['an L1', l1, l1], ['an L2', queue, l1], ['a construct that passes the reference on', passedOn, l1],
    ['a failure queue', failureQueue, failureQueue.queue.node.defaultChild],
  ])('finds the L1 behind %s', (_, ref, expected) => {
    expect(expected).toBeDefined();
    expect(queueResourceOf(ref)).toBe(expected);
  });

  test('finds nothing behind an imported queue', () => {
    expect(queueResourceOf(sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:dead'))).toBeUndefined();
  });
});

test('functionBehind follows aliases and versions', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  const version = new lambda.CfnVersion(stack, 'Version', { functionName: fn.ref });
  const alias = new lambda.CfnAlias(stack, 'Alias', { functionName: fn.attrArn, functionVersion: version.attrVersion, name: 'live' });

  expect([fn.ref, fn.attrArn, version.ref, alias.ref].map((value) => functionBehind(value))).toEqual([fn, fn, fn, fn]);
  expect(functionBehind('orders')).toBeUndefined();
});

test('functionBehind follows what was made without its L1', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  const alias = new CfnResource(stack, 'Alias', { type: 'AWS::Lambda::Alias', properties: { FunctionName: fn.ref, FunctionVersion: '1', Name: 'live' } });

  expect(functionBehind(alias.ref)).toBe(fn);
});

test('referenceTarget follows whole references only', () => {
  const role = new iam.CfnRole(testStack(), 'Role', { assumeRolePolicyDocument: {} });

  expect(referenceTarget(role.attrArn)).toBe(role);
  expect(['text', `a ${role.attrArn}`, 7, undefined].map((value) => referenceTarget(value))).toEqual([undefined, undefined, undefined, undefined]);
});

test('isImmutable knows the roles that CDK drops grants on', () => {
  const stack = testStack();
  const role = (id: string, mutable: boolean) => iam.Role.fromRoleArn(stack, id, 'arn:aws:iam::111122223333:role/orders', { mutable });

  expect([role('A', false), role('B', true)].map((one) => isImmutable(one))).toEqual([true, false]);
});

test('resourceWithLogicalId finds a resource of the stack itself', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  l1Function(new Stack(stack, 'Other'), 'L2');

  expect(resourceWithLogicalId(stack, 'L1')).toBe(fn);
  expect(resourceWithLogicalId(stack, 'L2')).toBeUndefined();
});

test('findBelow finds all of a kind', () => {
  const stack = testStack();
  const fns = [l1Function(stack), nodeFunction(stack).node.defaultChild];

  expect(findBelow(stack, lambda.CfnFunction.isCfnFunction)).toEqual(fns);
});

test('overridesOf, propertiesOf and templateOf read what CDK keeps to itself', () => {
  const fn = l1Function(testStack());
  fn.addPropertyOverride('Timeout', 9);

  expect(overridesOf(fn)).toEqual({ Timeout: 9 });
  expect(overridesOf(new CfnResource(fn.stack, 'Plain', { type: 'A::B::C' }))).toEqual({});
  expect(propertiesOf(new CfnResource(fn.stack, 'Other', { type: 'A::B::C', properties: { D: 1 } }))).toEqual({ D: 1 });
  expect(Object.keys(templateOf(fn as CfnElement))).toEqual(['Resources']);
});

describe('stageOf', () => {
  test('is the stage that is nearest, or the app', () => {
    const app = new App();
    const stage = new Stage(app, 'Prod');

    expect(stageOf(new Stack(stage, 'Stack'))).toBe(stage);
    expect(stageOf(stage)).toBe(app);
    expect(stageOf(new Stack(app, 'Stack'))).toBe(app);
  });

  test('is the root of a tree without an app', () => {
    const root = new Construct(undefined as any, '');

    expect(stageOf(new Construct(root, 'Child'))).toBe(root);
  });
});
