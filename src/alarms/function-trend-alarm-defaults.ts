import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmDefault } from './alarm-defaults';
import { AlarmSeverity } from './alarm-severity';
import { METRICS } from '../facts/metrics';

const FIVE_MINUTES = 300;

/** At this part of a function's timeout an invocation is near it. */
export const NEAR_TIMEOUT_RATIO = 0.9;

/** The part of a function's maximum event age after which an event is old. */
export const OLD_EVENT_RATIO = 0.5;

/** After an hour in seconds an event is old, whatever the function allows. */
export const OLD_EVENT = 3_600;

/** With fewer invocations in a period a rate of errors says nothing: at 5 % this takes at least two errors. */
export const MINIMUM_INVOCATIONS = 40;

/** How many standard deviations are usual: what CloudWatch's console proposes. */
export const STANDARD_DEVIATIONS = 2;

const ANY = { threshold: 1, evaluationPeriods: 5, perQualifier: true } as const;

/** A band is learnt from days of data, and a few minutes outside of it are nothing: a quarter of an hour in a row is. */
const ANOMALY = { threshold: 'band', period: FIVE_MINUTES, evaluationPeriods: 3, datapointsToAlarm: 3, severity: AlarmSeverity.WARNING, perQualifier: true } as const;

/** The alarms of a function that tell less of a failure than of what comes before it. None of them is recommended for every function. */
export const FUNCTION_TREND_ALARMS = {
  errorRate: {
    method: 'errorRate',
    id: 'ErrorRateAlarm',
    metric: METRICS.functionErrors,
    rate: { of: METRICS.functionInvocations, minimum: MINIMUM_INVOCATIONS },
    threshold: 5,
    period: FIVE_MINUTES,
    evaluationPeriods: 'timeout',
    severity: AlarmSeverity.WARNING,
    perQualifier: true,
    description: 'An unusual part of the invocations of function {name} failed. Look for the errors in its log group and traces, and for a deployment at the time they began.',
  },
  duration: {
    method: 'duration',
    id: 'DurationAlarm',
    metric: METRICS.functionDuration,
    threshold: 'timeout',
    evaluationPeriods: 'timeout',
    severity: AlarmSeverity.WARNING,
    perQualifier: true,
    description: 'An invocation of function {name} took nearly as long as its timeout allows. Look in its traces for what it waits for, before invocations time out.',
  },
  asyncEventAge: {
    method: 'asyncEventAge',
    id: 'AsyncEventAgeAlarm',
    metric: METRICS.asyncEventAge,
    threshold: 'event-age',
    evaluationPeriods: 5,
    severity: AlarmSeverity.WARNING,
    perQualifier: false, // undocumented for aliases and versions
    description: 'Asynchronous events of function {name} waited long until the function got them, and are given up when they get too old. Look at Errors, Throttles and the concurrency of the function.',
  },
  recursiveInvocationsDropped: {
    ...ANY,
    method: 'recursiveInvocationsDropped',
    id: 'RecursiveInvocationsDroppedAlarm',
    metric: METRICS.recursiveInvocationsDropped,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false,
    description: 'Lambda stopped function {name}, because it invokes itself in a loop. Look for where it sends events that lead back to it. The event is in its failure destination or dead-letter queue if it has one.',
  },
  provisionedConcurrencySpillover: {
    ...ANY,
    method: 'provisionedConcurrencySpillover',
    id: 'ProvisionedConcurrencySpilloverAlarm',
    metric: METRICS.provisionedConcurrencySpillover,
    severity: AlarmSeverity.WARNING,
    description: 'Invocations of function {name} found its provisioned concurrency in use, and had a cold start. Compare ProvisionedConcurrencyUtilization with what is provisioned.',
  },
  durationAnomaly: {
    ...ANOMALY,
    method: 'durationAnomaly',
    id: 'DurationAnomalyAlarm',
    metric: METRICS.functionDuration,
    description: 'Function {name} takes longer than it usually does at this time. Look in its traces for what it waits for, and for a deployment at the time it began.',
  },
  invocationsAnomaly: {
    ...ANOMALY,
    method: 'invocationsAnomaly',
    id: 'InvocationsAnomalyAlarm',
    metric: METRICS.functionInvocations,
    treatMissingData: TreatMissingData.BREACHING,
    description: 'Function {name} is invoked more or less often than it usually is at this time. Look at what invokes it: whether it stopped, cannot reach the function, or loops.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm on a trend of a function. */
export type FunctionTrendAlarmName = keyof typeof FUNCTION_TREND_ALARMS;
