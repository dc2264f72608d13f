import { selectionPatternMatchesSuccess } from '../../../src/validation/rules/selection-pattern-matches-success';
import { describeRule } from '../../conformance/describe-rule';
import { mappedMethod, method, ref } from '../support';

const of = (pattern: unknown, status = 500) => ({ Get: mappedMethod({ 200: undefined, [status]: pattern }) });
const place = 'Get Properties.Integration.IntegrationResponses.1.SelectionPattern';

describeRule({
  rule: selectionPatternMatchesSuccess,
  violating: [[of('.*'), place], [of('(.|\\n)*'), place], [of('[\\s\\S]*'), place], [of('x?'), place]],
  compliant: [of('[\\s\\S]+'), of('.*Error.*'), of('.*', 202), { Get: method({ Integration: { Type: 'HTTP', IntegrationResponses: [{ StatusCode: '500', SelectionPattern: '.*' }] } }) }],
  unknown: [of(ref('Pattern'))],
});
