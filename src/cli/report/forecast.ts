import type { Forecast } from './report';
import type { Assembly } from '../../analysis';
import { ALARM_PRICES, LIMITS } from '../../facts';

const { standard, highResolution, composite } = ALARM_PRICES;

/** Resources, alarms and what they cost. */
export function forecastOf(assemblies: readonly Assembly[]): Forecast {
  const alarms = assemblies.flatMap((assembly) => assembly.ofType('AWS::CloudWatch::Alarm'));
  const composites = assemblies.flatMap((assembly) => assembly.ofType('AWS::CloudWatch::CompositeAlarm'));
  const open = alarms.filter((alarm) => isQuery(alarm.get('Metrics').raw));
  const cost = composites.length * composite.dollars
    + alarms.reduce((sum, alarm) => sum + priceOf(alarm.get('Period').number(), alarm.get('Metrics').raw), 0);
  return {
    stacks: assemblies.flatMap(({ templates }) => templates)
      .map(({ name, resources }) => ({ name, resources: resources.length, limit: LIMITS.templateResources.max })),
    alarms: alarms.length + composites.length,
    alarmCost: Math.round(cost * 100) / 100,
    openAlarms: open.length,
  };
}

/** Each metric that an alarm reads is paid for; the band of an anomaly counts as two more. */
function priceOf(period: number | undefined, metrics: unknown): number {
  const price = period !== undefined && period < 60 ? highResolution.dollars : standard.dollars;
  if (!Array.isArray(metrics)) return price;
  const read = metrics.filter((metric) => isObject(metric) && 'MetricStat' in metric).length;
  const isBand = metrics.some((metric) => isObject(metric) && /ANOMALY_DETECTION_BAND/.test(String(metric.Expression)));
  return price * Math.max(1, read + (isBand ? 2 : 0));
}

function isQuery(metrics: unknown): boolean {
  return Array.isArray(metrics) && metrics.some((metric) => isObject(metric) && /\bSELECT\b/i.test(String(metric.Expression)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
