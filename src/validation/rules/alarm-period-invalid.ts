import { numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

/** Shorter ones, in seconds, that CloudWatch takes beside the minutes. */
const SHORT = [10, 20, 30];

export const alarmPeriodInvalid: Rule = {
  id: 'AlarmPeriodInvalid',
  severity: 'error',
  source: 'cloudwatch/alarm',
  what: 'The period of an alarm is neither 10, 20 or 30 seconds nor whole minutes.',
  happens: 'CloudWatch refuses the alarm, and the deployment fails.',
  fix: 'Use 10, 20, 30 or a multiple of 60 seconds.',
  check: forEach('AWS::CloudWatch::Alarm', (alarm) => {
    const period = numberOf(alarm.get('Period'));
    return period === undefined || SHORT.includes(period) || (period >= 60 && period % 60 === 0) ? undefined : at(alarm, 'Period', `is ${period} seconds`);
  }),
};
