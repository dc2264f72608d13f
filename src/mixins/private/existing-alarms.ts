import { Stack, Token, type CfnResource } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { isFailureQueue } from '../../event-source/private/failure-queues';
import type { Metric } from '../../facts/metrics';
import { differ } from '../../private/environments';
import { findBelow, referenceTarget, stageOf } from '../../private/owner';
import { referencesIn } from '../../private/references';
import { settingOf } from '../../private/settings';

/** What an alarm may watch: something in the tree, or by its name. */
export interface Watched {
  readonly resource: IConstruct;
  readonly name?: string;
}

/** A resource with the name that a property gives it, if that is known. */
export function named<T extends CfnResource>(resource: T, property: string): Watched & { readonly resource: T } {
  const name = settingOf(resource, property);
  return { resource, name: typeof name === 'string' && !Token.isUnresolved(name) ? name : undefined };
}

interface WatchedMetric {
  /** The account of the metric, if that is not the alarm's. */
  readonly accountId?: string;
  readonly namespace?: string;
  readonly metricName?: string;
  readonly dimensions?: unknown;
}

/** Metrics of an alias or version tell nothing of the function as a whole. */
const OF_A_PART = ['Resource', 'ExecutedVersion'];

/** The alarms of an app, by what they watch, whoever made them. */
export class ExistingAlarms {
  private readonly byResource = new WeakMap<IConstruct, Set<string>>();
  private readonly byName = new Map<string, Set<string>>();
  private readonly searched = new WeakSet<IConstruct>();

  /**
   * Whether there is an alarm on a metric of one of the resources. The app is searched again only for resources that are newer than the last
   * search.
   */
  public has(watched: readonly Watched[], { namespace, name }: Metric): boolean {
    const metric = `${namespace}/${name}`;
    return watched.some((one) => {
      if (!this.searched.has(one.resource)) this.search(one.resource);
      if (this.byResource.get(one.resource)?.has(metric)) return true;
      return one.name !== undefined && (this.byName.get(nameKey(one.resource, one.name, accountOf(one.resource)))?.has(metric) ?? false);
    });
  }

  /** Adds an alarm that was made since. */
  public add(alarm: cloudwatch.CfnAlarm): void {
    for (const metric of metricsOf(alarm)) {
      const key = `${metric.namespace}/${metric.metricName}`;
      const values = dimensionsOf(metric);
      for (const resource of [alarm.node.scope!, ...values.flatMap((value) => watchedBy(alarm, value))]) {
        this.byResource.set(resource, (this.byResource.get(resource) ?? new Set()).add(key));
      }
      for (const name of values.filter((value): value is string => typeof value === 'string' && !Token.isUnresolved(value))) {
        const place = nameKey(alarm, name, metric.accountId);
        this.byName.set(place, (this.byName.get(place) ?? new Set()).add(key));
      }
    }
  }

  private search(resource: IConstruct): void {
    const root = stageOf(resource);
    if (this.searched.has(root) && isNew(resource)) return;
    findBelow(root, (construct): construct is IConstruct => {
      this.searched.add(construct);
      if (cloudwatch.CfnAlarm.isCfnAlarm(construct)) this.add(construct);
      return false;
    });
  }
}

/** What a dimension names. The name of a rule on another bus than the default one is a part of its ARN. */
function watchedBy(alarm: cloudwatch.CfnAlarm, value: unknown): readonly IConstruct[] {
  const target = referenceTarget(value);
  if (target) return [target];
  return Token.isUnresolved(value) ? referencesIn(alarm, value) : [];
}

/** A queue that the mixin itself made a moment ago, if it was not there at the first search. */
function isNew({ node }: IConstruct): boolean {
  return node.scopes.some(isFailureQueue);
}

function metricsOf({ namespace, metricName, dimensions, metrics }: cloudwatch.CfnAlarm): WatchedMetric[] {
  const queries = Array.isArray(metrics) ? metrics as cloudwatch.CfnAlarm.MetricDataQueryProperty[] : [];
  return [
    { namespace, metricName, dimensions },
    ...queries.map(({ metricStat, accountId }) => ({ ...(metricStat as { metric?: WatchedMetric } | undefined)?.metric, accountId })),
  ];
}

function dimensionsOf({ dimensions }: WatchedMetric): unknown[] {
  const all = Array.isArray(dimensions) ? dimensions as { name: string; value: unknown }[] : [];
  return all.some(({ name }) => OF_A_PART.includes(name)) ? [] : all.map(({ value }) => value);
}

/** Of an imported resource, that of its ARN. */
function accountOf(resource: IConstruct): string | undefined {
  return (resource as Partial<IEnvironmentAware>).env?.account;
}

/** A name means something in its account and region only; of a stack that goes anywhere, in that stack. */
function nameKey(construct: IConstruct, name: string, account?: string): string {
  const { account: own, region, node } = Stack.of(construct);
  const isAnywhere = Token.isUnresolved(own) || Token.isUnresolved(region);
  const place = isAnywhere ? node.addr : `${differ(own, account) ? account : own}/${region}`;
  return `${place}/${name}`;
}
