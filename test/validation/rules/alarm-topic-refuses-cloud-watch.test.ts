import { alarmTopicRefusesCloudWatch } from '../../../src/validation/rules/alarm-topic-refuses-cloud-watch';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref, resource, topic } from '../support';

const base = { Topic: topic(), Alarm: alarm({ AlarmActions: [ref('Topic')] }) };
const policy = (...Statement: object[]) => resource('AWS::SNS::TopicPolicy')({ Topics: [ref('Topic')], PolicyDocument: { Statement } });
const publish = (Principal: unknown) => ({ Effect: 'Allow', Action: 'sns:Publish', Resource: ref('Topic'), Principal });
const key = (...Statement: object[]) => ({ Key: resource('AWS::KMS::Key')({ KeyPolicy: { Statement } }), Topic: topic({ KmsMasterKeyId: ref('Key') }) });
const place = 'Alarm Properties.AlarmActions.0';

describeRule({
  rule: alarmTopicRefusesCloudWatch,
  violating: [
    [{ ...base, Policy: policy(publish({ Service: 'events.amazonaws.com' })) }, place],
    [{ ...base, Policy: policy({ ...publish('*'), Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }) }, place],
    [{ ...base, ...key({ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: 'arn:aws:iam::111122223333:root' } }) }, place],
  ],
  compliant: [
    base,
    { ...base, Policy: policy(publish({ Service: 'cloudwatch.amazonaws.com' })) },
    { ...base, Policy: policy(publish('*')) },
    { ...base, ...key({ Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*', Principal: { Service: 'cloudwatch.amazonaws.com' } }) },
  ],
  unknown: [{ ...base, Policy: policy(publish({ Service: ref('Service') })) }],
});
