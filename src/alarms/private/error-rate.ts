import { Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AlarmMath } from './alarm-metric';
import { METRICS } from '../../facts/metrics';
import { ValidationError } from '../../private/errors';

/** The part of invocations that failed, in percent; 0 below so many of them. Where nothing was invoked, there is no data. */
export function errorRate(minimum: number): AlarmMath {
  return {
    expression: `IF(invocations >= ${Tokenization.stringifyNumber(minimum)}, 100 * errors / invocations, 0)`,
    metrics: { errors: { metric: METRICS.functionErrors }, invocations: { metric: METRICS.functionInvocations } },
  };
}

/** A threshold in percent, if that can be reached. */
export function checkedRate(method: string, value: number, scope: IConstruct): number {
  if (Token.isUnresolved(value) || !(value > 100)) return value;
  throw new ValidationError('AlarmThresholdUnreachable',
    `threshold of ${method}() must be at most 100, because it is a part in percent, got ${value}: lower it`, scope);
}

/** How many invocations a rate needs, if that is a number that can be. */
export function checkedMinimum(method: string, value: number, scope: IConstruct): number {
  if (Token.isUnresolved(value) || (Number.isInteger(value) && value >= 1)) return value;
  throw new ValidationError('AlarmMinimumInvocationsInvalid',
    `minimumInvocations of ${method}() must be an integer from 1, got ${value}: use 1 to let every invocation count`, scope);
}
