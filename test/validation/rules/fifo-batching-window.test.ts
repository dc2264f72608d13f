import { fifoBatchingWindow } from '../../../src/validation/rules/fifo-batching-window';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, queue, ref } from '../support';

const of = (FifoQueue: unknown, MaximumBatchingWindowInSeconds: unknown) => ({ Queue: queue({ FifoQueue }), Map: mapping({ EventSourceArn: arn('Queue'), MaximumBatchingWindowInSeconds }) });

describeRule({
  rule: fifoBatchingWindow,
  violating: [[of(true, 5), 'Map Properties.MaximumBatchingWindowInSeconds']],
  compliant: [of(false, 5), of(true, 0)],
  unknown: [of(ref('IsFifo'), 5)],
});
