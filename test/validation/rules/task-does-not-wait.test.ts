import { taskDoesNotWait } from '../../../src/validation/rules/task-does-not-wait';
import { describeRule } from '../../conformance/describe-rule';
import { lambdaTask, machine } from '../support';

const of = (InvocationType?: string) => ({ Machine: machine({ Run: lambdaTask({ Parameters: { FunctionName: 'orders', InvocationType } }) }) });

describeRule({
  rule: taskDoesNotWait,
  violating: [[of('Event'), 'Machine Properties.DefinitionString']],
  compliant: [of(), of('RequestResponse')],
});
