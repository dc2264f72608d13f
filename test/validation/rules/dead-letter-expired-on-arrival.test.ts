import { deadLetterExpiredOnArrival } from '../../../src/validation/rules/dead-letter-expired-on-arrival';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, mapping, queue, ref } from '../support';

const of = (kept: unknown, source = {}) => ({
  Dead: queue({ MessageRetentionPeriod: kept }),
  Queue: queue({ VisibilityTimeout: 43_200, RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 5 }, ...source }),
  Fn: lambda(),
  Map: mapping({ FunctionName: ref('Fn'), EventSourceArn: arn('Queue') }),
});

describeRule({
  rule: deadLetterExpiredOnArrival,
  violating: [[of(60), 'Dead Properties.MessageRetentionPeriod']],
  compliant: [of(1_209_600)],
  unknown: [of(ref('Kept'))],
});
