import { Duration, Lazy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as fc from 'fast-check';
import { PipeDelivery } from '../../../src/delivery/pipe-delivery';
import { checkRetry } from '../../../src/delivery/private/retry-range';
import { RuleDelivery } from '../../../src/delivery/rule-delivery';
import { ScheduleDelivery } from '../../../src/delivery/schedule-delivery';
import { LIMITS } from '../../../src/facts/limits';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { errorOf } from '../../failure/support';
import { testStack } from '../../support';
import { deadQueue, l1Pipe, l1Rule, l1Schedule } from '../support';

/** Written down again here: the test must not believe the code. */
const RANGES = [
  { name: 'rule', attempts: 185, age: 86_400, make: (retryPolicy: RetryPolicy) => new RuleDelivery({ retryPolicy }) },
  { name: 'schedule', attempts: 185, age: 86_400, make: (retryPolicy: RetryPolicy) => new ScheduleDelivery({ retryPolicy }) },
  { name: 'pipe', attempts: 10_000, age: 604_800, make: (retryPolicy: RetryPolicy) => new PipeDelivery({ retryPolicy }) },
];
const YOUNGEST = 60;

describe.each(RANGES)('of a $name', ({ attempts, age, make }) => {
  test('all that is in the range is taken', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: attempts }), fc.integer({ min: YOUNGEST, max: age }), (retryAttempts, seconds) => {
      expect(() => make(RetryPolicy.of({ retryAttempts, maxEventAge: Duration.seconds(seconds) }))).not.toThrow();
    }));
  });

  test('more attempts are refused, with the number', () => {
    fc.assert(fc.property(fc.integer({ min: attempts + 1 }), (retryAttempts) => {
      const error = errorOf(() => make(RetryPolicy.of({ retryAttempts })));
      expect([error?.name, error?.message.includes(String(retryAttempts))]).toEqual(['DeliveryRetryAttemptsOutOfRange', true]);
    }));
  });

  test('younger and older is refused', () => {
    fc.assert(fc.property(fc.oneof(fc.integer({ min: 1, max: YOUNGEST - 1 }), fc.integer({ min: age + 1, max: 1e9 })), (seconds) => {
      expect(errorOf(() => make(RetryPolicy.of({ maxEventAge: Duration.seconds(seconds) })))?.name).toBe('DeliveryMaxEventAgeOutOfRange');
    }));
  });
});

test('legal policies come out as they went in', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 185 }), fc.integer({ min: YOUNGEST, max: 86_400 }), (retryAttempts, seconds) => {
    const stack = testStack();
    const settings = { failureDestination: deadQueue(stack), retryPolicy: RetryPolicy.of({ retryAttempts, maxEventAge: Duration.seconds(seconds) }) };
    l1Rule(stack).with(new RuleDelivery(settings));
    l1Schedule(stack).with(new ScheduleDelivery(settings));
    l1Pipe(stack).with(new PipeDelivery(settings));
    const template = Template.fromStack(stack);

    const policy = { RetryPolicy: { MaximumRetryAttempts: retryAttempts, MaximumEventAgeInSeconds: seconds } };
    template.hasResourceProperties('AWS::Events::Rule', { Targets: [policy] });
    template.hasResourceProperties('AWS::Scheduler::Schedule', { Target: policy });
    template.hasResourceProperties('AWS::Pipes::Pipe', {
      SourceParameters: { KinesisStreamParameters: { MaximumRetryAttempts: retryAttempts, MaximumRecordAgeInSeconds: seconds } },
    });
  }), { numRuns: 20 });
});

test('tokens are not numbers', () => {
  const token = Lazy.number({ produce: () => 1_000_000 });
  const policy = RetryPolicy.of({ retryAttempts: token, maxEventAge: Duration.seconds(token) });

  expect(() => checkRetry(policy, { what: 'a schedule', attempts: LIMITS.scheduleRetryAttempts, age: LIMITS.scheduleEventAge })).not.toThrow();
});
