import { watchesOf } from '../../analysis';
import { ALARM, factOf, isOfFailures } from '../private/alarms';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmReversed: Rule = {
  id: 'AlarmReversed',
  severity: 'error',
  source: 'cloudwatch/alarm',
  confidence: 'derived',
  what: 'An alarm on failures goes off when there are few of them.',
  happens: 'It is red as long as all is well, and turns green when something fails.',
  fix: 'Use `GreaterThanThreshold` or `GreaterThanOrEqualToThreshold`.',
  check: forEach(ALARM, (alarm) => {
    const watches = watchesOf(alarm);
    const isReversed = /^LessThan/.test(textOf(alarm.get('ComparisonOperator')) ?? '');
    return isReversed && watches.length > 0 && watches.every((watch) => isOfFailures(watch) && factOf(watch)?.absent === 'nothing-failed')
      ? at(alarm, 'ComparisonOperator', `is ${textOf(alarm.get('ComparisonOperator'))}`) : undefined;
  }),
};
