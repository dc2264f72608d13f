import { visibilityTimeoutShort } from '../../../src/validation/rules/visibility-timeout-short';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, mapping, queue, ref } from '../support';

const of = (VisibilityTimeout: unknown, Timeout: unknown, more = {}) => ({
  Queue: queue({ VisibilityTimeout }), Fn: lambda({ Timeout }), Map: mapping({ EventSourceArn: arn('Queue'), FunctionName: ref('Fn'), ...more }),
});

describeRule({
  rule: visibilityTimeoutShort,
  violating: [
    [of(59, 10), 'Queue Properties.VisibilityTimeout'],
    [of(60, 10, { MaximumBatchingWindowInSeconds: 5 }), 'Queue Properties.VisibilityTimeout'],
    [{ ...of(0, 10), Queue: queue() }, 'Queue Properties.VisibilityTimeout'],
  ],
  compliant: [of(60, 10), of(65, 10, { MaximumBatchingWindowInSeconds: 5 }), of(9, 10), { Queue: queue(), Fn: lambda(), Map: mapping({ EventSourceArn: arn('Queue'), FunctionName: ref('Fn') }) }],
  unknown: [of(ref('Visibility'), 10), of(59, ref('Timeout'))],
});
