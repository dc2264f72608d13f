import { subscriptionWithoutDeadLetters } from '../../../src/validation/rules/subscription-without-dead-letters';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, ref, subscription, topic } from '../support';

const of = (more = {}) => ({ Fn: lambda(), Topic: topic(), Sub: subscription({ Protocol: 'lambda', TopicArn: ref('Topic'), Endpoint: arn('Fn'), ...more }) });

describeRule({
  rule: subscriptionWithoutDeadLetters,
  violating: [[of(), 'Sub Properties.RedrivePolicy.deadLetterTargetArn']],
  compliant: [of({ RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q' } }), of({ Protocol: 'email', Endpoint: 'me@example.com' })],
});
