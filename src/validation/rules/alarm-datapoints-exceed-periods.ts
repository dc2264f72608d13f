import { ALARM } from '../private/alarms';
import { numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmDatapointsExceedPeriods: Rule = {
  id: 'AlarmDatapointsExceedPeriods',
  severity: 'error',
  source: 'cloudwatch/alarm',
  what: 'An alarm wants more breaching data points than it looks at.',
  happens: 'CloudWatch refuses the alarm, and the deployment fails.',
  fix: 'Make `DatapointsToAlarm` at most `EvaluationPeriods`.',
  check: forEach(ALARM, (alarm) => {
    const [datapoints, periods] = [numberOf(alarm.get('DatapointsToAlarm')), numberOf(alarm.get('EvaluationPeriods'))];
    return datapoints !== undefined && periods !== undefined && datapoints > periods ? at(alarm, 'DatapointsToAlarm', `is ${datapoints} of ${periods} periods`) : undefined;
  }),
};
