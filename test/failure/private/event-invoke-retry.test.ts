import { Duration, Lazy } from 'aws-cdk-lib';
import { eventInvokeRetry } from '../../../src/failure/private/event-invoke-retry';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { l1Function, testStack } from '../../support';
import { errorOf } from '../support';

const fn = l1Function(testStack());

test.each([0, 1, 2])('Lambda retries %d times', (retryAttempts) => {
  expect(eventInvokeRetry(RetryPolicy.of({ retryAttempts }), fn)).toEqual({ maximumRetryAttempts: retryAttempts });
});

test.each([Duration.seconds(60), Duration.hours(6)])('Lambda keeps an event for %s', (maxEventAge) => {
  expect(eventInvokeRetry(RetryPolicy.of({ maxEventAge }), fn)).toEqual({ maximumEventAgeInSeconds: maxEventAge.toSeconds() });
});

test('says what is asked, what is allowed and where: AsyncRetryAttemptsOutOfRange', () => {
  const error = errorOf(() => eventInvokeRetry(RetryPolicy.of({ retryAttempts: 3 }), fn));

  expect(error?.name).toBe('AsyncRetryAttemptsOutOfRange');
  expect(error?.message).toMatch(/^retryAttempts of the asynchronous invocation must be from 0 to 2, got 3:.*\(construct: Stack\/L1\)$/);
});

test.each([Duration.seconds(59), Duration.hours(7)])('says what is asked, what is allowed and where for %s: AsyncMaxEventAgeOutOfRange', (maxEventAge) => {
  const error = errorOf(() => eventInvokeRetry(RetryPolicy.of({ maxEventAge }), fn));

  expect(error?.name).toBe('AsyncMaxEventAgeOutOfRange');
  expect(error?.message).toMatch(/from 60 to 21600 seconds \(6 hours\), got \d+ seconds.*Stack\/L1/);
});

test('does not take tokens for numbers', () => {
  const token = Lazy.number({ produce: () => 99 });

  expect(eventInvokeRetry(RetryPolicy.of({ retryAttempts: token }), fn).maximumRetryAttempts).toBe(token);
  expect(() => eventInvokeRetry(RetryPolicy.of({ maxEventAge: Duration.seconds(token) }), fn)).not.toThrow();
});
