import { CfnParameter, Lazy } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { goArchitectureOf } from '../../../src/function/private/go-architecture';
import { l1Function, testStack } from '../../support';
import { failureOf } from '../go-fixtures';

function architectureOf(architectures?: string[]): string {
  const fn = l1Function(testStack(), 'Function', { architectures });
  return goArchitectureOf(fn, fn);
}

test.each([[undefined, 'amd64'], [[], 'amd64'], [['x86_64'], 'amd64'], [['arm64'], 'arm64'], [Lazy.list({ produce: () => ['arm64'] }), 'arm64']])(
  'architectures %j is GOARCH %s', (architectures, expected) => {
    expect(architectureOf(architectures)).toBe(expected);
  });

test('an escape hatch wins', () => {
  const fn = l1Function(testStack(), 'Function', { architectures: ['x86_64'] });
  fn.addPropertyOverride('Architectures', ['arm64']);

  expect(goArchitectureOf(fn, fn)).toBe('arm64');
});

test('without a function it is x86_64', () => {
  const stack = testStack();

  expect(goArchitectureOf(undefined, stack)).toBe('amd64');
  expect(goArchitectureOf(new sqs.CfnQueue(stack, 'Queue'), stack)).toBe('amd64');
});

test.each([[['mips']], [['constructor']], [['arm64', 'x86_64']], [[lambda.Architecture.custom('riscv').name]]])('%j fails with GoArchitectureUnknown', (architectures) => {
  expect(failureOf(() => architectureOf(architectures))).toMatchObject({
    name: 'GoArchitectureUnknown', message: expect.stringContaining(`architecture of the function is ${JSON.stringify(architectures)}`),
  });
});

test('an architecture known only at deployment fails with GoArchitectureUnknown', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'Function', { architectures: [new CfnParameter(stack, 'Architecture').valueAsString] });

  expect(failureOf(() => goArchitectureOf(fn, fn)).name).toBe('GoArchitectureUnknown');
});
