import { watchesOf } from '../../analysis';
import { LIMITS } from '../../facts';
import { ALARM, factOf, watchedResource } from '../private/alarms';
import { numberOf, numberOr } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const alarmWindowShorterThanTimeout: Rule = {
  id: 'AlarmWindowShorterThanTimeout',
  severity: 'warning',
  source: 'lambda/metrics',
  confidence: 'derived',
  what: 'An alarm on errors of a function looks back for less time than the function may run.',
  happens: 'An error counts at the time at which its invocation began: after a long run that minute is already evaluated, and the alarm stays silent.',
  fix: 'Make `Period` × `EvaluationPeriods` longer than the `Timeout` of the function, with `DatapointsToAlarm: 1`.',
  check: forEach(ALARM, (alarm) => {
    const metrics = watchesOf(alarm).filter((metric) => factOf(metric)?.timestamp === 'start' && metric.metric === 'Errors');
    const [period, periods] = [numberOf(alarm.get('Period')), numberOf(alarm.get('EvaluationPeriods'))];
    if (period === undefined || periods === undefined) return undefined;
    return metrics.flatMap((metric) => {
      const fn = watchedResource(metric, 'FunctionName', 'AWS::Lambda::Function');
      const timeout = fn && numberOr(fn.get('Timeout'), LIMITS.functionTimeout.default);
      return timeout !== undefined && period * periods < timeout
        ? [at(alarm, 'EvaluationPeriods', `makes ${period * periods} seconds, and ${fn} may run for ${timeout}`)] : [];
    });
  }),
};
