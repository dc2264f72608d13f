import { resourceOf } from './reading';
import type { Property, Resource, Watch } from '../../analysis';
import { METRICS, type Metric, type MetricId } from '../../facts';

export const ALARM = 'AWS::CloudWatch::Alarm';

/** By namespace and name: the first, where there are several. */
const FACTS = new Map(Object.values<Metric>(METRICS).reverse().map((fact) => [`${fact.namespace} ${fact.name}`, fact]));

/** What is known of the metric that an alarm looks at. */
export function factOf({ namespace, metric }: Watch): Metric | undefined {
  return FACTS.get(`${namespace} ${metric}`);
}

/** Whether it is one of these metrics. */
export function isMetric({ namespace, metric }: Watch, ...ids: readonly MetricId[]): boolean {
  return ids.some((id) => METRICS[id].namespace === namespace && METRICS[id].name === metric);
}

/** Whether it counts failures, or what waits because of them. */
export function isOfFailures(watch: Watch): boolean {
  return (factOf(watch)?.statistic === 'Sum' && !isMetric(watch, 'functionInvocations')) || isMetric(watch, 'queueMessagesVisible', 'queueOldestMessageAge');
}

/** The value of a dimension. */
export function dimensionOf({ dimensions }: Watch, name: string): Property | undefined {
  return dimensions.find((dimension) => dimension.name === name)?.value;
}

/** The resource of a type that a dimension names. */
export function watchedResource(watch: Watch, dimension: string, type: string): Resource | undefined {
  const value = dimensionOf(watch, dimension);
  return value && resourceOf(value, type);
}

/** Where an alarm says something of its metric: there is one for all of it where it has several. */
export function partOf({ alarm }: Watch, property: 'Dimensions' | 'MetricName'): string {
  return alarm.get('Metrics').isAbsent() ? property : 'Metrics';
}
