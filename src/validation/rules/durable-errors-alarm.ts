import { watchesOf } from '../../analysis';
import { ALARM, isMetric, watchedResource, partOf } from '../private/alarms';
import { isDurable } from '../private/functions';
import { at, forEach, type Rule } from '../private/rule';

export const durableErrorsAlarm: Rule = {
  id: 'DurableErrorsAlarm',
  severity: 'warning',
  source: 'lambda/durable-monitoring',
  what: 'An alarm counts `Errors` of a durable function.',
  happens: 'They are counted at each replay, and an execution that fails for good may have none: the alarm tells of what was repaired and not of what was lost.',
  fix: 'Use `DurableExecutionFailed` and `DurableExecutionTimedOut`.',
  check: forEach(ALARM, (alarm) => watchesOf(alarm).filter((metric) => isMetric(metric, 'functionErrors')).flatMap((metric) => {
    const fn = watchedResource(metric, 'FunctionName', 'AWS::Lambda::Function');
    return fn && isDurable(fn) ? [at(alarm, partOf(metric, 'MetricName'), `is Errors of ${fn}, which is durable`)] : [];
  })),
};
