import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { AsyncConfigs } from '../../../src/failure/private/async-configs';
import { asyncTarget } from '../../../src/failure/private/async-target';
import { l1Function, testStack } from '../../support';
import { errorOf } from '../support';

function setUp() {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { functionName: 'orders' });
  const config = (id: string, functionName = fn.ref) => new lambda.CfnEventInvokeConfig(stack, id, { functionName, qualifier: '$LATEST' });
  return { stack, fn, config, target: asyncTarget(fn, fn), configs: new AsyncConfigs() };
}

test('finds nothing where nothing is', () => {
  const { configs, target } = setUp();

  expect(configs.find(target)).toBeUndefined();
});

test.each([['by reference', undefined], ['by name', 'orders']])('finds a config that refers to the function %s', (_, functionName) => {
  const { stack, configs, config, target } = setUp();
  const theirs = config('Theirs', functionName);
  configs.addFrom(stack);

  expect(configs.find(target)).toBe(theirs);
});

test('finds for a function what came around it, or somewhere new, since the last look', () => {
  const { stack, fn, configs, config, target } = setUp();
  configs.addFrom(stack, fn);
  new lambda.CfnEventInvokeConfig(fn, 'Around', { functionName: fn.ref, qualifier: 'live' });
  const theirs = config('New');
  configs.addFrom(stack, fn);

  expect(configs.find(target)).toBe(theirs);
  expect(configs.find({ ...target, qualifier: 'live' })?.node.id).toBe('Around');
});

test('leaves what came elsewhere to the look at synthesis', () => {
  const { stack, fn, configs, target } = setUp();
  const elsewhere = new Construct(stack, 'Elsewhere');
  configs.addFrom(stack, fn);
  const theirs = new lambda.CfnEventInvokeConfig(elsewhere, 'Theirs', { functionName: fn.ref, qualifier: '$LATEST' });
  configs.addFrom(stack, fn);

  expect(configs.find(target)).toBeUndefined();
  configs.addFrom(stack);
  expect(configs.find(target)).toBe(theirs);
});

test("takes away what it made when the user's own turns up", () => {
  const { stack, configs, config, target } = setUp();
  configs.addOurs(config('Ours'));
  const theirs = config('Theirs');
  configs.add(theirs);

  expect(configs.find(target)).toBe(theirs);
  expect(stack.node.tryFindChild('Ours')).toBeUndefined();
});

test('two of the user are an error that names both: AsyncConfigTwice', () => {
  const { configs, config, target } = setUp();
  [config('A'), config('B')].forEach((theirs) => configs.add(theirs));
  const error = errorOf(() => configs.find(target));

  expect(error?.name).toBe('AsyncConfigTwice');
  expect(error?.message).toContain('Stack/A and Stack/B');
});
