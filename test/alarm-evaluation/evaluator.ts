/**
 * Says when an alarm goes off, by what AWS documents of how CloudWatch evaluates alarms. It knows nothing of this library: it reads the properties of
 * `AWS::CloudWatch::Alarm` and `AWS::CloudWatch::CompositeAlarm`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
import { compute, type Value } from './expression';

export type State = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
export type Treatment = 'breaching' | 'notBreaching' | 'ignore' | 'missing';

/** A data point. Times are in seconds. */
export interface Point {
  readonly metric: string;
  readonly dimensions: Record<string, string>;
  readonly time: number;
  /** From when on CloudWatch sees it. */
  readonly published: number;
  readonly value: number;
}

/** Under what circumstances. */
export interface Circumstances {
  readonly from: number;
  readonly to: number;
  /** How many periods more than `EvaluationPeriods` CloudWatch retrieves: AWS documents that it does, and not how many. */
  readonly extraPeriods?: number;
  /** What CloudWatch learnt as usual, for alarms on anomalies. */
  readonly band?: { readonly lower: number; readonly upper: number };
}

type Properties = Record<string, any>;

const MINUTE = 60;
const DAY = 86_400;

/** Whether the values breach, oldest first, `undefined` where data is missing; as AWS's tables say. */
export function stateOf(breaches: (boolean | undefined)[], m: number, n: number, treatment: Treatment, current: State): State {
  const real = breaches.filter((value): value is boolean => value !== undefined);
  if (real.length >= n) return real.slice(-n).filter(Boolean).length >= m ? 'ALARM' : 'OK';
  const breaching = real.filter(Boolean).length;
  const filled = n - real.length;
  if (treatment === 'breaching') return breaching + filled >= m ? 'ALARM' : 'OK';
  if (breaching >= m) return 'ALARM';
  if (treatment === 'notBreaching' || real.length > breaching) return 'OK';
  if (treatment === 'ignore') return current;
  if (real.length === 0) return 'INSUFFICIENT_DATA';
  // "Avoiding premature transitions": the oldest breaching point is as old as what it takes, and nothing since was fine.
  return breaches.length - breaches.indexOf(true) >= m ? 'ALARM' : current;
}

/** The states of an alarm minute by minute (of one that looks back longer than a day: hour by hour). */
export function statesOf(alarm: Properties, points: readonly Point[], circumstances: Circumstances): Map<number, State> {
  const { from, to, extraPeriods = 2 } = circumstances;
  const n = alarm.EvaluationPeriods;
  const period = periodOf(alarm);
  const step = period * n > DAY ? 60 * MINUTE : MINUTE;
  const states = new Map<number, State>();
  const valueOf = valuesOf(alarm, points);
  let current: State = 'INSUFFICIENT_DATA';
  for (let now = from; now <= to; now += step) {
    const breaches = Array.from({ length: n + extraPeriods }, (_, index) => {
      const start = now - (n + extraPeriods - index) * period;
      return breachOf(alarm, valueOf(start, start + period, now), circumstances);
    });
    current = stateOf(breaches, alarm.DatapointsToAlarm ?? n, n, alarm.TreatMissingData ?? 'missing', current);
    states.set(now, current);
  }
  return states;
}

/** When an alarm goes off. One on a query with GROUP BY does for each of its series. */
export function firings(alarm: Properties, points: readonly Point[], circumstances: Circumstances): number[] {
  const series = seriesOf(alarm, points);
  return series.flatMap((own) => transitions(statesOf(alarm, own, circumstances))).sort((a, b) => a - b);
}

/** When a composite alarm calls somebody: its parts by name, and what suppresses it. */
export function callsOf(
  composite: Properties, parts: Record<string, Map<number, State>>, suppressor?: Map<number, State>,
): number[] {
  const times = Object.values(parts).map((states) => [...states.keys()]).sort((a, b) => b.length - a.length)[0];
  const calls: number[] = [];
  let called = false;
  let since: number | undefined;
  for (const now of times) {
    const inAlarm = holds(composite.AlarmRule, (name) => at(parts[name], now) === 'ALARM');
    since = inAlarm ? since ?? now : undefined;
    const isCalling: boolean = inAlarm && (called || !isSuppressed(composite, suppressor, now, since!));
    if (isCalling && !called) calls.push(now);
    called = isCalling;
  }
  return calls;
}

function isSuppressed(composite: Properties, suppressor: Map<number, State> | undefined, now: number, since: number): boolean {
  if (!suppressor) return false;
  const isOn = (time: number) => at(suppressor, time) === 'ALARM';
  const extension = composite.ActionsSuppressorExtensionPeriod / MINUTE;
  const wasOn = Array.from({ length: extension + 1 }, (_, minutes) => now - minutes * MINUTE).some(isOn);
  return wasOn || now - since < composite.ActionsSuppressorWaitPeriod;
}

