import type { AlarmDefault } from './alarm-defaults';
import { AlarmSeverity } from './alarm-severity';
import { FUNCTION_TREND_ALARMS } from './function-trend-alarm-defaults';
import { METRICS } from '../facts/metrics';

const FIVE_MINUTES = 300;

/** The alarms of all functions of an account in a region together. */
export const ACCOUNT_ALARMS = {
  claimedConcurrency: {
    method: 'claimedConcurrency',
    id: 'ClaimedConcurrencyAlarm',
    metric: METRICS.claimedAccountConcurrency,
    threshold: 90,
    // As AWS recommends: a peak of minutes is told by throttles, this tells that the quota gets too small.
    evaluationPeriods: 10,
    datapointsToAlarm: 10,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'The functions of account {name} claim nearly all of its Lambda concurrency, and are soon throttled. Look for a function with many ConcurrentExecutions, lower reserved or provisioned concurrency that is not used, or ask for a higher quota.',
  },
  errorRate: {
    method: 'errorRate',
    id: 'AccountErrorRateAlarm',
    metric: METRICS.functionErrors,
    rate: FUNCTION_TREND_ALARMS.errorRate.rate,
    threshold: 5,
    period: FIVE_MINUTES,
    evaluationPeriods: 4,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'An unusual part of the invocations of all functions of account {name} failed. Look for the functions with most errors, and for what they have in common.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of an account. */
export type AccountAlarmName = keyof typeof ACCOUNT_ALARMS;
