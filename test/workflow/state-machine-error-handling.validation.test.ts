process.env.CDK_VALIDATION = 'true';

import { Stack } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { StateMachineAlarms } from '../../src/alarms/state-machine-alarms';
import { StateMachineTracing } from '../../src/tracing/state-machine-tracing';
import { StateMachineErrorHandling } from '../../src/workflow/state-machine-error-handling';
import { StateMachineLogging } from '../../src/workflow/state-machine-logging';
import { TaskErrorHandling } from '../../src/workflow/task-error-handling';
import { nodeFunction, strictApp } from '../support';
import { CATALOG, lambdaTask, machineOf, workflow } from './support';

const FAILED = { Failed: { Type: 'Fail' } };

test('the validation is on', () => {
  const app = strictApp();
  machineOf(new Stack(app, 'Stack'), undefined, { stateMachineType: 'FAST' });

  expect(() => app.synth()).toThrow();
});

test.each<[string, (stack: Stack) => unknown]>([
  ['text', (stack) => machineOf(stack, workflow(undefined, FAILED))],
  ['an object', (stack) => machineOf(stack, '', { definitionString: undefined, definition: workflow(undefined, FAILED) })],
  ['JSONata', (stack) => machineOf(stack, { QueryLanguage: 'JSONata', ...workflow(lambdaTask({ Arguments: {}, Parameters: undefined }), FAILED) })],
  ['an Express workflow', (stack) => machineOf(stack, workflow(undefined, FAILED), { stateMachineType: 'EXPRESS' })],
  ['an L2', (stack) => machineL2(stack)],
])('a state machine with everything is clean: %s', (_, make) => {
  const app = strictApp();
  const stack = new Stack(app, 'Stack');
  make(stack);
  stack.with(new StateMachineErrorHandling({ catalog: CATALOG, failureState: 'Failed' }), new StateMachineTracing(), new StateMachineLogging());
  const [machine] = stack.node.findAll().filter(sfn.CfnStateMachine.isCfnStateMachine);
  StateMachineAlarms.fromStateMachine(machine).recommended();

  expect(() => app.synth()).not.toThrow();
});

function machineL2(stack: Stack): sfn.StateMachine {
  const task = new tasks.LambdaInvoke(stack, 'Invoke', { lambdaFunction: nodeFunction(stack) });
  const each = new sfn.Map(stack, 'Each').itemProcessor(new tasks.LambdaInvoke(stack, 'Inner', { lambdaFunction: nodeFunction(stack, 'Other') }));
  const definition = task.next(each);
  TaskErrorHandling.of({ catalog: CATALOG, failureState: new sfn.Fail(stack, 'Failed') }).addToDefinition(definition);
  return new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(definition) });
}
