import { readOnce, modelOf, type Assembly, type Resource } from '../../analysis';
import { ALARM } from '../private/alarms';
import { listed, resourceOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const CLOUDWATCH = 'cloudwatch.amazonaws.com';

export const alarmTopicRefusesCloudWatch: Rule = {
  id: 'AlarmTopicRefusesCloudWatch',
  severity: 'error',
  source: 'sns/access-policies',
  what: 'The policy of a topic does not let CloudWatch publish, or its key does not.',
  happens: 'The alarm goes off, and nobody hears of it.',
  fix: 'Allow `cloudwatch.amazonaws.com` to `sns:Publish` in the policy of the topic, and to `kms:GenerateDataKey*` and `kms:Decrypt` in that of its key.',
  check: forEach([ALARM, 'AWS::CloudWatch::CompositeAlarm'], (alarm, assembly) => listed(alarm.get('AlarmActions'), 'AlarmActions').flatMap(({ property, path }) => {
    const topic = resourceOf(property, 'AWS::SNS::Topic');
    const refused = topic && refusalOf(assembly, topic, alarm);
    return refused === undefined ? [] : [at(alarm, path, `is ${topic}, and ${refused} does not let CloudWatch in`)];
  })),
};

function refusalOf(assembly: Assembly, topic: Resource, alarm: Resource): string | undefined {
  const { permissions } = modelOf(assembly);
  // Without a policy in the templates the topic has the one of SNS, which lets the alarms of the account in.
  if (topicsWithPolicy(assembly).has(topic) && permissions.ofResource(topic, { action: 'sns:Publish', on: topic, service: CLOUDWATCH, source: alarm }) === 'no') return 'its policy';
  const key = resourceOf(topic.get('KmsMasterKeyId'), 'AWS::KMS::Key');
  return key && permissions.ofKey(key, { action: 'kms:GenerateDataKey', on: key, service: CLOUDWATCH, source: alarm }) === 'no' ? `the policy of ${key}` : undefined;
}

const topicsWithPolicy = readOnce((assembly: Assembly) => new Set(
  assembly.ofType('AWS::SNS::TopicPolicy').flatMap((policy) => listed(policy.get('Topics'), '').map(({ property }) => resourceOf(property)))));
