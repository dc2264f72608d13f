import { catchReplacesInput } from '../../../src/validation/rules/catch-replaces-input';
import { describeRule } from '../../conformance/describe-rule';
import { lambdaTask, machine } from '../support';

const of = (Next: string, more = {}, task = {}) => ({
  Machine: machine({ Run: lambdaTask({ Catch: [{ ErrorEquals: ['States.ALL'], Next, ...more }], ...task }), Undo: { Type: 'Pass', End: true }, Stop: { Type: 'Fail' } }),
});

describeRule({
  rule: catchReplacesInput,
  violating: [[of('Undo'), 'Machine Properties.DefinitionString']],
  compliant: [of('Undo', { ResultPath: '$.error' }), of('Stop'), of('Undo', {}, { QueryLanguage: 'JSONata' })],
});
