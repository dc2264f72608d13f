process.env.CDK_VALIDATION = 'true';

import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as fc from 'fast-check';
import { EventSourceMappingFailure, type EventSourceMappingFailureProps } from '../../src/event-source/event-source-mapping-failure';
import { QueueRedrive } from '../../src/event-source/queue-redrive';
import type { EventSourceId } from '../../src/facts/event-sources';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { RetryPolicy, type RetryPolicyOptions } from '../../src/failure/retry-policy';
import { errorOf } from '../failure/support';
import { l1Function, strictApp } from '../support';
import { PROVISIONED, SOURCES } from './support';

type Mapping = Partial<lambda.CfnEventSourceMappingProps>;

/** Written down again here: the test must not believe the code. */
const STREAMS: EventSourceId[] = ['kinesis', 'dynamodb', 'msk', 'kafka'];
const OTHERS: EventSourceId[] = ['sqs', 'sqs-fifo', 'mq', 'documentdb'];
const CODED = ['EventSourceSettingUnsupported', 'EventSourceNeedsProvisionedMode', 'EventSourceDestinationMissing', 'EventSourceDestinationUnsupported',
  'EventSourceRetryAttemptsOutOfRange', 'EventSourceRecordAgeOutOfRange', 'EventSourceMappingConflict', 'QueueBatchingInvalid',
  'ScalingConfigWithProvisionedPollers'];

/** Findings of CDK's own validation, warnings included, fail the synthesis. */
function strictStack(): Stack {
  return new Stack(strictApp(), 'Stack');
}

const destinations: Record<string, (stack: Stack) => FailureDestination> = {
  queue: (stack) => FailureDestination.queue(new FailureQueue(stack, 'Kept')),
  topic: (stack) => FailureDestination.topic(new sns.Topic(stack, 'Kept', { enforceSSL: true })),
  bucket: (stack) => FailureDestination.bucket(new s3.Bucket(stack, 'Kept')),
};

const attempts = fc.integer({ min: 0, max: 10_000 });
const age = fc.integer({ min: 60, max: 604_800 });
const policy = fc.record({ retryAttempts: attempts, maxEventAge: age.map((seconds) => Duration.seconds(seconds)) }, { requiredKeys: [] });
const window = fc.integer({ min: 1, max: 300 });

interface Case {
  readonly source: EventSourceId;
  readonly mapping: Mapping;
  readonly props: EventSourceMappingFailureProps;
  readonly destination?: string;
}

const streams: fc.Arbitrary<Case> = fc.record({
  source: fc.constantFrom(...STREAMS),
  mapping: fc.record({
    batchSize: fc.integer({ min: 1, max: 10_000 }), maximumBatchingWindowInSeconds: window, bisectBatchOnFunctionError: fc.constant(true),
  }, { requiredKeys: [] }),
  props: fc.record({
    retryPolicy: policy.map(RetryPolicy.of), bisectBatch: fc.boolean(), reportBatchItemFailures: fc.boolean(),
  }, { requiredKeys: [] }),
  destination: fc.constantFrom(...Object.keys(destinations)),
}).map((drawn) => ({ ...drawn, mapping: STREAMS.indexOf(drawn.source) > 1 ? { ...drawn.mapping, ...PROVISIONED } : drawn.mapping }));

const queues: fc.Arbitrary<Case> = fc.oneof(
  fc.record({ batchSize: fc.integer({ min: 1, max: 10 }) }, { requiredKeys: [] }).map((mapping) => ({ source: 'sqs-fifo' as const, mapping })),
  fc.record({ batchSize: fc.integer({ min: 1, max: 10_000 }), maximumBatchingWindowInSeconds: window }).map((mapping) => ({ source: 'sqs' as const, mapping })),
).chain((drawn) => fc.record({ reportBatchItemFailures: fc.boolean() }).map((props) => ({ ...drawn, props })));

const rest: fc.Arbitrary<Case> = fc.record({ source: fc.constantFrom<EventSourceId>('mq', 'documentdb'), mapping: fc.constant({}), props: fc.constant({}) });

const legal = fc.oneof({ weight: 3, arbitrary: streams }, queues, rest);

test('what is legal for a source gives a template that is clean and keeps every record', () => {
  fc.assert(fc.property(legal, fc.integer({ min: 1, max: 840 }), (drawn, timeout) => {
    const stack = strictStack();
    apply(stack, drawn, timeout);
    const { mapping, props, destination } = drawn;

    const [{ Properties: properties }] = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::EventSourceMapping'));
    expect(properties.MetricsConfig.Metrics).toContain('EventCount');
    if (!destination) return;
    expect(properties.DestinationConfig.OnFailure.Destination).toBeDefined();
    expect(properties.MaximumRetryAttempts).toBe(props.retryPolicy?.retryAttempts ?? 10);
    expect(properties.MaximumRecordAgeInSeconds).toBe(props.retryPolicy?.maxEventAge?.toSeconds() ?? 21_600);
    expect(properties.BisectBatchOnFunctionError ?? false).toBe(mapping.bisectBatchOnFunctionError ?? props.bisectBatch ?? true);
  }), { numRuns: 40 });
}, 120_000);

