import { selectionPatternMissesNewlines } from '../../../src/validation/rules/selection-pattern-misses-newlines';
import { describeRule } from '../../conformance/describe-rule';
import { mappedMethod, ref } from '../support';

const of = (pattern: unknown) => ({ Get: mappedMethod({ 200: undefined, 400: pattern }) });
const place = 'Get Properties.Integration.IntegrationResponses.1.SelectionPattern';

describeRule({
  rule: selectionPatternMissesNewlines,
  violating: [[of('.*Invalid.*'), place], [of('.+'), place]],
  compliant: [of('(.|\\n)*Invalid(.|\\n)*'), of('[\\s\\S]+'), of('(?s).*Invalid.*'), of('Invalid\\.*'), of('Invalid')],
  unknown: [of(ref('Pattern'))],
});
