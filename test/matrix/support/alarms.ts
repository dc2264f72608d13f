import * as tables from './alarm-tables';
import { list, type PlainResource, type PlainTemplate } from './plain-template';
import { keeperOf, sourceQueueOf, type Way } from './safety-nets';
import { EVENT_SOURCES, type EventSource } from '../../../src/facts/event-sources';
import type { InvokerId } from '../../../src/facts/invokers';
import { METRICS, type Metric, type MetricId } from '../../../src/facts/metrics';
import { SAFETY_NETS } from '../../../src/facts/safety-nets';

/** The metrics that the library makes alarms on. */
const WATCHED = Object.values(tables).flatMap((alarms) => Object.values(alarms).map(({ metric }): Metric => metric));

/** Whether the library makes alarms on a metric. */
export function isWatched(id: MetricId): boolean {
  return WATCHED.includes(METRICS[id]);
}

/** Which metric of which resource must have an alarm. */
export interface AlarmNeed {
  readonly metric: MetricId;
  readonly of: 'trigger' | 'copy';
  /** Whether it tells that an event is lost, or only that it failed. */
  readonly isLoss?: boolean;
}

/** The alarms that tell of a failure, and of its copy. */
export function alarmsNeeded(invoker: InvokerId, way: Way): AlarmNeed[] {
  const { keptBy, toldBy } = way.outcome;
  const net = SAFETY_NETS[keptBy];
  return [
    ...toldBy.filter(isWatched).map((metric) => ({ metric, of: 'trigger' }) as const),
    ...net.torn.filter(isWatched).filter((metric) => isPublished(metric, invoker, way)).map((metric) => ({ metric, of: 'trigger', isLoss: true }) as const),
    ...(keeperOf(way) ? net.full.map((metric) => ({ metric, of: 'copy' }) as const) : []),
  ];
}

/** Which of the alarms demanded are not there, or nobody would hear of. */
export function silencesIn(invoker: InvokerId, way: Way, demands: 'every alarm' | 'one alarm'): string[] {
  const needed = alarmsNeeded(invoker, way);
  const silent = needed.filter((need) => !alarmFor(way, need));
  const isTold = demands === 'one alarm' && needed.some((need) => !need.isLoss && !silent.includes(need));
  return silent.filter(({ isLoss }) => isLoss || !isTold).map(({ metric, of }) => `no alarm on ${METRICS[metric].name} of the ${of}`);
}

/** The alarm on a metric of the very resource. */
export function alarmFor(way: Way, need: AlarmNeed): PlainResource | undefined {
  return way.template.ofType('AWS::CloudWatch::Alarm').find((alarm) => watches(way, alarm, need) && isHeard(way.template, alarm) && isCounted(way, need));
}

function watches(way: Way, { properties }: PlainResource, { metric, of }: AlarmNeed): boolean {
  const { namespace, name, dimensions, statistic, absent }: Metric = METRICS[metric];
  const found = list(properties.Dimensions);
  return properties.Namespace === namespace && properties.MetricName === name && properties.Statistic === statistic
    && properties.ComparisonOperator === 'GreaterThanOrEqualToThreshold' && absent === 'nothing-failed' && properties.TreatMissingData === 'notBreaching'
    && found.length === dimensions.length && dimensions.every((dimension) =>
    found.some(({ Name, Value }) => Name === dimension && isOf(way, dimension, Value, of)));
}

/** Whether the value of a dimension means the resource that the event passes. */
function isOf(way: Way, dimension: string, value: unknown, of: AlarmNeed['of']): boolean {
  const { template, trigger: { resource, fn } } = way;
  switch (dimension) {
    case 'FunctionName':
    case 'Resource': return template.refersTo(value, fn);
    case 'QueueName': return template.refersTo(value, of === 'copy' ? keeperOf(way) : sourceQueueOf(way));
    case 'TopicName': return template.refersTo(value, template.behind(resource.properties.TopicArn, 'AWS::SNS::Topic'));
    case 'ApiName': return value === template.behind(resource.properties.RestApiId, 'AWS::ApiGateway::RestApi')?.properties.Name;
    case 'ApiId': return template.refersTo(value, template.behind(resource.properties.ApiId, 'AWS::ApiGatewayV2::Api'));
    case 'ScheduleGroup': return isGroup(template, value, resource.properties.GroupName);
    default: return template.refersTo(value, resource);
  }
}

function isGroup(template: PlainTemplate, value: unknown, group: unknown = 'default'): boolean {
  return value === group || template.refersTo(value, template.behind(group, 'AWS::Scheduler::ScheduleGroup'));
}

function isHeard(template: PlainTemplate, { properties }: PlainResource): boolean {
  return properties.ActionsEnabled !== false && list(properties.AlarmActions).some((action) => template.behind(action, 'AWS::SNS::Topic'));
}

/** Whether what must be switched on for a metric of a mapping is. */
function isCounted({ trigger: { resource } }: Way, { metric }: AlarmNeed): boolean {
  const { optIn }: Metric = METRICS[metric];
  const group = optIn?.replace('MetricsConfig: ', '');
  return group === undefined || list(resource.properties.MetricsConfig?.Metrics).includes(group);
}

/** A net says which metrics it can have; what delivers says which of them it does. */
function isPublished(metric: MetricId, invoker: InvokerId, { trigger: { fn }, outcome: { keptBy } }: Way): boolean {
  const { optIn }: Metric = METRICS[metric];
  if (keptBy === 'function-failures') return (fn.properties.DeadLetterConfig !== undefined) === (metric === 'deadLetterErrors');
  const source: EventSource | undefined = invoker in EVENT_SOURCES ? EVENT_SOURCES[invoker as keyof typeof EVENT_SOURCES] : undefined;
  return optIn === undefined || (source?.metricGroups ?? []).some((group) => optIn === `MetricsConfig: ${group}`);
}
