import { taskWithoutRetry } from '../../../src/validation/rules/task-without-retry';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, lambdaTask, arn, machine, ref, resource } from '../support';

const place = 'Machine Properties.DefinitionString';
const Retry = [{ ErrorEquals: ['States.ALL'] }];

describeRule({
  rule: taskWithoutRetry,
  violating: [
    [{ Machine: machine({ Run: lambdaTask() }) }, place],
    [{ Machine: machine({ Each: { Type: 'Map', ItemProcessor: { StartAt: 'Run', States: { Run: lambdaTask() } }, End: true } }) }, place],
    [{ Fn: lambda(), Machine: resource('AWS::StepFunctions::StateMachine')({ Definition: { States: { Run: { Type: 'Task', Resource: arn('Fn'), End: true } } } }) }, 'Machine Properties.Definition'],
  ],
  compliant: [{ Machine: machine({ Run: lambdaTask({ Retry }), Wait: { Type: 'Wait' }, Put: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem' } }) }],
  unknown: [{ Machine: machine({ Run: { Type: 'Task', Resource: '${Activity}' } }) }, { Machine: resource('AWS::StepFunctions::StateMachine')({ DefinitionString: ref('Definition') }) }],
});
