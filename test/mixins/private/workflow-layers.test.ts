import { Template } from 'aws-cdk-lib/assertions';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import * as cr from 'aws-cdk-lib/custom-resources';
import { applyLayers } from './support';
import { callsFunctions, workflowLayers } from '../../../src/mixins/private/workflow-layers';
import { nodeFunction, testStack } from '../../support';

test('only state machines that call functions are completed, traced and logged', () => {
  const stack = testStack();
  const task = new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: nodeFunction(stack), retryOnServiceExceptions: false });
  new sfn.StateMachine(stack, 'Calls', { definitionBody: sfn.DefinitionBody.fromChainable(task) });
  new sfn.StateMachine(stack, 'Waits', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Pass(stack, 'Pass')) });

  expect(applyLayers(stack, ...workflowLayers({}, true))).toEqual([
    'Calls/Resource stateMachines: completed DefinitionString',
    'Calls/Resource stateMachineTracing: completed TracingConfiguration',
    'Calls/Resource stateMachineLogging: completed LoggingConfiguration',
  ]);
  Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 1);
});

test('what is switched off explicitly is left and reported', () => {
  const stack = testStack();
  const task = new tasks.LambdaInvoke(stack, 'Task', { lambdaFunction: nodeFunction(stack) });
  const machine = new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(task) });
  const resource = machine.node.defaultChild as sfn.CfnStateMachine;
  resource.tracingConfiguration = { enabled: false };
  resource.loggingConfiguration = { level: 'OFF' };

  const lines = applyLayers(stack, ...workflowLayers({ stateMachines: { failureState: 'Nowhere' } }, true));

  expect(lines.map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
    'Machine/Resource stateMachines: left FailureStateUnknown',
    'Machine/Resource stateMachines: completed DefinitionString',
    'Machine/Resource stateMachineTracing: left StateMachineTracingConflict',
    'Machine/Resource stateMachineLogging: left StateMachineLoggingConflict',
  ]);
  Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 0);
});

test('the state machine of a custom resource is CDK\'s own', () => {
  const stack = testStack();
  new cr.Provider(stack, 'Provider', { onEventHandler: nodeFunction(stack, 'A'), isCompleteHandler: nodeFunction(stack, 'B') });
  const machines = stack.node.findAll().filter(sfn.CfnStateMachine.isCfnStateMachine);

  expect(machines.map((machine) => callsFunctions(machine))).toEqual(machines.map(() => false));
  expect(applyLayers(stack, ...workflowLayers({}, true))).toEqual([]);
});
