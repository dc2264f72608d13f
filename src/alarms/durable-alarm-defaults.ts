import type { AlarmDefault } from './alarm-defaults';
import { AlarmSeverity } from './alarm-severity';
import { METRICS } from '../facts/metrics';

/** A single execution in the last five minutes. AWS documents no dimensions: those of functions were seen. */
const ANY = { threshold: 1, evaluationPeriods: 5, perQualifier: false } as const;

/** The alarms of a durable function, whose `Errors` count replays and miss executions. */
export const DURABLE_ALARMS = {
  durableExecutionsFailed: {
    ...ANY,
    method: 'durableExecutionsFailed',
    id: 'DurableExecutionsFailedAlarm',
    metric: METRICS.durableExecutionFailed,
    severity: AlarmSeverity.CRITICAL,
    description: 'A durable execution of function {name} failed for good, after the retries of its steps. Look for the step and its error in the history of the execution. The event that started it is in the dead-letter queue if it came asynchronously.',
  },
  durableExecutionsTimedOut: {
    ...ANY,
    method: 'durableExecutionsTimedOut',
    id: 'DurableExecutionsTimedOutAlarm',
    metric: METRICS.durableExecutionTimedOut,
    severity: AlarmSeverity.CRITICAL,
    description: 'A durable execution of function {name} passed its execution timeout and was given up. Look in the history of the execution for what it waited for. The event that started it is in the dead-letter queue if it came asynchronously.',
  },
  durableExecutionsStopped: {
    ...ANY,
    method: 'durableExecutionsStopped',
    id: 'DurableExecutionsStoppedAlarm',
    metric: METRICS.durableExecutionStopped,
    severity: AlarmSeverity.WARNING,
    description: 'Somebody stopped a durable execution of function {name} before its end. Look in CloudTrail for who called StopDurableExecution, and start it anew if its work is still to be done.',
  },
} as const satisfies Record<string, AlarmDefault>;
