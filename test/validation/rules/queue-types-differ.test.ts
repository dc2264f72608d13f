import { queueTypesDiffer } from '../../../src/validation/rules/queue-types-differ';
import { describeRule } from '../../conformance/describe-rule';
import { arn, queue, ref } from '../support';

const of = (dead: Record<string, unknown>, source: Record<string, unknown>) => ({ Dead: queue(dead), Source: queue({ ...source, RedrivePolicy: { deadLetterTargetArn: arn('Dead') } }) });
const place = 'Source Properties.RedrivePolicy.deadLetterTargetArn';

describeRule({
  rule: queueTypesDiffer,
  violating: [[of({ FifoQueue: true }, {}), place], [of({}, { FifoQueue: true }), place]],
  compliant: [of({}, {}), of({ FifoQueue: true }, { FifoQueue: true }), of({ FifoQueue: false }, {})],
  unknown: [of({ FifoQueue: ref('IsFifo') }, {})],
});
