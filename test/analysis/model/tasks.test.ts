import { ARN, templateWith } from './support';
import { functionTargetsOf } from '../../../src/analysis/model/function-target';
import { functionOfTask, isAsyncTask, statesOf } from '../../../src/analysis/model/tasks';

const INVOKE = 'arn:aws:states:::lambda:invoke';
const machineWith = (properties: object) => templateWith({ Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: properties } }).resource('Machine')!;
const named = (state: object, properties: object = {}) => {
  const machine = machineWith({ ...properties, Definition: { States: { A: state } } });
  const property = functionOfTask(statesOf(machine).known[0].property, machine);
  return property && functionTargetsOf(property).map(({ fn }) => fn.id);
};

test.each<[string, object, string[] | undefined]>([
  ['a function itself', { Resource: ARN }, ['Fn']],
  ['the optimized integration', { Resource: INVOKE, Parameters: { FunctionName: ARN } }, ['Fn']],
  ['the same with JSONata', { Resource: INVOKE, Arguments: { FunctionName: ARN } }, ['Fn']],
  ['with a callback', { Resource: `${INVOKE}.waitForTaskToken`, Parameters: { FunctionName: ARN } }, ['Fn']],
  ['in another partition', { Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:states:::lambda:invoke' }, Parameters: { FunctionName: ARN } }, ['Fn']],
  ['the SDK', { Resource: 'arn:aws:states:::aws-sdk:lambda:invoke', Parameters: { FunctionName: ARN } }, ['Fn']],
  ['another service', { Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { FunctionName: ARN } }, undefined],
])('a task by %s', (_what, state, expected) => {
  expect(named(state)).toEqual(expected);
});

test('a name that is substituted', () => {
  expect(named({ Resource: '${Name}' }, { DefinitionSubstitutions: { Name: ARN } })).toEqual(['Fn']);
});

test('states have their names, those within others too', () => {
  const States = { A: { Branches: [{ States: { B: {} } }] }, C: {} };

  expect(statesOf(machineWith({ Definition: { States } })).known.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
});

test('states within states', () => {
  const inner = { States: { B: {}, C: {} } };
  const States = { A: { Branches: [inner, inner] }, D: { Iterator: inner }, E: { ItemProcessor: inner } };

  expect(statesOf(machineWith({ Definition: { States } })).known).toHaveLength(3 + 8);
  expect(statesOf(machineWith({ DefinitionString: JSON.stringify({ States }) })).known).toHaveLength(3 + 8);
});

test('a definition that is in no template may have any state', () => {
  expect([{ DefinitionS3Location: {} }, { DefinitionString: { Ref: 'Stage' } }, { DefinitionString: '{' }, { Definition: { States: {} } }].map((properties) => statesOf(machineWith(properties)).others !== undefined))
    .toEqual([true, true, true, false]);
});

test('a task may not wait', () => {
  const [state] = statesOf(machineWith({ Definition: { States: { A: { Parameters: { InvocationType: 'Event' } } } } })).known;

  expect(isAsyncTask(state.property)).toBe(true);
});

test('a name is substituted as a whole only', () => {
  expect(named({ Resource: '${Name}:live' }, { DefinitionSubstitutions: { Name: ARN } })).toEqual([]);
  expect(named({ Resource: 'x${Name}' }, { DefinitionSubstitutions: { Name: ARN } })).toEqual([]);
  expect(named({ Resource: INVOKE, Parameters: { FunctionName: '${Name}' } }, { DefinitionSubstitutions: { Name: ARN } })).toEqual(['Fn']);
  expect(named({ Resource: INVOKE })).toBeUndefined();
  expect(named({ Resource: `${INVOKE}Async`, Parameters: { FunctionName: ARN } })).toBeUndefined();
});

test('a task that waits, or does not say, is waited for', () => {
  const state = (parameters: object) => statesOf(machineWith({ Definition: { States: { A: parameters } } })).known[0].property;

  expect([{ Parameters: { InvocationType: 'RequestResponse' } }, { Arguments: { InvocationType: 'Event' } }, {}].map((one) => isAsyncTask(state(one)))).toEqual([false, true, false]);
});
