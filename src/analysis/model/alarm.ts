import type { Certainty } from './certainty';
import type { Hearer } from './hearers';
import type { Metric } from '../../facts/metrics';
import type { Resource } from '../template/resource';

/** An alarm that tells of something. */
export interface Alarm {
  readonly resource: Resource;
  /** Whether it looks at the very resource: unknown where its dimensions or its query are. */
  readonly isAbout: Certainty;
  /** Who hears of it. Nobody, if it has no action and no other alarm is made of it. */
  readonly heardBy: readonly Hearer[];
  /** Whether it can go off, and somebody hears of it then. */
  readonly rings: boolean;
  /** Why it is silent, or tells less than it could. */
  readonly flaws: readonly string[];
}

/** Why an alarm on a metric never goes off when something fails. */
export function silencesOf(alarm: Resource, statistic: string | undefined, metric: Metric): string[] {
  const operator = alarm.get('ComparisonOperator').text();
  const [datapoints, periods] = ['DatapointsToAlarm', 'EvaluationPeriods'].map((name) => alarm.get(name).number());
  return [
    ...(metric.absent === 'nothing-failed' && operator !== undefined && /^LessThan/.test(operator) ? ['it goes off when the metric is low'] : []),
    ...(statistic !== undefined && /^(SampleCount|Minimum|min|count)$/i.test(statistic) ? [`the statistic ${statistic} does not count failures`] : []),
    ...(datapoints !== undefined && periods !== undefined && datapoints > periods ? ['`DatapointsToAlarm` is more than `EvaluationPeriods`'] : []),
    ...(alarm.get('ActionsEnabled').boolean() === false ? ['`ActionsEnabled` is false'] : []),
  ];
}

/** Why an alarm on a metric tells less than it could, or too much. */
export function flawsOf(alarm: Resource, metric: Metric): string[] {
  const missing = alarm.get('TreatMissingData');
  const isUnquiet = metric.absent === 'nothing-failed' && (missing.isAbsent() || /^(missing|breaching)$/.test(missing.text() ?? ''));
  return isUnquiet ? ['without data nothing failed, but `TreatMissingData` is not `notBreaching`'] : [];
}