/** The state at a time; of alarms that are evaluated once an hour the last one. */
function at(states: Map<number, State>, now: number): State | undefined {
  for (let time = now; time > now - 60 * MINUTE; time -= MINUTE) {
    if (states.has(time)) return states.get(time);
  }
  return undefined;
}

function holds(rule: string, isInAlarm: (name: string) => boolean): boolean {
  const values = rule.replace(/ALARM\("([^"]*)"\)/g, (_, name: string) => isInAlarm(name) ? '1' : '0').replace(/AND/g, '*').replace(/OR/g, '+');
  return compute(values, {})! > 0;
}

function transitions(states: Map<number, State>): number[] {
  const entries = [...states];
  return entries.filter(([, state], index) => state === 'ALARM' && entries[index - 1]?.[1] !== 'ALARM').map(([time]) => time);
}

function seriesOf(alarm: Properties, points: readonly Point[]): Point[][] {
  const query = queryOf(alarm);
  const groupBy = query && /GROUP BY (\w+)/.exec(query)?.[1];
  if (!groupBy) return [[...points]];
  const names = [...new Set(points.map(({ dimensions }) => dimensions[groupBy]))];
  return names.map((name) => points.filter(({ dimensions }) => dimensions[groupBy] === name));
}

function queryOf({ Metrics }: Properties): string | undefined {
  return Metrics?.find(({ Expression }: Properties) => /^SELECT /.test(Expression))?.Expression;
}

function periodOf({ Period, Metrics = [] }: Properties): number {
  return Period ?? Metrics.map((query: Properties) => query.Period ?? query.MetricStat?.Period).find(Boolean);
}

/** The value of a period as it can be seen at a time. */
type ValueOf = (start: number, end: number, now: number) => Value;

/** What the alarm compares. */
function valuesOf(alarm: Properties, points: readonly Point[]): ValueOf {
  const query = queryOf(alarm);
  if (query) return seriesValue(points, /^SELECT SUM\((\w+)\)/.exec(query)![1], {}, 'Sum');
  if (!alarm.Metrics) return seriesValue(points, alarm.MetricName, dimensionsOf(alarm.Dimensions), alarm.Statistic);
  const inputs: [string, ValueOf][] = alarm.Metrics.filter(({ MetricStat }: Properties) => MetricStat)
    .map(({ Id, MetricStat: { Metric, Stat } }: Properties) => [Id, seriesValue(points, Metric.MetricName, dimensionsOf(Metric.Dimensions), Stat)]);
  if (alarm.ThresholdMetricId) return inputs[0][1];
  const { Expression } = alarm.Metrics.find((one: Properties) => one.Expression);
  return (...period) => compute(Expression, Object.fromEntries(inputs.map(([id, valueOf]) => [id, valueOf(...period)])));
}

function dimensionsOf(dimensions: Properties[] = []): Record<string, string> {
  return Object.fromEntries(dimensions.map(({ Name, Value: value }) => [Name, value]));
}

function seriesValue(points: readonly Point[], metric: string, dimensions: Record<string, string>, statistic: string): ValueOf {
  const isOwn = (point: Point) => point.metric === metric && Object.entries(dimensions).every(([name, value]) => point.dimensions[name] === value);
  const own = points.filter(isOwn)
    .sort((a, b) => a.time - b.time);
  const known = new Map<string, Value>();
  return (start, end, now) => {
    const key = `${start} ${end}`;
    if (known.has(key)) return known.get(key);
    const inside = own.slice(firstFrom(own, start), firstFrom(own, end));
    const seen = inside.filter(({ published }) => published <= now).map(({ value }) => value);
    const value = aggregate(seen, statistic);
    if (seen.length === inside.length) known.set(key, value); // nothing more comes
    return value;
  };
}

/** The index of the first point at or after a time. */
function firstFrom(points: readonly Point[], time: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1; // eslint-disable-line no-bitwise
    if (points[middle].time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function aggregate(values: number[], statistic: string): Value {
  if (values.length === 0) return undefined;
  if (statistic === 'Sum') return values.reduce((sum, value) => sum + value, 0);
  if (statistic === 'Maximum') return values.reduce((max, value) => Math.max(max, value));
  const percentile = /^p(\d+)$/.exec(statistic);
  if (!percentile) throw new Error(`Unknown statistic ${statistic}`);
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * Number(percentile[1]) / 100) - 1];
}

function breachOf(alarm: Properties, value: Value, { band }: Circumstances): boolean | undefined {
  if (value === undefined) return undefined;
  switch (alarm.ComparisonOperator) {
    case 'GreaterThanOrEqualToThreshold': return value >= alarm.Threshold;
    case 'GreaterThanThreshold': return value > alarm.Threshold;
    case 'GreaterThanUpperThreshold': return value > band!.upper;
    case 'LessThanLowerOrGreaterThanUpperThreshold': return value > band!.upper || value < band!.lower;
    default: throw new Error(`Unknown operator ${alarm.ComparisonOperator}`);
  }
}
