import { Token, Tokenization } from 'aws-cdk-lib';
import type { Duration } from 'aws-cdk-lib';
import { ValidationError } from '../../private/errors';

/** The seconds to wait, as text. Fails with `RetryAfterInvalid`. */
export function seconds(retryAfter: Duration): string {
  const value = retryAfter.toSeconds({ integral: false });
  if (Token.isUnresolved(value)) return Tokenization.stringifyNumber(value);
  if (Number.isInteger(value) && value >= 1) return `${value}`;
  throw new ValidationError('RetryAfterInvalid', `retryAfter must be whole seconds, at least 1, got ${retryAfter.toHumanString()}; HTTP knows no fractions`);
}

/** The static value of a `Retry-After` header. */
export function retryAfterHeader(retryAfter: Duration): string {
  return `'${seconds(retryAfter)}'`;
}
