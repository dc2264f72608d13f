import { timeoutNotHandled } from '../../../src/validation/rules/timeout-not-handled';
import { describeRule } from '../../conformance/describe-rule';
import { lambdaTask, machine } from '../support';

const of = (field: string, ...errors: string[]) => ({ Machine: machine({ Run: lambdaTask({ [field]: [{ ErrorEquals: errors }] }) }) });
const place = 'Machine Properties.DefinitionString';

describeRule({
  rule: timeoutNotHandled,
  violating: [[of('Retry', 'Lambda.Unknown'), place], [of('Catch', 'Lambda.Unknown', 'MyError'), place]],
  compliant: [of('Retry', 'Lambda.Unknown', 'Sandbox.Timedout'), of('Catch', 'States.ALL'), of('Retry', 'MyError')],
});
