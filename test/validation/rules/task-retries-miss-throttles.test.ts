import { taskRetriesMissThrottles } from '../../../src/validation/rules/task-retries-miss-throttles';
import { describeRule } from '../../conformance/describe-rule';
import { lambdaTask, machine } from '../support';

const of = (...lists: string[][]) => ({ Machine: machine({ Run: lambdaTask({ Retry: lists.map((ErrorEquals) => ({ ErrorEquals })) }) }) });
const faults = ['Lambda.ClientExecutionTimeoutException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException'];

describeRule({
  rule: taskRetriesMissThrottles,
  violating: [[of(faults), 'Machine Properties.DefinitionString']],
  compliant: [of([...faults, 'Lambda.TooManyRequestsException']), of(faults, ['States.ALL']), of(['MyError'])],
  unknown: [{ Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { Definition: { States: { Run: lambdaTask({ Retry: { Ref: 'Retry' } }) } } } } }],
});
