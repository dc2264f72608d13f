import { LIMITS } from '../../facts';
import { shapeOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const compositeAlarmTooLarge: Rule = {
  id: 'CompositeAlarmTooLarge',
  severity: 'error',
  source: 'cloudwatch/composite-alarm',
  what: 'A composite alarm is of more alarms than CloudWatch takes.',
  happens: 'CloudWatch refuses the alarm, and the deployment fails.',
  fix: 'Make several composite alarms, and one of them.',
  check: forEach('AWS::CloudWatch::CompositeAlarm', (alarm) => {
    const children = shapeOf(alarm.get('AlarmRule'))?.match(/\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(/g)?.length ?? 0;
    return children > LIMITS.compositeAlarmChildren.max ? at(alarm, 'AlarmRule', `is of ${children} alarms`) : undefined;
  }),
};
