import { Token, Tokenization } from 'aws-cdk-lib';
import type { Duration } from 'aws-cdk-lib';
import { ValidationError } from '../../private/errors';
import { isWholeSeconds } from '../../private/whole-numbers';

/** The seconds to wait, as text. Fails with `RetryAfterInvalid`. */
export function seconds(retryAfter: Duration): string {
  if (!isWholeSeconds(retryAfter, { min: 1 })) {
    throw new ValidationError('RetryAfterInvalid', `retryAfter must be whole seconds, at least 1, got ${retryAfter.toHumanString()}; HTTP knows no fractions`);
  }
  const value = retryAfter.toSeconds();
  return Token.isUnresolved(value) ? Tokenization.stringifyNumber(value) : `${value}`;
}

/** The static value of a `Retry-After` header. */
export function retryAfterHeader(retryAfter: Duration): string {
  return `'${seconds(retryAfter)}'`;
}
