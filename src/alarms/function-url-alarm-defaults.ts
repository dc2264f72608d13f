import type { AlarmDefault } from './alarm-defaults';
import { AlarmSeverity } from './alarm-severity';
import { METRICS } from '../facts/metrics';

/** A single answer in the last five minutes. */
const ANY = { threshold: 1, evaluationPeriods: 5, severity: AlarmSeverity.WARNING, perQualifier: false } as const;

/** The alarms of a function URL. Whoever called was told, so they are warnings. */
export const FUNCTION_URL_ALARMS = {
  serverErrors: {
    ...ANY,
    method: 'serverErrors',
    id: 'ServerErrorsAlarm',
    metric: METRICS.functionUrlServerErrors,
    description: 'The URL of function {name} answered with a 5xx status: its code failed or timed out, gave a malformed answer, or answered so itself. Look in the log group of the function.',
  },
  clientErrors: {
    ...ANY,
    method: 'clientErrors',
    id: 'ClientErrorsAlarm',
    metric: METRICS.functionUrlClientErrors,
    description: 'The URL of function {name} answered with a 4xx status: 429 where it was throttled, 403 where a permission is missing, or whatever its code answered. Compare with Throttles, and check the policy of the function.',
  },
  requestLatency: {
    ...ANY,
    method: 'requestLatency',
    id: 'RequestLatencyAlarm',
    metric: METRICS.functionUrlLatency,
    threshold: 'given',
    description: 'The URL of function {name} took long to answer. Look at Duration and Init Duration of the function, and at what its code waits for.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a function URL. */
export type FunctionUrlAlarmName = keyof typeof FUNCTION_URL_ALARMS;
