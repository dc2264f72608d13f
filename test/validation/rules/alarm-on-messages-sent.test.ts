import { alarmOnMessagesSent } from '../../../src/validation/rules/alarm-on-messages-sent';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, arn, lambda, queue } from '../support';

const sent = alarm({ Namespace: 'AWS/SQS', MetricName: 'NumberOfMessagesSent', Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['Dead', 'QueueName'] } }] });
const Source = queue({ RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 5 } });

describeRule({
  rule: alarmOnMessagesSent,
  violating: [[{ Source, Dead: queue(), Alarm: sent }, 'Alarm Properties.MetricName']],
  compliant: [
    { Dead: queue(), Alarm: sent },
    { Dead: queue(), Alarm: sent, Fn: lambda({ DeadLetterConfig: { TargetArn: arn('Dead') } }) },
    { Source, Dead: queue(), Alarm: { ...sent, Properties: { ...sent.Properties, MetricName: 'ApproximateNumberOfMessagesVisible' } } },
  ],
});
