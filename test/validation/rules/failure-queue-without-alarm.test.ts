import { failureQueueWithoutAlarm } from '../../../src/validation/rules/failure-queue-without-alarm';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, arn, lambda, queue, ref } from '../support';

const base = { Kept: queue(), Fn: lambda({ DeadLetterConfig: { TargetArn: arn('Kept') } }) };
const on = (more = {}) => alarm({
  Namespace: 'AWS/SQS',
  MetricName: 'ApproximateNumberOfMessagesVisible',
  Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['Kept', 'QueueName'] } }],
  AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t'],
  ...more,
});

describeRule({
  rule: failureQueueWithoutAlarm,
  violating: [[base, 'Kept Properties'], [{ ...base, Alarm: on({ AlarmActions: [] }) }, 'Kept Properties'], [{ ...base, Alarm: on({ MetricName: 'NumberOfMessagesSent' }) }, 'Kept Properties']],
  compliant: [{ ...base, Alarm: on() }, { Kept: queue() }],
  unknown: [{ ...base, Alarm: on({ Dimensions: [{ Name: 'QueueName', Value: ref('Name') }] }) }, { ...base, Alarm: on({ AlarmActions: ref('Actions') }) }],
});
