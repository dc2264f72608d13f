import { batchWithoutWindow } from '../../../src/validation/rules/batch-without-window';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, queue, ref } from '../support';

const of = (more: object, props = {}) => ({ Queue: queue(props), Map: mapping({ EventSourceArn: arn('Queue'), ...more }) });

describeRule({
  rule: batchWithoutWindow,
  violating: [[of({ BatchSize: 11 }), 'Map Properties.BatchSize'], [of({ BatchSize: 100, MaximumBatchingWindowInSeconds: 0 }), 'Map Properties.BatchSize']],
  compliant: [of({ BatchSize: 10 }), of({ BatchSize: 100, MaximumBatchingWindowInSeconds: 1 })],
  unknown: [of({ BatchSize: 100, MaximumBatchingWindowInSeconds: ref('Window') }), of({ BatchSize: 100 }, { FifoQueue: ref('IsFifo') })],
});
