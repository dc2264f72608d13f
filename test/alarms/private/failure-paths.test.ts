import { Lazy, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { deliversToDestination, DestinationIndex, hasDeadLetterTarget } from '../../../src/alarms/private/failure-paths';
import { functionSubject } from '../../../src/alarms/private/function-subject';
import { l1Function, nodeFunction, testStack } from '../../support';

const DESTINATION = { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:failures' } };

function both(stack: Stack, ref: lambda.IFunctionRef): boolean[] {
  return [deliversToDestination(functionSubject(ref), [stack]), new DestinationIndex(stack).has(functionSubject(ref))];
}

describe('a dead-letter target', () => {
  test('is what the function says', () => {
    const stack = testStack();

    expect(hasDeadLetterTarget(functionSubject(l1Function(stack, 'Without')))).toBe(false);
    expect(hasDeadLetterTarget(functionSubject(l1Function(stack, 'With', { deadLetterConfig: { targetArn: 'arn' } })))).toBe(true);
    expect(hasDeadLetterTarget(functionSubject(l1Function(stack, 'Token', { deadLetterConfig: Lazy.any({ produce: () => ({}) }) })))).toBe(true);
  });

  test('is unknown for an imported function', () => {
    expect(hasDeadLetterTarget(functionSubject(lambda.Function.fromFunctionName(testStack(), 'Imported', 'orders')))).toBeUndefined();
  });
});

describe('a destination', () => {
  test('may be one for successes: its failures are counted too', () => {
    const stack = testStack();
    const fn = l1Function(stack);
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.ref, qualifier: '$LATEST', destinationConfig: { onSuccess: DESTINATION.onFailure } });

    expect(both(stack, fn)).toEqual([true, true]);
  });

  test('may be a token', () => {
    const stack = testStack();
    const fn = l1Function(stack);
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.ref, qualifier: '$LATEST', destinationConfig: Lazy.any({ produce: () => DESTINATION }) });

    expect(both(stack, fn)).toEqual([true, true]);
  });

  test.each<[string, (stack: Stack) => lambda.IFunction]>([
    ['by its ARN', (stack) => lambda.Function.fromFunctionArn(stack, 'Imported', 'arn:aws:lambda:eu-west-1:111122223333:function:orders')],
    ['by its name', (stack) => lambda.Function.fromFunctionName(stack, 'Imported', 'orders')],
  ])('of a function that is imported %s is found', (_, imported) => {
    const stack = testStack();
    const fn = imported(stack);
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionName, qualifier: '$LATEST', destinationConfig: DESTINATION });

    expect(both(stack, fn)).toEqual([true, true]);
  });

  test('of a function of the same name in another region is not ours', () => {
    const fn = l1Function(testStack(), 'L1', { functionName: 'orders' });
    const other = new Stack(fn.node.root as never, 'Other', { env: { region: 'us-east-1' } });
    new lambda.CfnEventInvokeConfig(other, 'Config', { functionName: 'orders', qualifier: '$LATEST', destinationConfig: DESTINATION });

    expect(both(other, fn)).toEqual([false, false]);
  });

  test.each([
    ['by its name', () => 'live'],
    ['by its own token', (alias: lambda.Alias) => (alias.node.defaultChild as lambda.CfnAlias).name],
  ])('of an alias is found %s', (_, qualifier) => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    const live = fn.addAlias('live');
    const next = fn.addAlias('next');
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.functionName, qualifier: qualifier(live), destinationConfig: DESTINATION });

    expect(both(stack, live)).toEqual([true, true]);
    expect(both(stack, next)).toEqual([false, false]);
    expect(both(stack, fn)).toEqual([true, true]);
  });

  test('of a version is found by its number', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    new lambda.CfnEventInvokeConfig(stack, 'Config', {
      functionName: fn.functionName, qualifier: fn.currentVersion.version, destinationConfig: DESTINATION,
    });

    expect(both(stack, fn.currentVersion)).toEqual([true, true]);
    expect(both(stack, fn.addAlias('live'))).toEqual([false, false]);
  });

  test('of a mapping on an alias is the alias\'s', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    const [live, next] = ['live', 'next'].map((name) => fn.addAlias(name));
    new lambda.CfnEventSourceMapping(stack, 'Mapping', {
      functionName: live.functionArn, eventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders', destinationConfig: DESTINATION,
    });

    expect([live, next, fn].map((ref) => both(stack, ref)[0])).toEqual([true, false, true]);
  });

  test('is not a config or mapping without one', () => {
    const stack = testStack();
    const fn = l1Function(stack);
    new lambda.CfnEventInvokeConfig(stack, 'Config', { functionName: fn.ref, qualifier: '$LATEST', maximumRetryAttempts: 0 });
    new lambda.CfnEventSourceMapping(stack, 'Mapping', { functionName: fn.ref });

    expect(both(stack, fn)).toEqual([false, false]);
  });
});
