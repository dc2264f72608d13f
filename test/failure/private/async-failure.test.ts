import { Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { AsyncFailure } from '../../../src/failure/private/async-failure';
import { asyncTarget } from '../../../src/failure/private/async-target';
import { l1Function, nodeFunction, testStack } from '../../support';
import { configsIn, errorOf, statementsIn } from '../support';

test('grants once, however many qualifiers there are', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  const alias = new lambda.CfnAlias(stack, 'Live', { functionName: fn.ref, functionVersion: '1', name: 'live' });
  const failureDestination = FailureDestination.queue(new FailureQueue(stack, 'Failed'));
  const bind = jest.spyOn(failureDestination, 'bind');
  const failure = new AsyncFailure(fn, { failureDestination, acknowledgeRules: true });
  [fn, alias].forEach((resource) => failure.applyTo(asyncTarget(fn, resource)));

  expect(bind).toHaveBeenCalledTimes(1);
  expect(statementsIn(stack)).toHaveLength(1);
  expect(Object.keys(configsIn(stack))).toEqual(['$LATEST', 'live']);
});

test('a function can not be its own destination: FunctionIsItsOwnDestination', () => {
  const fn = nodeFunction(testStack());
  const l1 = fn.node.defaultChild as lambda.CfnFunction;
  const failure = new AsyncFailure(l1, { failureDestination: FailureDestination.function(fn.addAlias('live')), acknowledgeRules: true });

  expect(errorOf(() => failure.applyTo(asyncTarget(l1, l1)))?.name).toBe('FunctionIsItsOwnDestination');
});

test('has no answer for durable functions: DurableFunctionHasNoDestinations', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { durableConfig: { executionTimeout: 60 } });
  const failure = new AsyncFailure(fn, { failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failed')), acknowledgeRules: true });
  const error = errorOf(() => failure.applyTo(asyncTarget(fn, fn)));

  expect(error?.name).toBe('DurableFunctionHasNoDestinations');
  expect(error?.message).toContain('FunctionDeadLetter');
});

test.each([[true, 1], [false, 0]])('acknowledges rules that see dead-letter queues only, or not (%s)', (acknowledgeRules, times) => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const l1 = fn.node.defaultChild as lambda.CfnFunction;
  new AsyncFailure(l1, { failureDestination: FailureDestination.queue(new FailureQueue(stack, 'Failed')), acknowledgeRules }).applyTo(asyncTarget(l1, l1));
  const acknowledged = fn.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .filter(({ data }) => Object.keys(data).some((id) => id.endsWith('Serverless-LambdaDLQ')));

  expect(acknowledged).toHaveLength(times);
});

test('tells who wants to hear which config is made, which gets a destination, and which keeps the one it has', () => {
  const stack = testStack();
  const heard: string[] = [];
  const failureDestination = FailureDestination.queue(new FailureQueue(stack, 'Failed'));
  const listen = (_: unknown, __: unknown, what: string) => { heard.push(what); };
  const settings = { failureDestination, acknowledgeRules: true, keepDestination: true, heard: listen };
  const kept = { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:kept' } };
  for (const [id, config] of Object.entries({ Made: undefined, Completed: {}, Kept: { destinationConfig: kept } })) {
    const fn = l1Function(stack, id);
    const existing = config && new lambda.CfnEventInvokeConfig(stack, `${id}Config`, { functionName: fn.ref, qualifier: '$LATEST', ...config });
    new AsyncFailure(fn, settings).applyTo(asyncTarget(fn, fn), existing);
  }

  expect(heard).toEqual(['made', 'completed', 'kept']);
});
