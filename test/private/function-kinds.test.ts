import { Duration, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { executionTimeoutOf, isDurable, isOnManagedInstances, isTenantIsolated, longestTimeoutOf } from '../../src/private/function-kinds';
import { l1Function, nodeFunction, testStack } from '../support';

const KINDS = { isDurable, isOnManagedInstances, isTenantIsolated };
const MANAGED = { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn:aws:lambda:eu-west-1:111122223333:capacity-provider:pool' } };

function kindsOf(fn: lambda.CfnFunction): string[] {
  return Object.entries(KINDS).filter(([, is]) => is(fn)).map(([name]) => name);
}

test.each<[string[], Partial<lambda.CfnFunctionProps>]>([
  [[], {}],
  [['isDurable'], { durableConfig: { executionTimeout: 60 } }],
  [['isTenantIsolated'], { tenancyConfig: { tenantIsolationMode: 'PER_TENANT' } }],
  [['isOnManagedInstances'], { capacityProviderConfig: MANAGED }],
])('kinds %j of an L1', (kinds, props) => {
  expect(kindsOf(l1Function(testStack(), 'L1', props))).toEqual(kinds);
});

test('the kinds of an L2 are those of its L1', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { durableConfig: { executionTimeout: Duration.hours(1) }, tenancyConfig: lambda.TenancyConfig.PER_TENANT });
  lambda.CapacityProvider.fromCapacityProviderName(stack, 'Pool', 'pool');

  expect(kindsOf(fn.node.defaultChild as lambda.CfnFunction)).toEqual(['isDurable', 'isTenantIsolated']);
  expect(executionTimeoutOf(fn.node.defaultChild as lambda.CfnFunction)).toBe(3_600);
});

test('the timeout of executions is unknown where only the deployment knows it', () => {
  const stack = testStack();

  expect(executionTimeoutOf(l1Function(stack, 'Token', { durableConfig: { executionTimeout: Token.asNumber({ Ref: 'Timeout' }) } }))).toBeUndefined();
  expect(executionTimeoutOf(l1Function(stack, 'None'))).toBeUndefined();
});

test('functions on Managed Instances may run longer', () => {
  const stack = testStack();

  expect(longestTimeoutOf(l1Function(stack))).toBe(900);
  expect(longestTimeoutOf(l1Function(stack, 'Managed', { capacityProviderConfig: MANAGED }))).toBe(5_400);
});
