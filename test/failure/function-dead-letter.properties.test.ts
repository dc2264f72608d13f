import { Duration, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as fc from 'fast-check';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionDeadLetter } from '../../src/failure/function-dead-letter';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { nodeFunction, strictApp, testStack } from '../support';
import { errorOf } from './support';

const DESTINATIONS: Record<string, (stack: Stack) => FailureDestination> = {
  queue: (stack) => FailureDestination.queue(new FailureQueue(stack, 'To')),
  topic: (stack) => FailureDestination.topic(new sns.Topic(stack, 'To', { masterKey: new kms.Key(stack, 'Key') })),
};
const KINDS: Record<string, (stack: Stack) => lambda.Function> = {
  plain: (stack) => nodeFunction(stack),
  durable: (stack) => nodeFunction(stack, 'Function', { durableConfig: { executionTimeout: Duration.minutes(15) } }),
  isolated: (stack) => nodeFunction(stack, 'Function', { tenancyConfig: lambda.TenancyConfig.PER_TENANT }),
};

test('whatever is asked for legally is a template that CDK finds nothing wrong with, for every kind of function', () => {
  process.env.CDK_VALIDATION = 'true';
  const legal = fc.record({ retryAttempts: fc.integer({ min: 0, max: 2 }), age: fc.integer({ min: 60, max: 21_600 }) });
  const retry = fc.option(legal, { nil: undefined });
  const [kind, destination] = [KINDS, DESTINATIONS].map((choices) => fc.constantFrom(...Object.keys(choices)));
  fc.assert(fc.property(retry, kind, destination, (policy, kindOf, to) => {
    const app = strictApp();
    const stack = new Stack(app, 'Stack');
    const fn = KINDS[kindOf](stack);
    fn.addAlias('live');
    const retryPolicy = policy && RetryPolicy.of({ retryAttempts: policy.retryAttempts, maxEventAge: Duration.seconds(policy.age) });
    fn.with(new FunctionDeadLetter({ failureDestination: DESTINATIONS[to](stack), retryPolicy }));
    app.synth();
  }), { numRuns: 8 });
  process.env.CDK_VALIDATION = 'false';
}, 120_000);

test('illegal retries are coded errors, for every kind of function', () => {
  const illegal = fc.oneof(
    fc.integer({ min: 3, max: 1_000 }).map((retryAttempts) => [{ retryAttempts }, 'AsyncRetryAttemptsOutOfRange'] as const),
    fc.oneof(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 21_601, max: 1e6 }))
      .map((age) => [{ maxEventAge: Duration.seconds(age) }, 'AsyncMaxEventAgeOutOfRange'] as const),
  );
  fc.assert(fc.property(illegal, fc.constantFrom(...Object.keys(KINDS)), ([policy, id], kind) => {
    const stack = testStack();
    const mixin = new FunctionDeadLetter({ failureDestination: DESTINATIONS.queue(stack), retryPolicy: RetryPolicy.of(policy) });

    expect(errorOf(() => KINDS[kind](stack).with(mixin))?.name).toBe(id);
  }), { numRuns: 20 });
});
