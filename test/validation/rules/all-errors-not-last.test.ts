import { allErrorsNotLast } from '../../../src/validation/rules/all-errors-not-last';
import { describeRule } from '../../conformance/describe-rule';
import { machine } from '../support';

const of = (...lists: string[][]) => ({ Machine: machine({ Run: { Type: 'Parallel', Catch: lists.map((ErrorEquals) => ({ ErrorEquals })) } }) });
const place = 'Machine Properties.DefinitionString';

describeRule({
  rule: allErrorsNotLast,
  violating: [[of(['States.ALL', 'MyError']), place], [of(['States.ALL'], ['MyError']), place]],
  compliant: [of(['MyError'], ['States.ALL']), of(['MyError'])],
});
