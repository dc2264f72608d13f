import type { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function, nodeFunction, testStack } from '../support';
import { alarmOf, fullFunction, metricsOf } from './support';

describe('recommended()', () => {
  test('makes what can fire for a function without failure paths', () => {
    const stack = testStack();

    const made = FunctionAlarms.fromFunction(nodeFunction(stack)).recommended();

    expect(made).toHaveLength(3);
    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'Errors', 'Throttles']);
  });

  test('makes all alarms for a function with all failure paths', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(fullFunction(stack)).recommended();

    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'DeadLetterErrors', 'DestinationDeliveryFailures', 'Errors', 'Throttles']);
  });

  test.each<[string, (stack: Stack, fn: lambda.CfnFunction) => void]>([
    ['an L1 config by reference', (stack, fn) => config(stack, fn.ref, '$LATEST')],
    ['an L1 config by name', (stack) => config(stack, 'orders', '$LATEST')],
    ['an L1 config of an alias', (stack, fn) => config(stack, fn.ref, 'live')],
    ['an event source mapping by name', (stack) => mapping(stack, 'orders:live')],
    ['an event source mapping by ARN', (stack) => mapping(stack, 'arn:aws:lambda:eu-west-1:111122223333:function:orders')],
    ['an event source mapping by partial ARN', (stack) => mapping(stack, '111122223333:function:orders')],
    ['an event source mapping by reference', (stack, fn) => mapping(stack, fn.attrArn)],
    ['an event source mapping of an alias', (stack, fn) =>
      mapping(stack, new lambda.CfnAlias(stack, 'Alias', { functionName: fn.ref, functionVersion: '1', name: 'live' }).ref)],
  ])('finds the destination of %s', (_, wire) => {
    const stack = testStack();
    const fn = l1Function(stack, 'L1', { functionName: 'orders' });
    wire(stack, fn);

    FunctionAlarms.fromFunction(fn).recommended();

    expect(metricsOf(stack)).toContain('DestinationDeliveryFailures');
  });

  test('is not misled by the destination of another function', () => {
    const stack = testStack();
    config(stack, 'payments', '$LATEST');
    config(stack, l1Function(stack, 'Other').ref, '$LATEST', 'Second');

    FunctionAlarms.fromFunction(l1Function(stack)).recommended();

    expect(metricsOf(stack)).not.toContain('DestinationDeliveryFailures');
  });

  test('tunes and drops alarms by name', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(nodeFunction(stack)).recommended({ errors: { threshold: 5 }, throttles: { enabled: false } });

    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'Errors']);
    expect(alarmOf(stack, 'Errors').Threshold).toBe(5);
  });

  test('ignores tuning of an alarm that can not fire', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(nodeFunction(stack)).recommended({ deadLetterErrors: { threshold: 2 } });

    expect(metricsOf(stack)).not.toContain('DeadLetterErrors');
  });

  test('insists on an alarm of an imported function', () => {
    const stack = testStack();

    FunctionAlarms.fromFunction(lambda.Function.fromFunctionName(stack, 'Imported', 'orders')).recommended({ deadLetterErrors: { enabled: true } });

    expect(metricsOf(stack)).toEqual(['AsyncEventsDropped', 'DeadLetterErrors', 'Errors', 'Throttles']);
  });
});

describe('the same alarm twice', () => {
  const cases: [string, (alarms: FunctionAlarms) => void, RegExp][] = [
    ['by name after recommended()', (alarms) => { alarms.recommended(); alarms.errors(); }, /tune it there with recommended\(\{ errors: \{ … \} \}\).*enabled: false/],
    ['by recommended() after its name', (alarms) => { alarms.errors(); alarms.recommended(); }, /drop it from the recommended ones with recommended\(\{ errors: \{ enabled: false \} \}\)/],
    ['by name', (alarms) => { alarms.errors(); alarms.errors(); }, /one errors\(\) call/],
    ['by recommended()', (alarms) => { alarms.recommended(); alarms.recommended(); }, /call recommended\(\) once/],
  ];

  test.each(cases)('is refused %s', (_, call, message) => {
    const alarms = FunctionAlarms.fromFunction(nodeFunction(testStack()));

    expect(() => call(alarms)).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined', message: expect.stringMatching(message) }));
  });

  test('is refused whatever the function was referred to by', () => {
    const fn = nodeFunction(testStack());
    FunctionAlarms.fromFunction(fn).errors();

    for (const ref of [fn.node.defaultChild as lambda.CfnFunction, fn.latestVersion]) {
      expect(() => FunctionAlarms.fromFunction(ref).errors()).toThrow(expect.objectContaining({ name: 'AlarmAlreadyDefined' }));
    }
  });

  test('is fine after it was dropped', () => {
    const stack = testStack();
    const alarms = FunctionAlarms.fromFunction(nodeFunction(stack));

    alarms.recommended({ errors: { enabled: false } });
    alarms.errors({ threshold: 3 });

    expect(alarmOf(stack, 'Errors').Threshold).toBe(3);
  });

  test('is fine in another scope, for a second threshold', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);

    FunctionAlarms.fromFunction(fn).errors();
    FunctionAlarms.fromFunction(fn, { scope: stack }).errors({ threshold: 100, severity: AlarmSeverity.CRITICAL });

    expect(metricsOf(stack)).toEqual(['Errors', 'Errors']);
  });
});

function config(stack: Stack, functionName: string, qualifier: string, id = 'Config'): void {
  new lambda.CfnEventInvokeConfig(stack, id, {
    functionName, qualifier, destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' } },
  });
}

function mapping(stack: Stack, functionName: string): void {
  new lambda.CfnEventSourceMapping(stack, 'Mapping', {
    functionName,
    eventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
    destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' } },
  });
}
