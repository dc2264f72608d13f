import { Lazy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { asyncTarget } from '../../../src/failure/private/async-target';
import { addConfig, completeConfig } from '../../../src/failure/private/event-invoke-config';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { l1Function, nodeFunction, testStack } from '../../support';
import { configsIn, errorOf, expectWarning } from '../support';

const destinationArn = 'arn:aws:sqs:eu-west-1:111122223333:failed';

function setUp() {
  const stack = testStack();
  const fn = l1Function(stack);
  const config = new lambda.CfnEventInvokeConfig(stack, 'Theirs', { functionName: fn.ref, qualifier: '$LATEST' });
  return { stack, fn, config, target: asyncTarget(fn, fn) };
}

test('adds to an L2 what configureAsyncInvoke() would', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const l1 = fn.node.defaultChild as lambda.CfnFunction;
  const config = addConfig(asyncTarget(l1, l1), { destinationArn, retryPolicy: RetryPolicy.none() });

  expect(config.node.path).toBe('Stack/Function/EventInvokeConfig/Resource');
  expect(configsIn(stack).$LATEST).toMatchObject({ MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: destinationArn } } });
});

test.each([
  ['an alias', (fn: lambda.Function) => fn.addAlias('live')],
  ['a version', (fn: lambda.Function) => fn.currentVersion],
])('adds to %s what configureAsyncInvoke() would, which then fails', (_, qualify) => {
  const [ours, theirs] = [testStack(), testStack()];
  const [mixed, given] = [ours, theirs].map((stack) => qualify(nodeFunction(stack)));
  const [fn, resource] = [mixed.lambda.node.defaultChild as lambda.CfnFunction, mixed.node.defaultChild as lambda.CfnAlias | lambda.CfnVersion];
  addConfig(asyncTarget(fn, resource), { destinationArn, retryPolicy: RetryPolicy.none() });
  given.configureAsyncInvoke({ onFailure: { bind: () => ({ destination: destinationArn }) }, retryAttempts: 0 });

  expect(Template.fromStack(ours).toJSON()).toEqual(Template.fromStack(theirs).toJSON());
  expect(() => mixed.configureAsyncInvoke({ retryAttempts: 1 })).toThrow('already been configured');
});

test('adds to an L1 function below it', () => {
  const stack = testStack();
  const fn = l1Function(stack);

  expect(addConfig(asyncTarget(fn, fn), { destinationArn }).node.path).toBe('Stack/L1/EventInvokeConfig');
});

test('fills in what is missing and leaves the rest', () => {
  const { stack, config, target } = setUp();
  config.maximumEventAgeInSeconds = 120;
  completeConfig(config, target, { destinationArn, retryPolicy: RetryPolicy.none() });

  expect(configsIn(stack).$LATEST).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 120 });
});

test('fills in a destination beside a lazy one', () => {
  const { stack, config, target } = setUp();
  config.destinationConfig = Lazy.any({ produce: () => ({ onSuccess: { destination: destinationArn } }) });
  completeConfig(config, target, { destinationArn });
  const destination = { Destination: destinationArn };

  expect(configsIn(stack).$LATEST.DestinationConfig).toEqual({ OnSuccess: destination, OnFailure: destination });
});

test('says what differs, and where: AsyncConfigConflict', () => {
  const { config, target } = setUp();
  config.destinationConfig = { onFailure: { destination: `${destinationArn}-2` } };
  const error = errorOf(() => completeConfig(config, target, { destinationArn }));

  expect(error?.name).toBe('AsyncConfigConflict');
  expect(error?.message).toContain(`has DestinationConfig.OnFailure.Destination "${destinationArn}-2"`);
  expect(error?.message).toContain('Stack/Theirs');
});

test('leaves what is known at deployment only, with a warning: FunctionAsyncFailure.unknownSetting', () => {
  const { stack, config, target } = setUp();
  config.addPropertyOverride('DestinationConfig', { 'Fn::If': ['Kept', {}, { Ref: 'AWS::NoValue' }] });
  completeConfig(config, target, { destinationArn });

  expectWarning(stack, '/Stack/Theirs', 'FunctionAsyncFailure.unknownSetting');
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventInvokeConfig', { DestinationConfig: { 'Fn::If': Match.anyValue() } });
});
