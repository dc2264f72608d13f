import { Duration, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { isWholeNumber } from '../../private/whole-numbers';
import { DATAPOINTS, PERIOD, TIMEOUT_MARGIN, type AlarmDefault } from '../alarm-defaults';
import type { AlarmOptions } from '../alarm-options';

/** The periods of high-resolution alarms. CloudWatch takes 20 too, CDK doesn't. */
const SUB_MINUTE = [10, 30];
const HOUR = 3_600;
const DEFAULT_PERIOD = Duration.seconds(PERIOD);

/** Which periods an alarm looks at. */
export interface AlarmWindow {
  readonly period: Duration;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
}

/** How many periods cover an invocation of that many seconds until its error is published. */
export function periodsCovering(timeout: number, period: number): number {
  return Math.ceil((timeout + TIMEOUT_MARGIN) / period);
}

/** Fills and checks the window. `defaultPeriods` says how many periods of so many seconds are looked at when nothing is given. */
export function alarmWindow(
  defaults: Pick<AlarmDefault, 'method' | 'period' | 'datapointsToAlarm'>, options: AlarmOptions, defaultPeriods: (period: number) => number, scope: IConstruct,
): AlarmWindow {
  const { method } = defaults;
  const period = options.period ?? (defaults.period === undefined ? DEFAULT_PERIOD : Duration.seconds(defaults.period));
  const seconds = period.isUnresolved() ? undefined : period.toSeconds({ integral: false });
  const evaluationPeriods = options.evaluationPeriods ?? defaultPeriods(seconds ?? PERIOD);
  const datapointsToAlarm = options.datapointsToAlarm ?? defaultDatapoints(defaults.datapointsToAlarm, evaluationPeriods);

  if (seconds !== undefined) checkPeriod(method, seconds, scope);
  checkEvaluationPeriods(method, evaluationPeriods, scope);
  checkDatapoints(method, datapointsToAlarm, evaluationPeriods, scope);
  if (seconds !== undefined) checkLength(method, seconds, evaluationPeriods, scope);
  return { period, evaluationPeriods, datapointsToAlarm };
}

/** As many as there are periods, at most. */
function defaultDatapoints(wanted: number = DATAPOINTS, evaluationPeriods: number): number {
  return Token.isUnresolved(evaluationPeriods) ? DATAPOINTS : Math.min(wanted, evaluationPeriods);
}

/** Whether a period is finer than AWS services publish. */
export function isBelowResolution({ period }: AlarmWindow): boolean {
  return !period.isUnresolved() && period.toSeconds() < PERIOD;
}

function checkPeriod(method: string, seconds: number, scope: IConstruct): void {
  if (SUB_MINUTE.includes(seconds) || (seconds >= LIMITS.alarmPeriod.min && seconds % PERIOD === 0)) return;
  throw new ValidationError('AlarmPeriodInvalid',
    `period of ${method}() must be ${SUB_MINUTE.join(' or ')} seconds, or a multiple of ${PERIOD} seconds, got ${seconds} seconds: use Duration.minutes()`, scope);
}

function checkEvaluationPeriods(method: string, value: number, scope: IConstruct): void {
  if (isWholeNumber(value, { min: 1 })) return;
  throw new ValidationError('AlarmEvaluationPeriodsInvalid',
    `evaluationPeriods of ${method}() must be an integer from 1, got ${value}`, scope);
}

function checkDatapoints(method: string, value: number, evaluationPeriods: number, scope: IConstruct): void {
  const max = Token.isUnresolved(evaluationPeriods) ? Infinity : evaluationPeriods;
  if (isWholeNumber(value, { min: 1, max })) return;
  throw new ValidationError('AlarmDatapointsOutOfRange',
    `datapointsToAlarm of ${method}() must be an integer from 1 to evaluationPeriods (${max}), got ${value}: `
    + 'raise evaluationPeriods or lower datapointsToAlarm', scope);
}

function checkLength(method: string, seconds: number, evaluationPeriods: number, scope: IConstruct): void {
  const { max } = seconds < HOUR ? LIMITS.alarmWindow : LIMITS.alarmLongWindow;
  if (Token.isUnresolved(evaluationPeriods) || seconds * evaluationPeriods <= max) return;
  throw new ValidationError('AlarmWindowTooLong',
    `period × evaluationPeriods of ${method}() must be at most ${max} seconds (${LIMITS.alarmWindow.max} for periods below an hour, `
    + `${LIMITS.alarmLongWindow.max} for longer ones), got ${seconds} × ${evaluationPeriods} = ${seconds * evaluationPeriods}`, scope);
}
