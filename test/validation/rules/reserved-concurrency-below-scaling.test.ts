import { reservedConcurrencyBelowScaling } from '../../../src/validation/rules/reserved-concurrency-below-scaling';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, mapping, queue, ref } from '../support';

const of = (ReservedConcurrentExecutions: unknown, more = {}) => ({
  Queue: queue(), Fn: lambda({ ReservedConcurrentExecutions }), Map: mapping({ EventSourceArn: arn('Queue'), FunctionName: ref('Fn'), ...more }),
});
const scaled = (MaximumConcurrency: unknown) => ({ ScalingConfig: { MaximumConcurrency } });

describeRule({
  rule: reservedConcurrencyBelowScaling,
  violating: [[of(4), 'Fn Properties.ReservedConcurrentExecutions'], [of(9, scaled(10)), 'Fn Properties.ReservedConcurrentExecutions']],
  compliant: [of(5), of(2, scaled(2)), of(0)],
  unknown: [of(4, scaled(ref('Max'))), of(ref('Reserved'))],
});
