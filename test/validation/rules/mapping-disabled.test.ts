import { mappingDisabled } from '../../../src/validation/rules/mapping-disabled';
import { describeRule } from '../../conformance/describe-rule';
import { mapping, ref } from '../support';

describeRule({
  rule: mappingDisabled,
  violating: [[{ Map: mapping({ Enabled: false }) }, 'Map Properties.Enabled'], [{ Map: mapping({ Enabled: 'false' }) }, 'Map Properties.Enabled']],
  compliant: [{ Map: mapping({ Enabled: true }), Default: mapping() }],
  unknown: [{ Map: mapping({ Enabled: ref('Enabled') }) }],
});
