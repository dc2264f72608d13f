import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LIMITS } from '../../src/facts/limits';
import { DEFAULT_RETRY_POLICY, withDefaults } from '../../src/function/function-defaults';

test('what is not set, or set to undefined, gets a default', () => {
  expect(withDefaults({ memorySize: undefined })).toEqual({
    timeout: Duration.seconds(25), memorySize: 256, loggingFormat: lambda.LoggingFormat.JSON,
  });
});

test('what is set stays', () => {
  const settings = { timeout: Duration.seconds(3), memorySize: 1024, loggingFormat: lambda.LoggingFormat.TEXT, description: 'orders' };

  expect(withDefaults(settings)).toEqual(settings);
});

test('a function times out before REST and HTTP APIs do', () => {
  const timeout = withDefaults({}).timeout!.toMilliseconds();

  expect(timeout).toBeLessThan(LIMITS.restIntegrationTimeout.default);
});

test('the default retry policy is what Lambda does by itself', () => {
  const policy = DEFAULT_RETRY_POLICY;

  expect(policy.retryAttempts).toBe(2);
  expect(policy.maxEventAge!.toHours()).toBe(6);
});
