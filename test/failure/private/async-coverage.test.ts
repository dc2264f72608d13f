import { App, Aspects, Duration, Shims, Stack, Stage, type IAspect } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../../src/failure/function-async-failure';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { l1Function, nodeFunction, testStack } from '../../support';
import { configsIn, errorOf } from '../support';

function mixinOf(stack: Stack, acknowledgeRules?: boolean): FunctionAsyncFailure {
  const failureDestination = FailureDestination.queue(new FailureQueue(stack, 'Failed'));
  return new FunctionAsyncFailure({ failureDestination, retryPolicy: RetryPolicy.none(), acknowledgeRules });
}

const every5Minutes = events.Schedule.rate(Duration.minutes(5));

describe('covers', () => {
  test('an alias that is made after the mixin was applied, with the id that the L2 would give', () => {
    const [mixed, given] = [testStack(), testStack()];
    const fn = nodeFunction(mixed);
    fn.with(mixinOf(mixed));
    fn.addAlias('live');
    nodeFunction(given).addAlias('live').configureAsyncInvoke({ retryAttempts: 0 });
    const [ours, [theirs]] = [mixed, given].map((stack) => Object.keys(Template.fromStack(stack).findResources('AWS::Lambda::EventInvokeConfig')));

    expect(ours).toContain(theirs);
    expect(ours).toHaveLength(2);
  });

  test('an L1 alias, by its name and after it is made', () => {
    const stack = testStack();
    const fn = l1Function(stack);
    fn.with(mixinOf(stack));
    new lambda.CfnAlias(stack, 'Live', { functionName: fn.ref, functionVersion: '1', name: 'live' });

    expect(configsIn(stack).live).toMatchObject({ FunctionName: { Ref: 'L1' }, MaximumRetryAttempts: 0 });
    Template.fromStack(stack).hasResource('AWS::Lambda::EventInvokeConfig', { DependsOn: ['Live'], Properties: { Qualifier: 'live' } });
  });

  test('an alias that spells out the name of the function', () => {
    const stack = testStack();
    l1Function(stack, 'L1', { functionName: 'orders' }).with(mixinOf(stack));
    new lambda.CfnAlias(stack, 'Live', { functionName: 'orders', functionVersion: '1', name: 'live' });

    expect(Object.keys(configsIn(stack))).toEqual(expect.arrayContaining(['$LATEST', 'live']));
  });

  test('an alias in another stack', () => {
    const app = new App();
    const [near, far] = [new Stack(app, 'Near'), new Stack(app, 'Far')];
    const fn = nodeFunction(near);
    fn.with(mixinOf(near));
    new lambda.CfnAlias(far, 'Live', { functionName: fn.functionName, functionVersion: '1', name: 'live' });

    expect(configsIn(far).live).toMatchObject({ FunctionName: { 'Fn::ImportValue': expect.stringContaining('Near') } });
  });

  test('a version that a rule invokes', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    fn.with(mixinOf(stack));
    new events.Rule(stack, 'Rule', { schedule: every5Minutes, targets: [new LambdaFunction(fn.currentVersion)] });

    expect(Object.keys(configsIn(stack))).toEqual(['$LATEST', expect.stringMatching(/CurrentVersion.*Version/)]);
  });

  test('an alias that another aspect makes', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    fn.with(mixinOf(stack));
    const makeAlias: IAspect = { visit: (node) => { if (node === fn) fn.addAlias('live'); } };
    Aspects.of(stack).add(makeAlias);

    expect(Object.keys(configsIn(stack))).toHaveLength(2);
  });
});

describe('does not cover', () => {
  test('a version that only an alias refers to', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    fn.with(mixinOf(stack));
    fn.addAlias('live');

    expect(Object.keys(configsIn(stack))).toEqual(expect.not.arrayContaining([expect.stringContaining('CurrentVersion')]));
  });

  test('aliases of other functions', () => {
    const stack = testStack();
    nodeFunction(stack).with(mixinOf(stack));
    nodeFunction(stack, 'Other').addAlias('live');

    expect(Object.keys(configsIn(stack))).toEqual(['$LATEST']);
  });

  test('functions of another stage', () => {
    const app = new App();
    const [a, b] = ['A', 'B'].map((id) => new Stack(new Stage(app, id), 'Stack'));
    nodeFunction(a).with(mixinOf(a));
    nodeFunction(b).addAlias('live');

    expect(configsIn(b)).toEqual({});
    expect(Object.keys(configsIn(a))).toEqual(['$LATEST']);
  });
});

describe('completes', () => {
  test('the config of an alias, which keeps its own values', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failed')) }));
    fn.addAlias('live', { retryAttempts: 1 });
    const { $LATEST, ...rest } = configsIn(stack);

    expect(Object.values(rest)).toEqual([expect.objectContaining({ MaximumRetryAttempts: 1, DestinationConfig: $LATEST.DestinationConfig })]);
  });

  test('a config of $LATEST that is declared later, instead of its own', () => {
    const stack = testStack();
    const fn = l1Function(stack);
    fn.with(mixinOf(stack));
    new lambda.CfnEventInvokeConfig(stack, 'Theirs', { functionName: fn.ref, qualifier: '$LATEST', maximumEventAgeInSeconds: 60 });

    expect(Object.keys(Template.fromStack(stack).findResources('AWS::Lambda::EventInvokeConfig'))).toEqual(['Theirs']);
    expect(configsIn(stack).$LATEST).toMatchObject({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 });
  });

  test('a config of $LATEST of an L2 in another stack, instead of its own', () => {
    const app = new App();
    const [near, far] = [new Stack(app, 'Near'), new Stack(app, 'Far')];
    const fn = nodeFunction(near);
    new lambda.CfnEventInvokeConfig(far, 'Theirs', { functionName: fn.functionName, qualifier: '$LATEST' });
    fn.with(mixinOf(near));

    expect(configsIn(near)).toEqual({});
    expect(configsIn(far).$LATEST).toMatchObject({ MaximumRetryAttempts: 0 });
  });
});

