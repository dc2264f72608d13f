import { selectionPatternInvalid } from '../../../src/validation/rules/selection-pattern-invalid';
import { describeRule } from '../../conformance/describe-rule';
import { mappedMethod, ref } from '../support';

const of = (pattern: unknown) => ({ Get: mappedMethod({ 200: undefined, 404: pattern }) });
const place = 'Get Properties.Integration.IntegrationResponses.1.SelectionPattern';

describeRule({
  rule: selectionPatternInvalid,
  violating: [[of('[NotFound'), place], [of('*Error*'), place], [of('(a|b'), place]],
  compliant: [of('\\[NotFound\\][\\s\\S]*'), of('(?i)notfound(.|\\n)*'), of('\\QNot(Found\\E.*'), of('a++'), of('')],
  unknown: [of(ref('Pattern')), of({ 'Fn::Sub': '[${Code}' })],
});
