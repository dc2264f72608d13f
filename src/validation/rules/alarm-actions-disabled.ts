import { watchesOf } from '../../analysis';
import { ALARM, isOfFailures } from '../private/alarms';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmActionsDisabled: Rule = {
  id: 'AlarmActionsDisabled',
  severity: 'warning',
  source: 'cloudwatch/alarm',
  what: 'An alarm on failures has its actions switched off.',
  happens: 'It changes its state, and nobody is told.',
  fix: 'Remove `ActionsEnabled: false`. To be quiet for some time, mute the alarm.',
  check: forEach(ALARM, (alarm) => (textOf(alarm.get('ActionsEnabled')) === 'false' && watchesOf(alarm).some(isOfFailures)
    ? at(alarm, 'ActionsEnabled', 'is false') : undefined)),
};
