import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { isStateMachineTarget, stateMachineTarget } from '../../src/private/state-machine-target';
import { testStack } from '../support';

test('the L1 of a state machine is a target, its L2 is not', () => {
  const machine = new sfn.StateMachine(testStack(), 'Machine', { definitionBody: sfn.DefinitionBody.fromString('{}') });
  const resource = machine.node.defaultChild!;

  expect([machine, resource].map(isStateMachineTarget)).toEqual([false, true]);
  expect(stateMachineTarget(resource, 'StateMachineTracing.importedStateMachine', 'do it there.')).toBe(resource);
});

test('a state machine outside of the tree gets a warning', () => {
  const stack = testStack();
  const imported = sfn.StateMachine.fromStateMachineArn(stack, 'Imported', 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders');

  expect(isStateMachineTarget(imported)).toBe(true);
  expect(stateMachineTarget(imported, 'StateMachineTracing.importedStateMachine', 'do it there.')).toBeUndefined();
  Annotations.fromStack(stack).hasWarning('/Stack/Imported', Match.stringLikeRegexp('imported.*do it there'));
});
