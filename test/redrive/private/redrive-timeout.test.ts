import { CfnParameter, Duration } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { redriveTimeout } from '../../../src/redrive/private/redrive-timeout';
import { l1Function, nodeFunction, testStack } from '../../support';

const TOO_SLOW = 'cdk-lambda-error-handling:RedrivePipe.functionTooSlow';

test('the slowest function, the pause and a start of its own', () => {
  const stack = testStack();
  const functions = [nodeFunction(stack, 'Fast'), nodeFunction(stack, 'Slow', { timeout: Duration.minutes(1) })];

  expect(redriveTimeout(stack, functions, 2.5)).toBe(78);
});

test('a function without timeout has that of Lambda', () => {
  const stack = testStack();

  expect(redriveTimeout(stack, [l1Function(stack)], 0)).toBe(18);
});

test('no function is refused', () => {
  expect(() => redriveTimeout(testStack(), [], 0)).toThrow(expect.objectContaining({ name: 'RedriveFunctionsMissing', message: expect.stringContaining('got []') }));
});

test('a function with tenant isolation is refused', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { tenancyConfig: { tenantIsolationMode: 'PER_TENANT' } });

  expect(() => redriveTimeout(stack, [fn], 0)).toThrow(expect.objectContaining({ name: 'RedriveTenantUnknown', message: expect.stringContaining('Stack/L1') }));
});

test('a function that may run longer than a pipe waits is a warning, and still as long as Lambda allows', () => {
  const stack = testStack();

  expect(redriveTimeout(stack, [nodeFunction(stack, 'Slow', { timeout: Duration.minutes(15) })], 0)).toBe(900);
  Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp(TOO_SLOW));
});

test('a durable function takes as long as its execution', () => {
  const stack = testStack();

  expect(redriveTimeout(stack, [l1Function(stack, 'L1', { durableConfig: { executionTimeout: 120 } })], 0)).toBe(135);
});

test('what only the deployment knows is taken for the longest, what is imported for what a pipe waits', () => {
  const stack = testStack();
  const timeout = new CfnParameter(stack, 'Timeout', { type: 'Number' }).valueAsNumber;

  expect(redriveTimeout(stack, [lambda.Function.fromFunctionName(stack, 'Imported', 'orders')], 1)).toBe(286);
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(TOO_SLOW));
  expect(redriveTimeout(stack, [l1Function(stack, 'L1', { timeout })], 1)).toBe(900);
});

test('as long as a pipe waits is not too slow, a second more is', () => {
  const warned = (seconds: number) => {
    const stack = testStack();
    redriveTimeout(stack, [nodeFunction(stack, 'Slow', { timeout: Duration.seconds(seconds) })], 0);
    return Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp(TOO_SLOW)).length;
  };

  expect([285, 286].map(warned)).toEqual([0, 1]);
});
