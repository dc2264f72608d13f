import type { Metric } from '../../facts/metrics';
import type { Resource } from '../template/resource';
import type { Certainty } from './certainty';
import type { Hearer } from './hearers';

/** An alarm that tells of something. */
export interface Alarm {
  readonly resource: Resource;
  /** Whether it looks at the very resource: unknown where its dimensions or its query are. */
  readonly isAbout: Certainty;
  /** Who hears of it. Nobody, if it has no action and no other alarm is made of it. */
  readonly heardBy: readonly Hearer[];
  /** Why it may be silent, or cry for nothing. */
  readonly flaws: readonly string[];
}

/** Why an alarm on a metric may be silent when it should not be, or the other way round. */
export function flawsOf(alarm: Resource, statistic: string | undefined, metric: Metric): string[] {
  const operator = alarm.get('ComparisonOperator').text();
  const missing = alarm.get('TreatMissingData');
  const datapoints = alarm.get('DatapointsToAlarm').number();
  const periods = alarm.get('EvaluationPeriods').number();
  return [
    ...(metric.absent === 'nothing-failed' && operator !== undefined && /^LessThan/.test(operator) ? ['it goes off when the metric is low'] : []),
    ...(metric.absent === 'nothing-failed' && (missing.isAbsent() || /^(missing|breaching)$/.test(missing.text() ?? '')) ? ['missing data means that nothing failed: `TreatMissingData` must be `notBreaching`'] : []),
    ...(statistic !== undefined && /^(SampleCount|Minimum|min|count)$/i.test(statistic) ? [`the statistic ${statistic} does not count failures`] : []),
    ...(datapoints !== undefined && periods !== undefined && datapoints > periods ? ['`DatapointsToAlarm` is more than `EvaluationPeriods`'] : []),
    ...(alarm.get('ActionsEnabled').boolean() === false ? ['`ActionsEnabled` is false'] : []),
  ];
}
