import { goErrorTypeMeaningless } from '../../../src/validation/rules/go-error-type-meaningless';
import { describeRule } from '../../conformance/describe-rule';
import { lambdaTask, machine } from '../support';

const of = (field: string, ...errors: string[]) => ({ Machine: machine({ Run: lambdaTask({ [field]: [{ ErrorEquals: errors }] }) }) });
const place = 'Machine Properties.DefinitionString';

describeRule({
  rule: goErrorTypeMeaningless,
  violating: [[of('Retry', 'errorString'), place], [of('Catch', 'wrapError'), place]],
  compliant: [of('Retry', 'StockBusy'), of('Catch', 'string')],
});
