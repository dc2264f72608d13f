import { deadLetterQueueRefusesService } from '../../../src/validation/rules/dead-letter-queue-refuses-service';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, queue, ref, resource, rule, subscription, topic } from '../support';

const policy = (Service: string, more = {}) => resource('AWS::SQS::QueuePolicy')({
  Queues: [ref('Queue')], PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn('Queue'), Principal: { Service }, ...more }] },
});
const Rule = rule({ Targets: [{ Arn: arn('Fn'), DeadLetterConfig: { Arn: arn('Queue') } }] });
const base = { Fn: lambda(), Queue: queue(), Rule };
const Sub = subscription({ Protocol: 'lambda', TopicArn: ref('Topic'), Endpoint: arn('Fn'), RedrivePolicy: { deadLetterTargetArn: arn('Queue') } });

describeRule({
  rule: deadLetterQueueRefusesService,
  violating: [
    [base, 'Rule Properties.Targets.0.DeadLetterConfig.Arn'],
    [{ ...base, Policy: policy('sns.amazonaws.com') }, 'Rule Properties.Targets.0.DeadLetterConfig.Arn'],
    [{ Fn: lambda(), Queue: queue(), Topic: topic(), Sub }, 'Sub Properties.RedrivePolicy.deadLetterTargetArn'],
  ],
  compliant: [
    { ...base, Policy: policy('events.amazonaws.com', { Condition: { ArnEquals: { 'aws:SourceArn': arn('Rule') } } }) },
    { Fn: lambda(), Queue: queue(), Topic: topic(), Sub, Policy: policy('sns.amazonaws.com') },
  ],
  unknown: [{ ...base, Policy: policy('events.amazonaws.com', { Condition: { ArnEquals: { 'aws:SourceArn': ref('Arn') } } }) }],
});
