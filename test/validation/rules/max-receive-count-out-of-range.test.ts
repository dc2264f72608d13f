import { maxReceiveCountOutOfRange } from '../../../src/validation/rules/max-receive-count-out-of-range';
import { describeRule } from '../../conformance/describe-rule';
import { queue, ref } from '../support';

const of = (maxReceiveCount: unknown) => ({ Queue: queue({ RedrivePolicy: { maxReceiveCount } }) });

describeRule({
  rule: maxReceiveCountOutOfRange,
  violating: [[of(0), 'Queue Properties.RedrivePolicy.maxReceiveCount'], [of(1001), 'Queue Properties.RedrivePolicy.maxReceiveCount']],
  compliant: [of(1), of(1000), { Queue: queue() }],
  unknown: [of(ref('Count'))],
});
