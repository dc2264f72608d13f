import { Token } from 'aws-cdk-lib';
import { CompletedDefinition } from '../../../src/workflow/private/completed-definition';
import { taskRules } from '../../../src/workflow/private/task-rules';
import { l1Function, testStack } from '../../support';
import { definitionIn, lambdaTask, machineOf, workflow } from '../support';

const ORDER = { rules: taskRules({}) };

test('a literal text is replaced at once, for whoever reads the property', () => {
  const machine = machineOf(testStack());
  CompletedDefinition.of(machine, ORDER)!.put();

  expect(Token.isUnresolved(machine.definitionString)).toBe(false);
  expect(machine.definitionString).toContain('Lambda.TooManyRequestsException');
});

test('a text with tokens is completed at synthesis, with what the tokens are then', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  const machine = machineOf(stack, `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${fn.attrArn}","End":true}}}`);
  CompletedDefinition.of(machine, ORDER)!.put();
  fn.overrideLogicalId('Renamed');

  expect(JSON.stringify(stack.resolve(machine.definitionString))).toContain('"Fn::GetAtt":["Renamed","Arn"]');
  expect(definitionIn(stack).States.A.Retry).toHaveLength(2);
});

test('a raw override is the definition where there is one', () => {
  const stack = testStack();
  const machine = machineOf(stack, '{}');
  machine.addPropertyOverride('DefinitionString', JSON.stringify(workflow(lambdaTask({ Comment: 'mine' }))));
  CompletedDefinition.of(machine, ORDER)!.put();

  expect(definitionIn(stack).States.Invoke).toMatchObject({ Comment: 'mine', Retry: [expect.anything(), expect.anything()] });
});

test('a state machine without a definition in the template has none', () => {
  expect(CompletedDefinition.of(machineOf(testStack(), '', { definitionString: undefined }), ORDER)).toBeUndefined();
});

test('it is a token', () => {
  const stack = testStack();
  const definition = CompletedDefinition.of(machineOf(stack, '', { definitionString: undefined, definition: workflow() }), ORDER)!;

  expect(stack.resolve(`${definition}`)).toEqual(stack.resolve(definition));
});
