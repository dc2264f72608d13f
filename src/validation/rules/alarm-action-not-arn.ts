import { ALARM } from '../private/alarms';
import { listed, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const ACTIONS = ['AlarmActions', 'OKActions', 'InsufficientDataActions'];

export const alarmActionNotArn: Rule = {
  id: 'AlarmActionNotArn',
  severity: 'error',
  source: 'cloudwatch/alarm',
  what: 'An action of an alarm is a text that is no ARN.',
  happens: 'CloudWatch refuses the alarm, and the deployment fails.',
  fix: 'Give the ARN of a topic, a function or another target, such as `!Ref` of an `AWS::SNS::Topic`.',
  check: forEach([ALARM, 'AWS::CloudWatch::CompositeAlarm'], (alarm) => ACTIONS.flatMap((actions) => listed(alarm.get(actions), actions))
    .filter(({ property }) => textOf(property) !== undefined && !textOf(property)!.startsWith('arn:'))
    .map(({ property, path }) => at(alarm, path, `is "${textOf(property)}"`))),
};
