import { watchesOf } from '../../analysis';
import { METRICS, type Metric } from '../../facts';
import { ALARM, partOf } from '../private/alarms';
import { at, forEach, type Rule } from '../private/rule';

const NAMES = new Map(Object.values<Metric>(METRICS).map(({ namespace, name }) => [keyOf(namespace, name), name]));

export const alarmMetricMisspelt: Rule = {
  id: 'AlarmMetricMisspelt',
  severity: 'error',
  source: 'lambda/metrics',
  confidence: 'derived',
  what: 'An alarm looks at a metric whose name is nearly one of AWS.',
  happens: 'There is no such metric, and the alarm never goes off.',
  fix: 'Correct the name.',
  check: forEach(ALARM, (alarm) => watchesOf(alarm).flatMap((watch) => {
    const name = NAMES.get(keyOf(watch.namespace, watch.metric));
    return name !== undefined && name !== watch.metric ? [at(alarm, partOf(watch, 'MetricName'), `has ${watch.metric}: did you mean ${name}?`)] : [];
  })),
};

/** Without what people get wrong: capitals, the plural, an underscore. */
function keyOf(namespace: string, name: string): string {
  return `${namespace} ${name.toLowerCase().replace(/[^a-z0-9]/g, '').replace(/s$/, '')}`;
}