const outside = (min: number, max: number) => fc.oneof(fc.integer({ max: min - 1 }), fc.integer({ min: max + 1 }));
const settings = fc.constantFrom<Mapping>({ maximumRetryAttempts: 3 }, { maximumRecordAgeInSeconds: 60 }, { bisectBatchOnFunctionError: true },
  { destinationConfig: { onFailure: { destination: 'arn:aws:sqs:eu-west-1:111122223333:kept' } } });

const stream = fc.constantFrom(...STREAMS);
const other = fc.constantFrom(...OTHERS);

const illegal: fc.Arbitrary<Case> = fc.oneof(
  fc.record({ source: stream, mapping: outside(-1, 10_000).map((maximumRetryAttempts) => ({ ...PROVISIONED, maximumRetryAttempts })) }),
  fc.record({ source: stream, mapping: outside(60, 604_800).map((value) => ({ ...PROVISIONED, maximumRecordAgeInSeconds: value })) }),
  fc.record({ source: other, mapping: settings }),
  fc.integer({ min: 11, max: 10_000 }).map((batchSize) => ({ source: 'sqs' as const, mapping: { batchSize } })),
  fc.integer({ min: 11, max: 10_000 }).map((batchSize) => ({ source: 'sqs-fifo' as const, mapping: { batchSize } })),
  window.map((maximumBatchingWindowInSeconds) => ({ source: 'sqs-fifo' as const, mapping: { maximumBatchingWindowInSeconds } })),
  fc.integer({ min: 2, max: 1_000 }).map((maximumConcurrency) =>
    ({ source: 'sqs' as const, mapping: { ...PROVISIONED, scalingConfig: { maximumConcurrency } } })),
).map((drawn) => ({ ...drawn, props: {}, destination: STREAMS.includes(drawn.source) ? 'queue' : undefined }));

const tooOften = fc.integer({ min: 10_001 });
const tooShortOrLong = fc.oneof(fc.integer({ min: 1, max: 59 }), fc.integer({ min: 604_801, max: 1e9 }));
const illegalPolicy = fc.oneof(
  tooOften.map((retryAttempts) => ({ retryAttempts })), tooShortOrLong.map((seconds) => ({ maxEventAge: Duration.seconds(seconds) })),
);
const ofPolicy = (options: fc.Arbitrary<RetryPolicyOptions>) => options.map((drawn) => ({ retryPolicy: RetryPolicy.of(drawn) }));

const illegalOptions: fc.Arbitrary<Case> = fc.oneof(
  fc.record({ source: stream, props: ofPolicy(illegalPolicy), destination: fc.constant('queue') }),
  fc.record({ source: other, props: fc.constant({}), destination: fc.constantFrom(...Object.keys(destinations)) }),
  fc.record({ source: other, props: fc.constantFrom({ bisectBatch: true }, { retryPolicy: RetryPolicy.none() }) }),
  fc.record({ source: stream, props: ofPolicy(policy) }),
).map((drawn) => ({ ...drawn, mapping: STREAMS.includes(drawn.source) ? PROVISIONED : {} }));

test('what is illegal for a source gives a coded error that names the place', () => {
  fc.assert(fc.property(fc.oneof(illegal, illegalOptions), (drawn) => {
    const error = errorOf(() => apply(strictStack(), drawn));

    expect(CODED).toContain(error?.name);
    expect(error?.message).toContain('Stack/Mapping');
  }), { numRuns: 150 });
}, 120_000);

test('what is legal for a queue gives a template that is clean, in which a message outlives its failures', () => {
  fc.assert(fc.property(
    fc.boolean(), fc.option(fc.integer({ min: 5, max: 1_000 }), { nil: undefined }), fc.integer({ min: 1, max: 900 }),
    (fifoQueue, maxReceiveCount, timeout) => {
      const stack = strictStack();
      const queue = new sqs.CfnQueue(stack, 'Queue', fifoQueue ? { fifoQueue } : {});
      queue.with(new QueueRedrive({ maxReceiveCount }));
      const source = fifoQueue ? 'sqs-fifo' : 'sqs';
      apply(stack, { source, mapping: { eventSourceArn: queue.attrArn }, props: { reportBatchItemFailures: true } }, timeout);

      const { Queue: { Properties: properties }, ...others } = Template.fromStack(stack).findResources('AWS::SQS::Queue');
      expect(properties.RedrivePolicy.maxReceiveCount).toBe(maxReceiveCount ?? 5);
      expect(properties.VisibilityTimeout ?? 30).toBeGreaterThanOrEqual(6 * timeout);
      expect(Object.values(others).map(({ Properties: { MessageRetentionPeriod } }) => MessageRetentionPeriod)).toEqual([1_209_600]);
    }), { numRuns: 25 });
}, 120_000);

test('the validation is on', () => {
  const stack = strictStack();
  new lambda.CfnEventSourceMapping(stack, 'Mapping', { ...SOURCES.kinesis, functionName: 'orders', startingPosition: 'Somewhere' });

  expect(() => Template.fromStack(stack)).toThrow();
});

function apply(stack: Stack, { source, mapping, props, destination }: Case, timeout = 3): void {
  const functionName = l1Function(stack, 'Reader', { timeout }).ref;
  const failureDestination = destination === undefined ? undefined : destinations[destination](stack);
  new lambda.CfnEventSourceMapping(stack, 'Mapping', { ...SOURCES[source], ...mapping, functionName })
    .with(new EventSourceMappingFailure({ ...props, failureDestination }));
}
