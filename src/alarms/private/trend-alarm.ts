import { Token, type Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../../private/errors';
import { settingOf } from '../../private/settings';
import type { AlarmDefault } from '../alarm-defaults';
import type { CountAlarmOptions, RateAlarmOptions } from '../alarm-options';
import { FUNCTION_TREND_ALARMS, STANDARD_DEVIATIONS, type FunctionTrendAlarmName } from '../function-trend-alarm-defaults';
import type { AnomalyAlarmOptions, DurationAlarmOptions, EventAgeAlarmOptions } from '../trend-alarm-options';
import { makeAlarm } from './alarm-factory';
import type { AlarmMath } from './alarm-metric';
import { checkedRate, rateMath } from './error-rate';
import { functionRequest, functionView } from './function-alarm';
import type { FunctionSubject } from './function-subject';
import { canHaveProvisionedConcurrency } from './provisioned-concurrency';
import { eventAgeThreshold, nearTimeout } from './trend-thresholds';

/** How an alarm on a trend is asked for. */
export type TrendAlarmOrder =
  | { readonly name: 'errorRate'; readonly options: RateAlarmOptions }
  | { readonly name: 'duration'; readonly options: DurationAlarmOptions }
  | { readonly name: 'asyncEventAge'; readonly options: EventAgeAlarmOptions }
  | { readonly name: 'recursiveInvocationsDropped' | 'provisionedConcurrencySpillover'; readonly options: CountAlarmOptions }
  | { readonly name: 'durationAnomaly' | 'invocationsAnomaly'; readonly options: AnomalyAlarmOptions };

/** Makes one alarm on a trend of a function. */
export function makeTrendAlarm(subject: FunctionSubject, scope: IConstruct | undefined, order: TrendAlarmOrder): cloudwatch.CfnAlarm {
  assertCanFire(subject, order.name);
  const defaults: AlarmDefault = FUNCTION_TREND_ALARMS[order.name];
  return makeAlarm({
    ...functionRequest(functionView(subject, scope), { name: order.name, defaults }),
    options: order.options,
    recommended: false,
    threshold: thresholdOf(subject, order, scope ?? subject.home),
    math: mathOf(order, scope ?? subject.home),
  }, scope);
}

function assertCanFire({ resource, home, ...subject }: FunctionSubject, name: FunctionTrendAlarmName): void {
  if (name === 'recursiveInvocationsDropped' && resource && settingOf(resource, 'RecursiveLoop') === 'Allow') {
    throw new ValidationError('RecursiveInvocationsDroppedCannotFire',
      'recursiveInvocationsDropped() can never fire, because recursiveLoop of the function is Allow, and Lambda stops no loop: set it to Terminate, or leave the alarm out', home);
  }
  if (name === 'provisionedConcurrencySpillover' && !canHaveProvisionedConcurrency({ resource, home, ...subject })) {
    throw new ValidationError('ProvisionedConcurrencySpilloverCannotFire',
      `provisionedConcurrencySpillover() can never fire, because ${subject.qualifier ? 'the alias or version' : 'no alias or version of the function'} has provisioned concurrency: `
      + 'set provisionedConcurrentExecutions before, or leave the alarm out', home);
  }
}

function thresholdOf(subject: FunctionSubject, order: TrendAlarmOrder, scope: IConstruct): number | undefined {
  switch (order.name) {
    case 'errorRate': return checkedRate(order.name, order.options.threshold ?? FUNCTION_TREND_ALARMS.errorRate.threshold, scope);
    case 'duration': return nearTimeout(subject, order.options.threshold);
    case 'asyncEventAge': return milliseconds(eventAgeThreshold(subject, order.options.threshold));
    case 'durationAnomaly':
    case 'invocationsAnomaly': return undefined;
    default: return order.options.threshold ?? FUNCTION_TREND_ALARMS[order.name].threshold;
  }
}

function milliseconds(duration: Duration): number {
  return duration.toMilliseconds({ integral: false });
}

function mathOf(order: TrendAlarmOrder, scope: IConstruct): AlarmMath | undefined {
  switch (order.name) {
    case 'errorRate': return rateMath(FUNCTION_TREND_ALARMS.errorRate, order.options, scope);
    case 'durationAnomaly': return band(order, 'p90', cloudwatch.ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD, scope);
    case 'invocationsAnomaly': return band(order, undefined, cloudwatch.ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD, scope);
    default: return undefined;
  }
}

function band(
  { name, options: { standardDeviations = STANDARD_DEVIATIONS } }: { name: FunctionTrendAlarmName; options: AnomalyAlarmOptions },
  statistic: string | undefined, outside: cloudwatch.ComparisonOperator, scope: IConstruct,
): AlarmMath {
  if (!Token.isUnresolved(standardDeviations) && !(standardDeviations > 0 && Number.isFinite(standardDeviations))) {
    throw new ValidationError('AlarmThresholdOutOfRange',
      `standardDeviations of ${name}() must be a number above 0, got ${standardDeviations}: use ${STANDARD_DEVIATIONS}, or more for a wider band`, scope);
  }
  const { metric } = FUNCTION_TREND_ALARMS[name];
  return { expression: `ANOMALY_DETECTION_BAND(watched, ${standardDeviations})`, metrics: { watched: { metric, statistic } }, outside };
}
