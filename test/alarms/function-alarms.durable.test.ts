import { Duration, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function, nodeFunction, testStack } from '../support';
import { alarmOf, DURABLE_METHODS, metricsOf, SINGLE_FAILURE } from './support';

const DURABLE = { durableConfig: { executionTimeout: Duration.hours(1) } };
const METRICS = ['DurableExecutionFailed', 'DurableExecutionTimedOut', 'DurableExecutionStopped'];

test.each(DURABLE_METHODS.map((method, index) => [method, METRICS[index]] as const))('%s() sees a single execution', (method, metric) => {
  const stack = testStack();
  FunctionAlarms.fromFunction(l1Function(stack, 'L1', { durableConfig: { executionTimeout: 60 } }))[method]();

  expect(alarmOf(stack, metric)).toMatchObject({
    Namespace: 'AWS/Lambda', Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'L1' } }], ...SINGLE_FAILURE,
  });
});

test('recommended() makes them for a durable function, instead of the one on its replays', () => {
  const stack = testStack();
  FunctionAlarms.fromFunction(nodeFunction(stack, 'Function', DURABLE)).recommended();

  expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', ...METRICS, 'Throttles'].sort());
});

test('recommended() can be told to make the one on replays too, and to drop others', () => {
  const stack = testStack();
  FunctionAlarms.fromFunction(nodeFunction(stack, 'Function', DURABLE)).recommended({
    errors: { enabled: true }, durableExecutionsStopped: { enabled: false }, durableExecutionsFailed: { threshold: 3 },
  });

  expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'DurableExecutionFailed', 'DurableExecutionTimedOut', 'Errors', 'Throttles']);
  expect(alarmOf(stack, 'DurableExecutionFailed').Threshold).toBe(3);
});

test('the alarms of an alias count the executions of all versions', () => {
  const stack = testStack();
  FunctionAlarms.fromFunction(nodeFunction(stack, 'Function', DURABLE).addAlias('live')).durableExecutionsFailed();

  expect(alarmOf(stack, 'DurableExecutionFailed').Dimensions).toEqual([{ Name: 'FunctionName', Value: { Ref: 'Function76856677' } }]);
});

test.each(DURABLE_METHODS)('%s() is refused where it can never fire: DurableAlarmCannotFire', (method) => {
  expect(() => FunctionAlarms.fromFunction(nodeFunction(testStack()))[method]()).toThrow(expect.objectContaining({
    name: 'DurableAlarmCannotFire', message: expect.stringContaining(`${method}() can never fire`),
  }));
});

test('an imported function may be durable: by name only', () => {
  const stack = testStack();
  const alarms = FunctionAlarms.fromFunction(lambda.Function.fromFunctionName(stack, 'Imported', 'orders'));
  alarms.recommended();
  alarms.durableExecutionsFailed();

  expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'DurableExecutionFailed', 'Errors', 'Throttles']);
});

test('on Managed Instances a timeout that is not known counts as 90 minutes', () => {
  const stack = testStack();
  const capacityProviderConfig = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn' } };
  FunctionAlarms.fromFunction(l1Function(stack, 'L1', { capacityProviderConfig, timeout: Token.asNumber({ Ref: 'Timeout' }) })).errors();

  expect(alarmOf(stack, 'Errors').EvaluationPeriods).toBe(92);
});
