import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { stateMachineSubject } from '../../../src/alarms/private/state-machine-subject';
import { testStack } from '../../support';

test('an L2, its L1 and a copy of its reference are one subject', () => {
  const stack = testStack();
  const machine = new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromString('{}') });
  const again = sfn.StateMachine.fromStateMachineArn(stack, 'Again', machine.stateMachineArn);

  const subjects = [machine, machine.node.defaultChild as sfn.CfnStateMachine, again].map(stateMachineSubject);

  expect(subjects.map(({ home }) => home)).toEqual([machine, machine, machine]);
  expect(subjects.map(({ stateMachineArn }) => stack.resolve(stateMachineArn))).toEqual(Array(3).fill(stack.resolve(machine.stateMachineArn)));
  expect(subjects.map(({ stateMachineName }) => stack.resolve(stateMachineName))).toEqual(Array(3).fill(stack.resolve(machine.stateMachineName)));
});

test('an L1 without L2 is its own home', () => {
  const machine = new sfn.CfnStateMachine(testStack(), 'Machine', { roleArn: 'arn:aws:iam::111122223333:role/orders' });

  expect(stateMachineSubject(machine).home).toBe(machine);
});

test('the name of an imported one stands in its ARN', () => {
  const imported = sfn.StateMachine.fromStateMachineArn(testStack(), 'Imported', 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders');

  expect(stateMachineSubject(imported)).toMatchObject({ home: imported, stateMachineName: 'orders' });
});
