import * as lambda from 'aws-cdk-lib/aws-lambda';
import { asyncTarget, functionOwnerOf, isAbout, isConfigOf } from '../../../src/failure/private/async-target';
import { l1Function, nodeFunction, testStack } from '../../support';

function setUp() {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { functionName: 'orders' });
  const alias = new lambda.CfnAlias(stack, 'Live', { functionName: fn.ref, functionVersion: '1', name: 'live' });
  const version = new lambda.CfnVersion(stack, 'Version', { functionName: fn.ref });
  return { stack, fn, alias, version };
}

test('a function is $LATEST, an alias its name, a version its number', () => {
  const { fn, alias, version } = setUp();

  expect([fn, alias, version].map((resource) => asyncTarget(fn, resource).qualifier)).toEqual(['$LATEST', 'live', version.attrVersion]);
});

test('a function of a capacity provider is what was published last', () => {
  const { fn } = setUp();
  fn.capacityProviderConfig = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn' } };

  expect(asyncTarget(fn, fn).qualifier).toBe('$LATEST.PUBLISHED');
});

test('knows the config of each qualifier, and of no other', () => {
  const { stack, fn, alias, version } = setUp();
  const targets = [fn, alias, version].map((resource) => asyncTarget(fn, resource));
  const configs = targets.map(({ qualifier }, index) => new lambda.CfnEventInvokeConfig(stack, `Config${index}`, { functionName: fn.ref, qualifier }));

  expect(configs.map((config) => targets.map((target) => isConfigOf(config, target)))).toEqual([
    [true, false, false], [false, true, false], [false, false, true],
  ]);
});

test('knows the config that an L2 alias makes', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const alias = fn.addAlias('live', { retryAttempts: 0 });
  const config = alias.node.findChild('EventInvokeConfig').node.defaultChild as lambda.CfnEventInvokeConfig;
  const target = asyncTarget(fn.node.defaultChild as lambda.CfnFunction, alias.node.defaultChild as lambda.CfnAlias);

  expect(isConfigOf(config, target)).toBe(true);
});

test('knows a function by reference and by name', () => {
  const { stack, fn, alias } = setUp();
  const named = new lambda.CfnAlias(stack, 'Named', { functionName: 'orders', functionVersion: '1', name: 'named' });
  const other = new lambda.CfnAlias(stack, 'Other', { functionName: 'payments', functionVersion: '1', name: 'other' });

  expect([alias, named, other].map((resource) => isAbout(resource, fn))).toEqual([true, true, false]);
});

test('knows the L2 that can be configured', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);

  expect(functionOwnerOf(fn.node.defaultChild as lambda.CfnFunction)).toBe(fn);
  expect(functionOwnerOf(l1Function(stack))).toBeUndefined();
});
