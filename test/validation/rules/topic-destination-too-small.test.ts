import { topicDestinationTooSmall } from '../../../src/validation/rules/topic-destination-too-small';
import { describeRule } from '../../conformance/describe-rule';
import { arn, asyncConfig, lambda, queue, ref, topic } from '../support';

describeRule({
  rule: topicDestinationTooSmall,
  violating: [
    [{ Topic: topic(), Fn: lambda({ DeadLetterConfig: { TargetArn: ref('Topic') } }) }, 'Fn Properties.DeadLetterConfig.TargetArn'],
    [{ Topic: topic(), Config: asyncConfig({ DestinationConfig: { OnFailure: { Destination: ref('Topic') } } }) }, 'Config Properties.DestinationConfig.OnFailure.Destination'],
  ],
  compliant: [{ Queue: queue(), Fn: lambda({ DeadLetterConfig: { TargetArn: arn('Queue') } }) }],
});
