import { Duration, Lazy, Token } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { errorOf } from './support';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
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

test('takes the mark that jsii sets on it for other languages', () => {
  expect(Object.isExtensible(RetryPolicy.none())).toBe(true);
});

test('takes any whole number of retries and of seconds above zero: each service has limits of its own', () => {
  fc.assert(fc.property(fc.nat(), fc.integer({ min: 1 }), (retryAttempts, seconds) => {
    const policy = RetryPolicy.of({ retryAttempts, maxEventAge: Duration.seconds(seconds) });
    return policy.retryAttempts === retryAttempts && policy.maxEventAge?.toSeconds() === seconds;
  }));
});

test('refuses retries that no service could make: RetryAttemptsInvalid', () => {
  const fractions = fc.double({ min: 0.01, max: 99 }).filter((n) => !Number.isInteger(n));
  const illegal = fc.oneof(fc.integer({ max: -1 }), fractions, fc.constantFrom(NaN, Infinity));
  fc.assert(fc.property(illegal, (retryAttempts) =>
    // CDK tells tokens from numbers by a range of very low ones
    Token.isUnresolved(retryAttempts) || errorOf(() => RetryPolicy.of({ retryAttempts }))?.name === 'RetryAttemptsInvalid'));
});

test.each([Duration.seconds(0), Duration.seconds(60.5), Duration.millis(90_500)])('refuses an age of %s: MaxEventAgeInvalid', (maxEventAge) => {
  expect(errorOf(() => RetryPolicy.of({ maxEventAge }))).toMatchObject({ name: 'MaxEventAgeInvalid', message: expect.stringContaining(`whole seconds, at least 1, got ${maxEventAge.toHumanString()}`) });
});

test('does not take tokens for numbers', () => {
  const token = Lazy.number({ produce: () => -1 });

  expect(() => RetryPolicy.of({ retryAttempts: token, maxEventAge: Duration.seconds(token) })).not.toThrow();
});

describe('for the errors of a catalogue', () => {
  const options = { retryAttempts: 1, maxEventAge: Duration.minutes(5) };
  const [gone, busy] = [ErrorDefinition.client('Gone'), ErrorDefinition.temporary('Busy', { retryAfter: Duration.minutes(2) })];

  test('it is the policy asked for where one of them passes, and none where none does', () => {
    expect(RetryPolicy.forErrors(ErrorCatalog.of(gone, busy), options)).toEqual(RetryPolicy.of(options));
    expect(RetryPolicy.forErrors(ErrorCatalog.of(busy))).toEqual(RetryPolicy.of({}));
    expect(RetryPolicy.forErrors(ErrorCatalog.of(gone), options)).toEqual(RetryPolicy.none());
    expect(RetryPolicy.forErrors(ErrorCatalog.of(), options)).toEqual(RetryPolicy.none());
  });

  test('MaxEventAgeTooShort: an event is not given up before trying again can help', () => {
    const forBusy = (maxEventAge: Duration) => () => RetryPolicy.forErrors(ErrorCatalog.of(busy), { maxEventAge });
    expect(forBusy(Duration.minutes(2))).toThrow(expect.objectContaining({ name: 'MaxEventAgeTooShort', message: expect.stringContaining('the retryAfter of Busy (2 minutes), got 2 minutes') }));
    expect(forBusy(Duration.seconds(121))).not.toThrow();
    expect(forBusy(Duration.seconds(Token.asNumber({ Ref: 'Age' })))).not.toThrow();
  });

  test('what is illegal everywhere is refused first', () => {
    expect(() => RetryPolicy.forErrors(ErrorCatalog.of(), { retryAttempts: -1 })).toThrow(expect.objectContaining({ name: 'RetryAttemptsInvalid' }));
  });
});
