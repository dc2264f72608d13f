import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { Metric } from '../../facts/metrics';
import { differ } from '../../private/environments';
import { ValidationError } from '../../private/errors';
import type { AlarmDefault } from '../alarm-defaults';
import type { AlarmWindow } from './alarm-window';

/** What an alarm computes from metrics of one resource. */
export interface AlarmMath {
  /** The metrics, by the name that the expression has for them. */
  readonly metrics: Record<string, MathMetric>;
  readonly expression: string;
  /** On which side of the band that the expression computes the first metric must be. Absent: the expression is compared with the threshold. */
  readonly outside?: cloudwatch.ComparisonOperator;
  /** Whether the expression is a Metrics Insights query, which has a period of its own. */
  readonly isQuery?: boolean;
}

/** A metric of an expression. */
export interface MathMetric {
  readonly metric: Metric;
  /** Another statistic than that of the facts. */
  readonly statistic?: string;
}

/** What is needed to know which metric an alarm watches. */
export interface WatchedMetric {
  readonly defaults: AlarmDefault;
  readonly dimensions: Record<string, string>;
  readonly resource: IEnvironmentAware;
  readonly math?: AlarmMath;
}

type AlarmMetric = Partial<Pick<cloudwatch.CfnAlarmProps,
  'namespace' | 'metricName' | 'dimensions' | 'statistic' | 'period' | 'metrics' | 'comparisonOperator' | 'thresholdMetricId'>>;

const RESULT = 'result';

/** What an alarm watches: CloudWatch takes an expression, or a metric of another account, in another form. */
export function alarmMetric(scope: IConstruct, watched: WatchedMetric, window: AlarmWindow): AlarmMetric {
  checkRegion(scope, watched);
  const { defaults: { metric }, math } = watched;
  const seconds = window.period.toSeconds();
  const query = queryFor(scope, watched, seconds);
  if (math) return renderMath(math, query, seconds);
  const { metricStat: stat, accountId } = query('m1', { metric });
  if (accountId !== undefined) return { metrics: [query('m1', { metric }, true)] };
  return { ...stat.metric, statistic: stat.stat, period: stat.period };
}

interface Query extends cloudwatch.CfnAlarm.MetricDataQueryProperty {
  readonly metricStat: { readonly metric: Pick<AlarmMetric, 'namespace' | 'metricName' | 'dimensions'>; readonly stat: string; readonly period: number };
}

function queryFor(scope: IConstruct, { dimensions, resource: { env } }: WatchedMetric, period: number) {
  const accountId = differ(env.account, Stack.of(scope).account) ? env.account : undefined;
  const all = Object.entries(dimensions).map(([name, value]) => ({ name, value }));
  const named = all.length > 0 ? all : undefined; // a metric of the account has none
  return (id: string, { metric, statistic }: MathMetric, returnData = false): Query => ({
    id,
    accountId,
    metricStat: { metric: { namespace: metric.namespace, metricName: metric.name, dimensions: named }, stat: statistic ?? metric.statistic, period },
    returnData,
  });
}

function renderMath({ metrics, expression, outside, isQuery }: AlarmMath, query: ReturnType<typeof queryFor>, period: number): AlarmMetric {
  const inputs = Object.entries(metrics).map(([id, metric], index) => query(id, metric, outside !== undefined && index === 0));
  const result = { id: RESULT, expression, period: isQuery ? period : undefined, returnData: true };
  return outside
    ? { metrics: [...inputs, result], thresholdMetricId: RESULT, comparisonOperator: outside }
    : { metrics: [result, ...inputs] };
}

function checkRegion(scope: IConstruct, { resource: { env } }: WatchedMetric): void {
  const here = Stack.of(scope);
  if (!differ(env.region, here.region)) return;
  throw new ValidationError('AlarmScopeInOtherRegion',
    `scope must be in the region of what is watched, ${env.region}, because CloudWatch alarms see metrics of their own region only, got ${here.region}: `
    + `give a scope in a stack in ${env.region}`, scope);
}
