import { CfnParameter } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { FunctionEnvironment } from '../../../src/function/private/function-environment';
import { l1Function, nodeFunction, testStack } from '../../support';

/** An environment of a given size, as Lambda measures it. */
const ofSize = (size: number) => ({ V: 'x'.repeat(size - '{"V":""}'.length) });

function synthesize(variables: Record<string, string>, later: Record<string, string> = {}): void {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { environment: variables });
  const environment = new FunctionEnvironment(fn.node.defaultChild as lambda.CfnFunction);
  environment.checkSizeAtSynthesis();
  environment.checkSizeAtSynthesis();
  for (const [name, value] of Object.entries(later)) fn.addEnvironment(name, value);
  Template.fromStack(stack);
}

test('as much as Lambda takes is taken', () => {
  expect(() => synthesize(ofSize(4_096))).not.toThrow();
});

test('one byte more is refused, with the largest variable: FunctionEnvironmentTooLarge', () => {
  expect(() => synthesize(ofSize(4_097))).toThrow(expect.objectContaining({
    name: 'FunctionEnvironmentTooLarge',
    message: expect.stringContaining('environment of Stack/Function/Resource has at least 4097 bytes as JSON, of which V has 4097, but Lambda takes 4096'),
  }));
});

test('what is added later counts, and a quote counts twice', () => {
  expect(() => synthesize(ofSize(2_048), { W: '"'.repeat(1_100) })).toThrow(expect.objectContaining({ name: 'FunctionEnvironmentTooLarge' }));
  expect(() => synthesize(ofSize(2_048), { W: '.'.repeat(1_100) })).not.toThrow();
});

test('a value that is known at deployment only counts as empty', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { environment: { variables: { P: new CfnParameter(stack, 'P').valueAsString, Q: 'q'.repeat(4_070) } } });
  new FunctionEnvironment(fn).checkSizeAtSynthesis();

  expect(() => Template.fromStack(stack)).not.toThrow();
});

test('variables are read from properties and overrides, and unknown ones are told', () => {
  const stack = testStack();
  const fn = l1Function(stack, 'L1', { environment: { variables: { A: 'a', B: 'b' } } });
  fn.addPropertyOverride('Environment.Variables.B', 'c');
  const environment = new FunctionEnvironment(fn);

  expect(environment.variables).toEqual({ A: 'a', B: 'c' });
  expect(environment.isUnknown).toBe(false);
  fn.addPropertyOverride('Environment.Variables', { Ref: 'Variables' });
  expect(environment.isUnknown).toBe(true);
});
