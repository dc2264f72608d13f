import { Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AlarmMath } from './alarm-metric';
import { ValidationError } from '../../private/errors';
import { isWholeNumber } from '../../private/whole-numbers';
import type { AlarmDefault } from '../alarm-defaults';
import type { RateAlarmOptions } from '../alarm-options';

/** An alarm on a rate. */
export type RateDefault = AlarmDefault & Required<Pick<AlarmDefault, 'rate'>>;

/** What an alarm on a rate computes. */
export function rateMath({ method, metric, rate }: RateDefault, { minimumRequests }: RateAlarmOptions, scope: IConstruct): AlarmMath {
  const minimum = checkedMinimum(method, minimumRequests ?? rate.minimum, scope);
  return { expression: rateExpression(minimum), metrics: { failed: { metric }, all: { metric: rate.of } } };
}

/** The part that failed, in percent; 0 below so many of all. Where there was nothing, there is no data. */
export function rateExpression(minimum: number): string {
  return `IF(all >= ${Tokenization.stringifyNumber(minimum)}, 100 * FILL(failed, 0) / all, 0)`;
}

/** A threshold in percent, if that can be reached. */
export function checkedRate(method: string, value: number, scope: IConstruct): number {
  if (Token.isUnresolved(value) || !(value > 100)) return value;
  throw new ValidationError('AlarmThresholdUnreachable',
    `threshold of ${method}() must be at most 100, because it is a part in percent, got ${value}: lower it`, scope);
}

/** How many requests a rate needs, if that is a number that can be. */
export function checkedMinimum(method: string, value: number, scope: IConstruct): number {
  if (isWholeNumber(value, { min: 1 })) return value;
  throw new ValidationError('AlarmMinimumRequestsOutOfRange',
    `minimumRequests of ${method}() must be an integer from 1, got ${value}: use 1 to let every request count`, scope);
}
