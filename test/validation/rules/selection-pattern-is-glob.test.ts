import { selectionPatternIsGlob } from '../../../src/validation/rules/selection-pattern-is-glob';
import { describeRule } from '../../conformance/describe-rule';
import { mappedMethod, ref } from '../support';

const of = (pattern: unknown) => ({ Get: mappedMethod({ 200: undefined, 400: pattern }) });

describeRule({
  rule: selectionPatternIsGlob,
  violating: [[of('Invalid*'), 'Get Properties.Integration.IntegrationResponses.1.SelectionPattern']],
  compliant: [of('Invalid.*'), of('Invalid[\\s\\S]*'), of('Invalid')],
  unknown: [of(ref('Pattern'))],
});
