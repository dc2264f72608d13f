import { readOnce } from '../template/once';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { partsOf } from '../template/value';

/** A metric that an alarm looks at. */
export interface Watch {
  readonly alarm: Resource;
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: readonly Dimension[];
  readonly statistic?: string;
  /** Whether it looks at all resources at once, by a query of Metrics Insights. */
  readonly isQuery?: boolean;
  /** Why it may look at other resources. */
  readonly isOpen?: boolean;
}

/** A dimension of a metric. */
export interface Dimension {
  readonly name: string;
  readonly value: Property;
}

/** `SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName) WHERE … GROUP BY …`, with or without quotes and `SCHEMA`. */
const QUERY = /^\s*SELECT\s+(\w+)\(\s*"?([\w.-]+)"?\s*\)\s+FROM\s+(?:SCHEMA\(\s*)?"?([\w/.-]+)"?([^)]*)/i;

/** The metrics that an alarm looks at. */
export const watchesOf = readOnce((alarm: Resource): readonly Watch[] => {
  const metrics = alarm.get('Metrics');
  if (metrics.isAbsent()) return [watchOf(alarm, alarm.get(), alarm.get('Statistic').text() ?? alarm.get('ExtendedStatistic').text())];
  return metrics.elements().known.flatMap(({ property }) => {
    const stat = property.get('MetricStat');
    if (!stat.isAbsent()) return [watchOf(alarm, stat.get('Metric'), stat.get('Stat').text())];
    const query = queryIn(property.get('Expression'));
    return query ? [{ ...query, alarm }] : [];
  });
});

function watchOf(alarm: Resource, metric: Property, statistic: string | undefined): Watch {
  const { known, others } = metric.get('Dimensions').elements();
  const dimensions = known.map(({ property }) => ({ name: property.get('Name').text() ?? '', value: property.get('Value') }));
  return {
    alarm, namespace: metric.get('Namespace').text() ?? '', metric: metric.get('MetricName').text() ?? '', dimensions, statistic, isOpen: others !== undefined,
  };
}

function queryIn(expression: Property): Omit<Watch, 'alarm'> | undefined {
  const [first] = expression.possibilities();
  const text = partsOf(first.value).map((part) => (typeof part === 'string' ? part : '?')).join('');
  const [, statistic, metric, namespace] = QUERY.exec(text) ?? [];
  return namespace === undefined ? undefined : { namespace, metric, statistic: statistic.toLowerCase(), dimensions: [], isQuery: true, isOpen: /\bWHERE\b/i.test(text) };
}
