import { Stack, Stage, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { FunctionChecks } from '../../../src/failure/private/function-checks';
import { l1Function, testStack } from '../../support';
import { expectWarning } from '../support';

const MANAGED = { capacityProviderConfig: { lambdaManagedInstancesCapacityProviderConfig: { capacityProviderArn: 'arn' } } };
const TOO_SMALL = 'ManagedInstances.memoryTooSmall';

function checked(stack: Stack, props: Partial<lambda.CfnFunctionProps>): void {
  const fn = l1Function(stack, 'L1', props);
  FunctionChecks.of(fn).add(fn);
}

test.each([[undefined], [256], [2_047]])('a function of a capacity provider with %p MB is refused by Lambda: ManagedInstances.memoryTooSmall', (memorySize) => {
  const stack = testStack();
  checked(stack, { ...MANAGED, memorySize });

  expectWarning(stack, '/Stack/L1', TOO_SMALL);
});

test.each<[string, Partial<lambda.CfnFunctionProps>]>([
  ['enough memory', { ...MANAGED, memorySize: 2_048 }],
  ['memory that only the deployment knows', { ...MANAGED, memorySize: Token.asNumber({ Ref: 'Memory' }) }],
  ['no capacity provider', { memorySize: 128 }],
])('nothing is said of %s', (_, props) => {
  const stack = testStack();
  checked(stack, props);

  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(TOO_SMALL));
});

test('each stage has its own', () => {
  const stack = testStack();
  const staged = new Stack(new Stage(stack.node.root, 'Stage'), 'Stack');

  expect(FunctionChecks.of(stack)).toBe(FunctionChecks.of(stack.node.root));
  expect(FunctionChecks.of(staged)).not.toBe(FunctionChecks.of(stack));
});
