import { Duration, Lazy, Token } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { errorOf } from './support';
import { RetryPolicy } from '../../src/failure/retry-policy';

test('says what it was given', () => {
  const policy = RetryPolicy.of({ retryAttempts: 1, maxEventAge: Duration.hours(1) });

  expect(policy.retryAttempts).toBe(1);
  expect(policy.maxEventAge?.toSeconds()).toBe(3600);
});

test('says nothing of what it was not given', () => {
  expect(RetryPolicy.of({})).toMatchObject({ retryAttempts: undefined, maxEventAge: undefined });
});

test('none means one try', () => {
  expect(RetryPolicy.none().retryAttempts).toBe(0);
});

test('can not be changed', () => {
  expect(Object.isFrozen(RetryPolicy.none())).toBe(true);
});

test('takes any whole number of retries and any age above zero: each service has limits of its own', () => {
  fc.assert(fc.property(fc.nat(), fc.integer({ min: 1 }), (retryAttempts, milliseconds) => {
    const policy = RetryPolicy.of({ retryAttempts, maxEventAge: Duration.millis(milliseconds) });
    return policy.retryAttempts === retryAttempts && policy.maxEventAge?.toMilliseconds() === milliseconds;
  }));
});

test('refuses retries that no service could make: RetryAttemptsInvalid', () => {
  const fractions = fc.double({ min: 0.01, max: 99 }).filter((n) => !Number.isInteger(n));
  const illegal = fc.oneof(fc.integer({ max: -1 }), fractions, fc.constantFrom(NaN, Infinity));
  fc.assert(fc.property(illegal, (retryAttempts) =>
    // CDK tells tokens from numbers by a range of very low ones
    Token.isUnresolved(retryAttempts) || errorOf(() => RetryPolicy.of({ retryAttempts }))?.name === 'RetryAttemptsInvalid'));
});

test('refuses an age of zero: MaxEventAgeInvalid', () => {
  expect(errorOf(() => RetryPolicy.of({ maxEventAge: Duration.seconds(0) }))?.name).toBe('MaxEventAgeInvalid');
});

test('does not take tokens for numbers', () => {
  const token = Lazy.number({ produce: () => -1 });

  expect(() => RetryPolicy.of({ retryAttempts: token, maxEventAge: Duration.seconds(token) })).not.toThrow();
});
