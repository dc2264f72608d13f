import { METRICS, type Metric, type MetricId } from '../../facts';
import type { Property, Resource } from '../../analysis';
import { listed, resourceOf, textOf } from './reading';

export const ALARM = 'AWS::CloudWatch::Alarm';

/** A metric that an alarm looks at, as far as it is written. */
export interface WatchedMetric {
  readonly namespace?: string;
  readonly name?: string;
  readonly dimensions: Property;
  /** Where the dimensions are. */
  readonly path: string;
}

/** The metrics of an alarm: its own, or those of its expressions. */
export function watchedBy(alarm: Resource): readonly WatchedMetric[] {
  const single = watched(alarm.get(), '');
  if (single.name !== undefined) return [single];
  return listed(alarm.get('Metrics'), 'Metrics').map(({ property, path }) => watched(property.get('MetricStat', 'Metric'), `${path}.MetricStat.Metric.`));
}

/** What is known of a metric of these names. */
export function factOf({ namespace, name }: WatchedMetric): Metric | undefined {
  return Object.values<Metric>(METRICS).find((metric) => metric.namespace === namespace && metric.name === name);
}

/** Whether it is that metric. */
export function isMetric({ namespace, name }: WatchedMetric, ...ids: readonly MetricId[]): boolean {
  return ids.some((id) => METRICS[id].namespace === namespace && METRICS[id].name === name);
}

/** The value of a dimension, and where it is. */
export function dimensionOf({ dimensions, path }: WatchedMetric, name: string): { readonly property: Property; readonly path: string } | undefined {
  const found = listed(dimensions, `${path}Dimensions`).find(({ property }) => textOf(property.get('Name')) === name);
  return found && { property: found.property.get('Value'), path: `${found.path}.Value` };
}

/** The resource of a type that a dimension names. */
export function watchedResource(metric: WatchedMetric, dimension: string, type: string): Resource | undefined {
  const place = dimensionOf(metric, dimension);
  return place && resourceOf(place.property, type);
}

function watched(property: Property, path: string): WatchedMetric {
  return { namespace: textOf(property.get('Namespace')), name: textOf(property.get('MetricName')), dimensions: property.get('Dimensions'), path };
}
