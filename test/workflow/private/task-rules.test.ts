import { CfnParameter, Duration } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { LIMITS } from '../../../src/facts/limits';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { taskRules } from '../../../src/workflow/private/task-rules';
import { testStack } from '../../support';
import { CALL, CATALOG, RUN } from '../support';

test('errors of Lambda that pass are retried, those that cut the function off less often', () => {
  const { never, passing, resultPath } = taskRules({});

  expect(never).toBeUndefined();
  expect(passing.map(({ ErrorEquals, MaxAttempts }) => [ErrorEquals, MaxAttempts])).toEqual([[CALL, 6], [RUN, 2]]);
  expect(resultPath).toBe('$.error');
});

test('errors of the catalogue go by their category', () => {
  const { never, passing } = taskRules({ catalog: CATALOG });

  expect(never).toEqual({ ErrorEquals: ['LedgerCorrupt', 'OrderNotFound'], MaxAttempts: 0 });
  expect(passing[2].ErrorEquals).toEqual(['StockBusy']);
});

test('any legal policy and delay give retriers that Step Functions takes', () => {
  const { retrierAttempts, retrierMaxDelay } = LIMITS;

  fc.assert(fc.property(fc.nat(retrierAttempts.max), fc.integer({ min: retrierMaxDelay.min, max: retrierMaxDelay.max }), (retryAttempts, seconds) => {
    const retryPolicy = RetryPolicy.of({ retryAttempts });
    for (const retrier of taskRules({ catalog: CATALOG, retryPolicy, maxDelay: Duration.seconds(seconds) }).passing) {
      expect(retrier.MaxAttempts).toBe(retryAttempts);
      expect(retrier.IntervalSeconds).toBeGreaterThanOrEqual(1);
      expect(retrier.IntervalSeconds).toBeLessThanOrEqual(seconds);
      expect(retrier.MaxDelaySeconds ?? Infinity).toBeGreaterThan(retrier.IntervalSeconds!);
      expect(retrier.BackoffRate).toBeGreaterThanOrEqual(1);
    }
  }));
});

test('numbers that are tokens are taken', () => {
  const stack = testStack();
  const [attempts, delay] = ['Attempts', 'Delay'].map((id) => new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber);

  const [retrier] = taskRules({ retryPolicy: RetryPolicy.of({ retryAttempts: attempts }), maxDelay: Duration.seconds(delay) }).passing;

  expect(stack.resolve([retrier.MaxAttempts, retrier.MaxDelaySeconds])).toEqual([{ Ref: 'Attempts' }, { Ref: 'Delay' }]);
});

test.each<[string, Parameters<typeof taskRules>[0]]>([
  ['TaskRetryAttemptsOutOfRange', { retryPolicy: RetryPolicy.of({ retryAttempts: 100_000_000 }) }],
  ['TaskMaxEventAgeUnsupported', { retryPolicy: RetryPolicy.of({ maxEventAge: Duration.hours(1) }) }],
  ['TaskMaxDelayOutOfRange', { maxDelay: Duration.millis(1_500) }],
  ['TaskMaxDelayOutOfRange', { maxDelay: Duration.seconds(0) }],
  ['TaskMaxDelayOutOfRange', { maxDelay: Duration.days(367) }],
  ['TaskResultPathInvalid', { resultPath: '$' }],
  ['TaskResultPathInvalid', { resultPath: 'error' }],
  ['TaskResultPathInvalid', { resultPath: '$.a[0]' }],
])('refuses what no retrier can do: %s', (id, options) => {
  expect(() => taskRules(options)).toThrow(expect.objectContaining({ name: id }));
});
