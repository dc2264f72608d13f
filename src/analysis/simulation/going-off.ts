import type { Attempt } from './timeline';
import type { MetricId } from '../../facts/metrics';
import type { Certainty } from '../model/certainty';
import type { FailurePath, ToldBy } from '../paths/failure-path';
import { ringingAlarms } from '../paths/words';

/** An alarm that tells of one simulated event. */
export interface GoingOff {
  readonly alarm: ToldBy;
  /** Whether this one event is enough for it. */
  readonly goesOff: Certainty;
  /** The seconds after the first attempt within which it does, besides the minute or so that CloudWatch takes. */
  readonly after?: number;
}

/** What counts each attempt, and not the event once. */
const PER_ATTEMPT: readonly MetricId[] = ['functionErrors', 'functionThrottles', 'failedInvokeEvents'];
/** What is measured when the last attempt has failed. */
const AT_THE_END: readonly MetricId[] = ['asyncEventsDropped'];
const AGES: readonly MetricId[] = ['iteratorAge', 'queueOldestMessageAge'];

/** The alarms that one event lets go off, if it is the only one. */
export function alarmsGoingOff(path: FailurePath, attempts: readonly Attempt[], end: number | undefined, isError: boolean): GoingOff[] {
  return ringingAlarms(path).map((alarm) => {
    if (!isError && alarm.metric === 'functionErrors') return { alarm, goesOff: 'no' };
    return { alarm, ...judge(alarm, attempts.length, alarm.tells === 'copy' || AT_THE_END.includes(alarm.metric) ? end : 0) };
  });
}

function judge(alarm: ToldBy, attempts: number, measured: number | undefined): Pick<GoingOff, 'after' | 'goesOff'> {
  const { metric, tells, isAbout, resource } = alarm;
  const threshold = resource.get('Threshold').number();
  const period = resource.get('Period').number();
  const periods = resource.get('DatapointsToAlarm').number() ?? resource.get('EvaluationPeriods').number();
  const operator = resource.get('ComparisonOperator').text();
  const isPlain = resource.get('Metrics').isAbsent() && /^GreaterThan(OrEqualTo)?Threshold$/.test(operator ?? '');
  if (!isPlain || threshold === undefined || period === undefined || periods === undefined) return { goesOff: 'unknown' };
  const needed = operator === 'GreaterThanThreshold' ? Math.floor(threshold) + 1 : Math.ceil(threshold);
  const after = measured === undefined ? undefined : measured + period * periods;
  if (AGES.includes(metric)) return tells === 'copy' && isAbout === 'yes' ? { goesOff: 'yes', after: after === undefined ? undefined : after + needed } : { goesOff: 'unknown' };
  const sum = resource.get('Statistic').text();
  const isCount = sum === 'Sum' || (sum === 'Maximum' && metric === 'queueMessagesVisible');
  const most = PER_ATTEMPT.includes(metric) ? attempts : 1;
  if (!isCount || isAbout !== 'yes') return { goesOff: 'unknown' };
  if (needed > most) return { goesOff: 'no' };
  // A copy waits until somebody takes it; a failure is over after its period.
  return needed <= 1 && (periods === 1 || tells === 'copy') ? { goesOff: 'yes', after } : { goesOff: 'unknown' };
}
