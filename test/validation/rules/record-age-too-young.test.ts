import { recordAgeTooYoung } from '../../../src/validation/rules/record-age-too-young';
import { describeRule } from '../../conformance/describe-rule';
import { mapping, ref } from '../support';

const of = (MaximumRecordAgeInSeconds: unknown) => ({ Map: mapping({ MaximumRecordAgeInSeconds }) });

describeRule({
  rule: recordAgeTooYoung,
  violating: [[of(30), 'Map Properties.MaximumRecordAgeInSeconds'], [of(0), 'Map Properties.MaximumRecordAgeInSeconds']],
  compliant: [of(-1), of(60), { Map: mapping() }],
  unknown: [of(ref('Age'))],
});
