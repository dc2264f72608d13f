import { Duration, Lazy } from 'aws-cdk-lib';
import { checkRecordAge, checkRetryAttempts, mappingRetry } from '../../../src/event-source/private/mapping-retry';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { errorOf } from '../../failure/support';
import { testStack } from '../../support';
import { mappingOf } from '../support';

const mapping = mappingOf(testStack(), 'kinesis');

test.each([0, 1, 10_000])('a mapping retries %d times', (retryAttempts) => {
  expect(mappingRetry(RetryPolicy.of({ retryAttempts }), mapping)).toEqual({ maximumRetryAttempts: retryAttempts });
});

test.each([Duration.seconds(60), Duration.days(7)])('a mapping tries a record for %s', (maxEventAge) => {
  expect(mappingRetry(RetryPolicy.of({ maxEventAge }), mapping)).toEqual({ maximumRecordAgeInSeconds: maxEventAge.toSeconds() });
});

test('says what is asked, what is allowed and where: EventSourceRetryAttemptsOutOfRange', () => {
  expect(errorOf(() => mappingRetry(RetryPolicy.of({ retryAttempts: 10_001 }), mapping))).toMatchObject({
    name: 'EventSourceRetryAttemptsOutOfRange',
    message: expect.stringMatching(/^retryAttempts of the event source mapping must be from 0 to 10000, got 10001.*Stack\/Mapping/),
  });
});

test.each([59, 604_801])('says what is asked, what is allowed and where for %d seconds: EventSourceRecordAgeOutOfRange', (seconds) => {
  expect(errorOf(() => mappingRetry(RetryPolicy.of({ maxEventAge: Duration.seconds(seconds) }), mapping))).toMatchObject({
    name: 'EventSourceRecordAgeOutOfRange', message: expect.stringContaining(`from 60 to 604800 seconds (7 days), got ${seconds} seconds`),
  });
});

test('names what was set by its own name', () => {
  expect(errorOf(() => checkRetryAttempts('MaximumRetryAttempts', -2, mapping))?.message).toMatch(/^MaximumRetryAttempts must be/);
  expect(errorOf(() => checkRecordAge('MaximumRecordAgeInSeconds', 0, mapping))?.message).toMatch(/^MaximumRecordAgeInSeconds must be/);
});

test('does not take tokens for numbers', () => {
  const token = Lazy.number({ produce: () => 99_999 });

  expect(mappingRetry(RetryPolicy.of({ retryAttempts: token }), mapping).maximumRetryAttempts).toBe(token);
  expect(() => mappingRetry(RetryPolicy.of({ maxEventAge: Duration.seconds(token) }), mapping)).not.toThrow();
});
