import { maxReceiveCountLow } from '../../../src/validation/rules/max-receive-count-low';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, queue, ref } from '../support';

const of = (RedrivePolicy: unknown) => ({ Queue: queue({ RedrivePolicy }), Map: mapping({ EventSourceArn: arn('Queue') }) });

describeRule({
  rule: maxReceiveCountLow,
  violating: [[of({ maxReceiveCount: 3 }), 'Queue Properties.RedrivePolicy.maxReceiveCount'], [of('{"maxReceiveCount":"1"}'), 'Queue Properties.RedrivePolicy.maxReceiveCount']],
  compliant: [of({ maxReceiveCount: 5 }), { Queue: queue({ RedrivePolicy: { maxReceiveCount: 3 } }) }],
  unknown: [of({ maxReceiveCount: ref('Count') })],
});
