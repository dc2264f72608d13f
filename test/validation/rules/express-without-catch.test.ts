import { expressWithoutCatch } from '../../../src/validation/rules/express-without-catch';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, lambdaTask, ref, resource } from '../support';
import { assemblyOf } from '../template';

const of = (StateMachineType: unknown, more = {}) => ({
  Fn: lambda(),
  Machine: resource('AWS::StepFunctions::StateMachine')({
    StateMachineType, Definition: { StartAt: 'Run', States: { Run: lambdaTask({ Parameters: { FunctionName: arn('Fn') }, ...more }), Keep: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true } } },
  }),
});

describeRule({
  rule: expressWithoutCatch,
  violating: [[of('EXPRESS'), 'Machine Properties.Definition']],
  compliant: [of('STANDARD'), of(undefined), of('EXPRESS', { Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Keep' }] })],
  unknown: [of(ref('Type'))],
});

test('each state is a finding, by its name', () => {
  const States = { Run: lambdaTask({ Parameters: { FunctionName: arn('Fn') } }), Again: lambdaTask({ Parameters: { FunctionName: arn('Fn') } }) };
  const Machine = resource('AWS::StepFunctions::StateMachine')({ StateMachineType: 'EXPRESS', Definition: { StartAt: 'Run', States } });

  expect(expressWithoutCatch.check(assemblyOf({ Fn: lambda(), Machine })).map(({ detail }) => detail)).toEqual([
    'has a state Run of which nothing catches the error, and keeps no history', 'has a state Again of which nothing catches the error, and keeps no history',
  ]);
});
