import { alarmTopicKeyManaged } from '../../../src/validation/rules/alarm-topic-key-managed';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref, topic } from '../support';

const Alarm = alarm({ AlarmActions: [ref('Topic')] });

describeRule({
  rule: alarmTopicKeyManaged,
  violating: [
    [{ Topic: topic({ KmsMasterKeyId: 'alias/aws/sns' }), Alarm }, 'Alarm Properties.AlarmActions.0'],
    [{ Topic: topic({ KmsMasterKeyId: 'arn:aws:kms:eu-west-1:111122223333:alias/aws/sns' }), Alarm }, 'Alarm Properties.AlarmActions.0'],
  ],
  compliant: [{ Topic: topic(), Alarm }, { Topic: topic({ KmsMasterKeyId: 'alias/mine' }), Alarm }],
  unknown: [{ Topic: topic({ KmsMasterKeyId: ref('Key') }), Alarm }],
});
