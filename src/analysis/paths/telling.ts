import type { Context } from './context';
import type { Copy, Finding, Hearing, ToldBy } from './failure-path';
import { finding } from './findings';
import type { InvokerId } from '../../facts/invokers';
import { METRICS, type Metric, type MetricId } from '../../facts/metrics';
import type { Watched } from '../model/alarms';
import type { Trigger } from '../model/trigger';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';

/** Who waits for an answer by other means, and says so when there is none. */
const AWAITED: readonly InvokerId[] = ['custom-resource', 'codepipeline'];

/** Whether an invoker waits for an answer of an asynchronous function, and fails without one. */
export function waitsForAnswer(invoker: InvokerId): boolean {
  return AWAITED.includes(invoker);
}

/** What alarms tell of a way. */
export interface Telling {
  readonly alarms: readonly ToldBy[];
  readonly heard: Hearing;
  readonly findings: readonly Finding[];
}

/** The alarms that tell of a failure, and who hears of it. */
export function tellingOf(context: Context, copies: readonly Copy[]): Telling {
  const { outcome: { toldBy }, net } = context;
  const losses = net.torn.filter((metric) => isPublished(context, metric));
  const alarms = [
    ...toldBy.flatMap((metric) => alarmsOn(context, metric, 'failure')),
    ...copies.flatMap(({ resource }) => (resource ? net.full.flatMap((metric) => alarmsOn(context, metric, 'copy', resource)) : [])),
    ...losses.flatMap((metric) => alarmsOn(context, metric, 'loss')),
  ];
  const heard = hearingOf(context, copies, alarms);
  const metrics = [...toldBy, ...(copies.length > 0 ? net.full : [])];
  return { alarms, heard, findings: [...silence(context, heard, metrics), ...silentLosses(context, losses, alarms, copies)] };
}

function alarmsOn(context: Context, metric: MetricId, tells: ToldBy['tells'], copy?: Resource): ToldBy[] {
  const known = context.once(copy ?? tells, () => new Map<MetricId, ToldBy[]>());
  const found = known.get(metric) ?? findAlarms(context, metric, tells, copy);
  known.set(metric, found);
  return found;
}

function findAlarms(context: Context, metric: MetricId, tells: ToldBy['tells'], copy?: Resource): ToldBy[] {
  const isEmitted = isSwitchedOn(context, metric);
  return context.model.alarms.on(metric, watchedBy(context, metric, copy)).map((alarm) => ({
    ...alarm, metric, tells, flaws: isEmitted ? alarm.flaws : [...alarm.flaws, `the metric is not emitted: \`MetricsConfig\` of ${context.trigger.by.id} does not ask for it`], rings: alarm.rings && isEmitted,
  }));
}

function hearingOf(context: Context, copies: readonly Copy[], alarms: readonly ToldBy[]): Hearing {
  const telling = alarms.filter(({ tells, rings }) => tells !== 'loss' && rings);
  if (telling.some(({ isAbout }) => isAbout === 'yes')) return 'alarm';
  if (context.net.keeps === 'caller' || waitsForAnswer(context.trigger.invoker)) return 'caller';
  const isElsewhere = context.isOpen || context.isElsewhere || (context.net.full.length > 0 && copies.some(({ resource }) => !resource));
  return telling.length > 0 || isElsewhere ? 'unknown' : 'nobody';
}

function silence(context: Context, heard: Hearing, metrics: readonly MetricId[]): Finding[] {
  if (heard !== 'nobody') return [];
  const names = [...new Set(metrics.map((id) => METRICS[id].name))];
  if (names.length === 0) return [finding('NoMetric', {}, context.trigger.by)];
  return [finding('NobodyHears', { metrics: names.join(' or ') }, context.trigger.fn)];
}

/** A copy that gets lost on its way must be heard of too. */
function silentLosses(context: Context, losses: readonly MetricId[], alarms: readonly ToldBy[], copies: readonly Copy[]): Finding[] {
  if (copies.length === 0) return [];
  return losses.filter((metric) => !alarms.some((alarm) => alarm.metric === metric && alarm.rings))
    .map((metric) => finding('NobodyHearsOfLoss', { metrics: METRICS[metric].name }, context.trigger.fn));
}

/** What the dimensions of a metric must name for this trigger. What is not here is not checked. */
function watchedBy(context: Context, id: MetricId, copy?: Resource): Watched {
  const { dimensions }: Metric = METRICS[id];
  return Object.fromEntries(dimensions.filter((name) => name in WATCHED).map((name) => [name, name === 'QueueName' && copy ? copy : WATCHED[name](context.trigger, context)]));
}

/** What each dimension names. */
const WATCHED: Readonly<Record<string, (trigger: Trigger, context: Context) => Resource | string | undefined>> = {
  FunctionName: ({ fn }) => fn,
  Resource: ({ fn }) => fn,
  EventSourceMappingUUID: ({ by }) => by,
  QueueName: (_, { sourceQueue }) => sourceQueue,
  TopicName: ({ by }) => (by.type === 'AWS::SNS::Topic' ? by : pointedAt(by, 'TopicArn', 'AWS::SNS::Topic')),
  RuleName: ({ by }) => by,
  Subscriber: ({ by }) => by,
  ScheduleGroup: ({ by }) => (by.get('GroupName').isAbsent() ? 'default' : pointedAt(by, 'GroupName', 'AWS::Scheduler::ScheduleGroup') ?? by.get('GroupName').text()),
  StateMachineArn: ({ by }) => by,
  LogGroupName: ({ by }) => pointedAt(by, 'LogGroupName', 'AWS::Logs::LogGroup') ?? by.get('LogGroupName').text(),
  ApiName: ({ by }) => apiName(by),
  ApiId: ({ by }) => pointedAt(by, 'ApiId', 'AWS::ApiGatewayV2::Api') ?? (by.type === 'AWS::ApiGatewayV2::Api' ? by : undefined),
  TargetGroup: ({ by }) => by,
};

function apiName(by: Resource): Resource | string | undefined {
  const api = pointedAt(by, 'RestApiId', 'AWS::ApiGateway::RestApi') ?? (by.type === 'AWS::ApiGateway::RestApi' ? by : undefined);
  return api?.get('Name').text() ?? api;
}

function pointedAt(by: Resource, name: string, type: string): Resource | undefined {
  const property = by.get(name);
  const [target] = targetsOf(property.value(), property.template, [type]);
  return target?.kind === 'resource' && target.resource.type === type ? target.resource : undefined;
}

/** What a mapping must be told to count. */
function isSwitchedOn({ trigger: { by } }: Context, id: MetricId): boolean {
  const { optIn }: Metric = METRICS[id];
  if (optIn === undefined) return true;
  const { known, others } = by.get('MetricsConfig', 'Metrics').elements();
  return others !== undefined || known.some(({ property }) => property.text() === undefined || optIn === `MetricsConfig: ${property.text()}`);
}

/** A net has the metrics of all that can deliver to it: of a dead-letter queue or of a destination. */
function isPublished(context: Context, id: MetricId): boolean {
  if (context.outcome.keptBy === 'function-failures') {
    const isDead = !context.fn.resource.get('DeadLetterConfig').isAbsent();
    const isSent = context.configs.some(({ resource }) => !resource.get('DestinationConfig', 'OnFailure').isAbsent());
    return id === 'deadLetterErrors' ? isDead : isSent;
  }
  const { optIn }: Metric = METRICS[id];
  const isKafka = context.trigger.invoker === 'msk' || context.trigger.invoker === 'kafka';
  return optIn !== 'MetricsConfig: ErrorCount' || isKafka;
}
