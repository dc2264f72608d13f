import { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { FunctionAlarmName } from '../../../src/alarms/alarm-defaults';
import { assertCanFire, canFire, makeFunctionAlarms } from '../../../src/alarms/private/function-alarm';
import { functionSubject } from '../../../src/alarms/private/function-subject';
import { l1Function, nodeFunction, testStack } from '../../support';

const ALWAYS: FunctionAlarmName[] = ['errors', 'throttles', 'asyncEventsDropped'];
const NEEDS_A_PATH: FunctionAlarmName[] = ['deadLetterErrors', 'destinationDeliveryFailures'];

test.each(ALWAYS)('%s can always fire', (name) => {
  const subject = functionSubject(l1Function(testStack()));

  expect(canFire(subject, name)).toBe(true);
  expect(() => assertCanFire(subject, name)).not.toThrow();
});

test.each(NEEDS_A_PATH)('%s can fire with its failure path only', (name) => {
  const subject = functionSubject(l1Function(testStack()));

  expect(canFire(subject, name)).toBe(false);
  expect(() => assertCanFire(subject, name)).toThrow(expect.objectContaining({ message: expect.stringMatching(/can never fire.*mixins\.Function/) }));
});

test.each(NEEDS_A_PATH)('%s of an imported function is made when asked for, and not recommended', (name) => {
  const subject = functionSubject(lambda.Function.fromFunctionName(testStack(), 'Imported', 'orders'));

  expect(canFire(subject, name)).toBe(false);
  expect(() => assertCanFire(subject, name)).not.toThrow();
});

test('a destination outside of the stack is found only when asked for by name', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { functionName: 'orders' });
  new lambda.CfnEventInvokeConfig(new Stack(stack.node.root as never, 'Other'), 'Config', {
    functionName: 'orders', qualifier: '$LATEST', destinationConfig: { onFailure: { destination: 'arn' } },
  });
  const subject = functionSubject(fn);

  expect(canFire(subject, 'destinationDeliveryFailures')).toBe(false);
  expect(() => assertCanFire(subject, 'destinationDeliveryFailures')).not.toThrow();
});

test('the description names the alias where the metric does', () => {
  const stack = testStack();
  const subject = functionSubject(nodeFunction(stack, 'Function', { functionName: 'orders' }).addAlias('live'));

  const [errors, dropped] = (['errors', 'asyncEventsDropped'] as const).map((name) => {
    const [alarm] = makeFunctionAlarms(subject, undefined, [{ name, options: {}, recommended: false }]);
    const [, parts] = stack.resolve(alarm.alarmDescription)['Fn::Join'];
    return parts.find((part: unknown) => typeof part === 'string' && /failed|given up/.test(part));
  });

  expect(errors).toMatch(/^:live failed/);
  expect(dropped).toMatch(/^ were given up/);
});
