import { stateErrorUnknown } from '../../../src/validation/rules/state-error-unknown';
import { describeRule } from '../../conformance/describe-rule';
import { machine } from '../support';

const of = (...ErrorEquals: string[]) => ({ Machine: machine({ Run: { Type: 'Task', Retry: [{ ErrorEquals }] } }) });

describeRule({
  rule: stateErrorUnknown,
  violating: [[of('States.Unknown'), 'Machine Properties.DefinitionString']],
  compliant: [of('States.Timeout', 'States.TaskFailed'), of('States.HeartbeatTimeout', 'States.BranchFailed'), of('MyError')],
});