describe('as an aspect', () => {
  test.each([true, false])('covers aliases and invoked versions, whether aspects are stabilized or not (%s)', (stabilized) => {
    const stack = new Stack(new App({ context: { '@aws-cdk/core:aspectStabilization': stabilized } }), 'Stack');
    Aspects.of(stack.node.root).add(Shims.asAspect(mixinOf(stack)));
    const fn = nodeFunction(stack);
    fn.addAlias('live');
    new events.Rule(stack, 'Rule', { schedule: every5Minutes, targets: [new LambdaFunction(fn.currentVersion)] });

    expect(Object.keys(configsIn(stack))).toHaveLength(3);
  });

  test('covers an alias that stands before its function', () => {
    const app = new App({ context: { '@aws-cdk/core:aspectStabilization': true } });
    const [early, late] = [new Stack(app, 'Early'), new Stack(app, 'Late')];
    const fn = l1Function(late);
    new lambda.CfnAlias(early, 'Live', { functionName: fn.ref, functionVersion: '1', name: 'live' });
    Aspects.of(late).add(Shims.asAspect(mixinOf(late)));

    expect(configsIn(early).live).toBeDefined();
  });

  test('fails where it can not come: AsyncFailureUncovered', () => {
    const app = new App({ context: { '@aws-cdk/core:aspectStabilization': false } });
    const [near, far] = [new Stack(app, 'Near'), new Stack(app, 'Far')];
    const fn = nodeFunction(near);
    new lambda.CfnAlias(far, 'Live', { functionName: fn.functionName, functionVersion: '1', name: 'live' });
    Aspects.of(near).add(Shims.asAspect(mixinOf(near)));

    expect(errorOf(() => app.synth())?.name).toBe('AsyncFailureUncovered');
  });
});

test('a function that becomes durable later fails at synthesis: DurableFunctionHasNoDestinations', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  fn.with(mixinOf(stack));
  fn.durableConfig = { executionTimeout: 60 };

  expect(errorOf(() => Template.fromStack(stack))?.name).toBe('DurableFunctionHasNoDestinations');
});

test('two configs of an alias fail at synthesis: AsyncConfigTwice', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  fn.with(mixinOf(stack));
  new lambda.CfnAlias(stack, 'Live', { functionName: fn.ref, functionVersion: '1', name: 'live' });
  ['A', 'B'].forEach((id) => new lambda.CfnEventInvokeConfig(stack, id, { functionName: fn.ref, qualifier: 'live' }));

  expect(errorOf(() => Template.fromStack(stack))?.name).toBe('AsyncConfigTwice');
});

test.each([[true, 1], [false, 0]])('acknowledges the rule that can not see the config from a permission, or not (%s)', (acknowledgeRules, times) => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  new events.Rule(stack, 'Rule', { schedule: every5Minutes, targets: [new LambdaFunction(fn)] });
  fn.with(mixinOf(stack, acknowledgeRules));
  const permissions = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Permission'));

  expect(permissions.filter(({ Metadata }) => Metadata?.['cfn-lint']?.config.ignore_checks.includes('ES1007'))).toHaveLength(times);
});

test('visits nothing twice with effect: a second synthesis gives the same', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.with(mixinOf(stack));
  fn.addAlias('live');
  const app = stack.node.root as App;
  const [first, second] = [app.synth(), app.synth({ force: true })].map((assembly) => assembly.getStackByName('Stack').template);

  expect(second).toEqual(first);
});

test('a queue elsewhere stays elsewhere', () => {
  const app = new App();
  const [near, far] = [new Stack(app, 'Near'), new Stack(app, 'Far')];
  const queue: IConstruct & sqs.IQueueRef = new sqs.CfnQueue(far, 'Failed');
  nodeFunction(near).with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }));

  expect(configsIn(near).$LATEST.DestinationConfig.OnFailure.Destination).toEqual({ 'Fn::ImportValue': expect.stringContaining('Far') });
});

test.each([true, false])('tells cfn-lint of a permission that stands before its function, with aspects stabilized: %s', (stabilized) => {
  const stack = new Stack(new App({ context: { '@aws-cdk/core:aspectStabilization': stabilized } }), 'Stack');
  const permission = new lambda.CfnPermission(stack, 'Permission', { action: 'lambda:InvokeFunction', functionName: 'orders', principal: 'sns.amazonaws.com' });
  const fn = l1Function(stack);
  permission.functionName = fn.attrArn;
  const mixin = mixinOf(stack);
  Aspects.of(stack).add(Shims.asAspect(mixin));

  Template.fromStack(stack).hasResource('AWS::Lambda::Permission', { Metadata: { 'cfn-lint': { config: { ignore_checks: ['ES1007'] } } } });
});
