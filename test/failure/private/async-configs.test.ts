import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { AsyncConfigs } from '../../../src/failure/private/async-configs';
import { asyncTarget } from '../../../src/failure/private/async-target';
import { l1Function, testStack } from '../../support';
import { errorOf, expectWarning } from '../support';

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

describe('of a function that came to a capacity provider later', () => {
  function managed() {
    const all = setUp();
    all.fn.capacityProviderConfig = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn' } };
    return { ...all, target: asyncTarget(all.fn, all.fn) };
  }

  test('what was made for it is for what it runs by now', () => {
    const { configs, config, target } = managed();
    const ours = config('Ours');
    configs.addOurs(ours);

    expect(configs.find(target)).toBe(ours);
    expect(ours.qualifier).toBe('$LATEST.PUBLISHED');
  });

  test("the user's own is left, with a warning: FunctionAsyncFailure.latestNotInvoked", () => {
    const { stack, configs, config, target } = managed();
    const theirs = config('Theirs');
    configs.addFrom(stack);

    expect(configs.find(target)).toBe(theirs);
    expect(theirs.qualifier).toBe('$LATEST');
    expectWarning(stack, '/Stack/Theirs', 'FunctionAsyncFailure.latestNotInvoked');
  });

  test("the user's own for what it runs is enough", () => {
    const { stack, fn, configs, config, target } = managed();
    config('Latest');
    const published = new lambda.CfnEventInvokeConfig(stack, 'Published', { functionName: fn.ref, qualifier: '$LATEST.PUBLISHED' });
    configs.addFrom(stack);

    expect(configs.find(target)).toBe(published);
  });
});
