import { ALARM } from '../private/alarms';
import { listed, resourceOf, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmTopicKeyManaged: Rule = {
  id: 'AlarmTopicKeyManaged',
  severity: 'error',
  source: 'sns/key-management',
  what: 'The topic that an alarm tells is encrypted with the key of AWS for SNS.',
  happens: 'CloudWatch may not use that key and its policy can not be changed: the alarm goes off, and nobody hears of it.',
  fix: 'Encrypt the topic with a key of your own whose policy allows `cloudwatch.amazonaws.com` to `kms:GenerateDataKey*` and `kms:Decrypt`.',
  check: forEach([ALARM, 'AWS::CloudWatch::CompositeAlarm'], (alarm) => listed(alarm.get('AlarmActions'), 'AlarmActions').flatMap(({ property, path }) => {
    const topic = resourceOf(property, 'AWS::SNS::Topic');
    return topic && /(^|:)alias\/aws\/sns$/.test(textOf(topic.get('KmsMasterKeyId')) ?? '') ? [at(alarm, path, `is ${topic}, with alias/aws/sns`)] : [];
  })),
};
