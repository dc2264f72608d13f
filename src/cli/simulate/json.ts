import { hearerNames, keptTexts, type Simulation } from '../../analysis';
import { METRICS } from '../../facts';
import { placeOf } from '../report/place';

/** A simulation as data. Seconds count from the first attempt. */
export function simulationJson({ path, cause, attempts, answer, alarms }: Simulation): object {
  const { trigger, verdict, isUnavoidable, heard, findings } = path;
  return {
    version: 1,
    function: placeOf(trigger.fn),
    invoker: trigger.invoker,
    by: placeOf(trigger.by),
    state: trigger.state,
    failure: cause.id,
    error: cause.error,
    verdict,
    isUnavoidable,
    keptIn: keptTexts(path),
    attempts,
    attemptCount: path.attempts.count,
    givenUpAfter: path.attempts.within,
    answer,
    alarms: alarms.map(({ alarm, goesOff, after }) => ({
      alarm: placeOf(alarm.resource), metric: METRICS[alarm.metric].name, goesOff, after, heardBy: [...new Set(alarm.heardBy.flatMap(hearerNames))],
    })),
    heard,
    troubles: findings.map(({ id, effect, text, fix, at }) => ({ id, effect, text, fix, at: at && placeOf(at) })),
  };
}
