import { failureQueueRetentionShort } from '../../../src/validation/rules/failure-queue-retention-short';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, queue, ref } from '../support';

const of = (more = {}) => ({ Kept: queue(more), Fn: lambda({ DeadLetterConfig: { TargetArn: arn('Kept') } }) });

describeRule({
  rule: failureQueueRetentionShort,
  violating: [[of(), 'Kept Properties.MessageRetentionPeriod'], [of({ MessageRetentionPeriod: 345_600 }), 'Kept Properties.MessageRetentionPeriod']],
  compliant: [of({ MessageRetentionPeriod: 1_209_600 }), { Kept: queue() }],
  unknown: [of({ MessageRetentionPeriod: ref('Period') })],
});
