import { sourceQueueWithoutDeadLetters } from '../../../src/validation/rules/source-queue-without-dead-letters';
import { describeRule } from '../../conformance/describe-rule';
import { arn, mapping, queue, ref } from '../support';

const Map = mapping({ EventSourceArn: arn('Queue') });

describeRule({
  rule: sourceQueueWithoutDeadLetters,
  violating: [[{ Queue: queue(), Map, Again: Map }, 'Queue Properties.RedrivePolicy']],
  compliant: [{ Queue: queue({ RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q', maxReceiveCount: 5 } }), Map }, { Queue: queue() }],
  unknown: [{ Queue: queue({ RedrivePolicy: ref('Policy') }), Map }, { Transform: 'MyMacro', Resources: { Queue: queue(), Map } }],
});
