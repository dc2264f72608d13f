import { Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { EventSourceMappingFailure, type EventSourceMappingFailureProps } from '../../src/event-source/event-source-mapping-failure';
import type { EventSourceId } from '../../src/facts/event-sources';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { errorOf } from '../failure/support';
import { l1Function, testStack } from '../support';
import { DESTINATION_ARN, KAFKAS, mappingOf, propertiesOf, PROVISIONED, queueMapping, STREAMS, toQueue, warningsIn } from './support';

const KEPT: Partial<sqs.CfnQueueProps> = { redrivePolicy: { deadLetterTargetArn: DESTINATION_ARN, maxReceiveCount: 5 } };
const WHOLE = { reportBatchItemFailures: false };

function apply(mapping: lambda.CfnEventSourceMapping, props: EventSourceMappingFailureProps = {}): Record<string, any> {
  mapping.with(new EventSourceMappingFailure(props));
  return propertiesOf(mapping);
}

function refused(
  source: EventSourceId, set: Partial<lambda.CfnEventSourceMappingProps>, props?: (stack: Stack) => EventSourceMappingFailureProps,
): Error {
  const stack = testStack();
  return errorOf(() => apply(mappingOf(stack, source, set), props?.(stack)))!;
}

const toDestination = (stack: Stack): EventSourceMappingFailureProps => ({ failureDestination: toQueue(stack) });

describe('traps of queues', () => {
  test('15: a source queue without a dead-letter queue: EventSourceMappingFailure.queueWithoutRedrive', () => {
    const stack = testStack();
    apply(queueMapping(new sqs.CfnQueue(stack, 'Queue')), WHOLE);

    expect(warningsIn(stack)).toEqual(['EventSourceMappingFailure.queueWithoutRedrive']);
  });

  test('17: a dead-letter queue of the function does not count for the messages of a queue', () => {
    const stack = testStack();
    apply(queueMapping(new sqs.CfnQueue(stack, 'Queue'), {}, { deadLetterConfig: { targetArn: DESTINATION_ARN } }), WHOLE);

    expect(warningsIn(stack)).toEqual(['EventSourceMappingFailure.queueWithoutRedrive']);
  });

  test.each<[EventSourceMappingFailureProps, Partial<lambda.CfnEventSourceMappingProps>, string[]]>([
    [{}, {}, ['EventSourceMappingFailure.wholeBatchRepeats']],
    [{}, { batchSize: 1 }, []],
    [{}, { functionResponseTypes: ['ReportBatchItemFailures'] }, []],
    [{ reportBatchItemFailures: true }, {}, []],
    [{ reportBatchItemFailures: false }, {}, []],
  ])('18: whole batches that come back, for %j on %j: EventSourceMappingFailure.wholeBatchRepeats', (props, set, warnings) => {
    const stack = testStack();
    apply(queueMapping(new sqs.CfnQueue(stack, 'Queue', KEPT), set), props);

    expect(warningsIn(stack)).toEqual(warnings);
  });

  test.each<EventSourceId>(['sqs', 'sqs-fifo'])('19 and 20: partial batch failures of %s that Errors does not count are counted by the mapping', (source) => {
    expect(apply(mappingOf(testStack(), source), { reportBatchItemFailures: true })).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'], MetricsConfig: { Metrics: ['EventCount'] },
    });
  });

  test.each<[EventSourceId, Partial<lambda.CfnEventSourceMappingProps>]>([
    ['sqs', { batchSize: 11 }],
    ['sqs', { batchSize: 11, maximumBatchingWindowInSeconds: 0 }],
    ['sqs-fifo', { batchSize: 11 }],
    ['sqs-fifo', { maximumBatchingWindowInSeconds: 1 }],
  ])('21: batching of %s that Lambda refuses, %j: QueueBatchingInvalid', (source, set) => {
    expect(refused(source, set).name).toBe('QueueBatchingInvalid');
  });

  test.each<[EventSourceId, Partial<lambda.CfnEventSourceMappingProps>]>([
    ['sqs', { batchSize: 11, maximumBatchingWindowInSeconds: 1 }],
    ['sqs', { batchSize: 10 }],
    ['sqs-fifo', { batchSize: 10, maximumBatchingWindowInSeconds: 0 }],
  ])('21: batching of %s that Lambda takes, %j', (source, set) => {
    expect(apply(mappingOf(testStack(), source, set))).toMatchObject({ BatchSize: set.batchSize });
  });

  test('22: a concurrency together with provisioned pollers: ScalingConfigWithProvisionedPollers', () => {
    expect(refused('sqs', { scalingConfig: { maximumConcurrency: 5 }, ...PROVISIONED }).name).toBe('ScalingConfigWithProvisionedPollers');
  });

  describe('23: throttles that use up receives', () => {
    const concurrency = (reserved: number | undefined, set: Partial<lambda.CfnEventSourceMappingProps> = {}) => {
      const stack = testStack();
      const queue = new sqs.CfnQueue(stack, 'Queue', KEPT);
      const properties = apply(queueMapping(queue, set, { reservedConcurrentExecutions: reserved }), WHOLE);
      return [properties.ScalingConfig?.MaximumConcurrency, warningsIn(stack)];
    };
    const ABOVE = ['EventSourceMappingFailure.concurrencyAboveReserved'];

    test.each<[number | undefined, unknown, unknown]>([
      [undefined, undefined, []], [0, undefined, []], [20, 20, []], [2_000, 1_000, []], [1, undefined, ABOVE],
    ])(
      'with %s reserved the mapping gets %s', (reserved, limit, warnings) => {
        expect(concurrency(reserved)).toEqual([limit, warnings]);
      });

    test('an explicit limit stays, and is too high: EventSourceMappingFailure.concurrencyAboveReserved', () => {
      expect(concurrency(4, { scalingConfig: { maximumConcurrency: 5 } })).toEqual([5, ABOVE]);
    });

    test('an explicit limit stays, and is low enough', () => {
      expect(concurrency(5, { scalingConfig: { maximumConcurrency: 5 } })).toEqual([5, []]);
    });

    test('provisioned pollers take no limit', () => {
      expect(concurrency(20, PROVISIONED)).toEqual([undefined, ABOVE]);
    });

    test('two queues share what is reserved', () => {
      const stack = testStack();
      const functionName = l1Function(stack, 'Shared', { reservedConcurrentExecutions: 10 }).ref;
      const mappings = ['A', 'B'].map((id) => {
        const scope = new Stack(stack.node.root, id);
        return queueMapping(new sqs.CfnQueue(scope, 'Queue', KEPT), { functionName, scalingConfig: { maximumConcurrency: 6 } });
      });
      mappings.forEach((mapping) => mapping.with(new EventSourceMappingFailure(WHOLE)));

      expect(mappings.map((mapping) => warningsIn(mapping.stack))).toEqual([ABOVE, ABOVE]);
    });
  });
});

describe('traps of streams', () => {
  test.each([...STREAMS, ...KAFKAS])('24: one bad record of %s does not block the others', (source) => {
    const stack = testStack();

    expect(apply(mappingOf(stack, source, PROVISIONED), toDestination(stack)))
      .toMatchObject({ MaximumRetryAttempts: 10, MaximumRecordAgeInSeconds: 21_600, BisectBatchOnFunctionError: true });
  });

  test.each([0, 1, 59])('25: a record age of %d seconds, which Lambda refuses: EventSourceRecordAgeOutOfRange', (maximumRecordAgeInSeconds) => {
    expect(refused('kinesis', { maximumRecordAgeInSeconds }, toDestination).name).toBe('EventSourceRecordAgeOutOfRange');
  });

  test('25: retries that Lambda refuses: EventSourceRetryAttemptsOutOfRange', () => {
    expect(refused('kinesis', { maximumRetryAttempts: 10_001 }, toDestination).name).toBe('EventSourceRetryAttemptsOutOfRange');
  });

  test.each([...STREAMS, ...KAFKAS])('26: records of %s that are given up and kept nowhere: EventSourceDestinationMissing', (source) => {
    expect(refused(source, PROVISIONED, () => ({ retryPolicy: RetryPolicy.none() })).name).toBe('EventSourceDestinationMissing');
  });

  test.each<[EventSourceId, string]>([['kinesis', DESTINATION_ARN], ['msk', 'kafka://failed']])(
    '26: the destination that a mapping of %s has is enough: %s', (source, destination) => {
      const mapping = mappingOf(testStack(), source, { ...PROVISIONED, destinationConfig: { onFailure: { destination } } });

      expect(apply(mapping)).toMatchObject({ MaximumRetryAttempts: 10, DestinationConfig: { OnFailure: { Destination: destination } } });
    });

  test.each(KAFKAS)('27: retries of %s are explicit, because without end means ten', (source) => {
    const stack = testStack();

    expect(apply(mappingOf(stack, source, PROVISIONED), toDestination(stack)).MaximumRetryAttempts).toBe(10);
    expect(refused(source, { ...PROVISIONED, maximumRetryAttempts: -1 }, toDestination).name).toBe('EventSourceMappingConflict');
  });

  test.each(KAFKAS)('28: without provisioned mode %s gets a destination only, with a warning: EventSourceMappingFailure.kafkaOnDemand', (source) => {
    const stack = testStack();
    const properties = apply(mappingOf(stack, source), toDestination(stack));

    expect(properties.DestinationConfig).toEqual({ OnFailure: { Destination: DESTINATION_ARN } });
    expect(Object.keys(properties)).not.toEqual(expect.arrayContaining([expect.stringMatching(/Maximum|Bisect|Metrics|Response/)]));
    expect(warningsIn(stack)).toEqual(['EventSourceMappingFailure.kafkaOnDemand']);
  });

  test.each<EventSourceMappingFailureProps>([{ retryPolicy: RetryPolicy.none() }, { bisectBatch: true }, { reportBatchItemFailures: true }])(
    '28: what is asked for by name needs provisioned mode, %j: EventSourceNeedsProvisionedMode', (props) => {
      expect(refused('msk', {}, (stack) => ({ ...toDestination(stack), ...props })).name).toBe('EventSourceNeedsProvisionedMode');
    });
});

describe('traps of brokers and clusters', () => {
  const SETTINGS: Partial<lambda.CfnEventSourceMappingProps>[] = [
    { destinationConfig: { onFailure: { destination: DESTINATION_ARN } } },
    { bisectBatchOnFunctionError: true },
    { maximumRetryAttempts: 2 },
    { maximumRecordAgeInSeconds: 60 },
    { functionResponseTypes: ['ReportBatchItemFailures'] },
  ];

  test.each(SETTINGS.flatMap((set) => (['mq', 'documentdb'] as const).map((source) => [source, set] as const)))(
    '29: %s with %j, which Lambda refuses: EventSourceSettingUnsupported', (source, set) => {
      expect(refused(source, set).name).toBe('EventSourceSettingUnsupported');
    });

  test.each<EventSourceId>(['mq', 'documentdb'])('29: %s gets its metrics, and nothing else', (source) => {
    const [plain, completed] = [mappingOf(testStack(), source), mappingOf(testStack(), source)];

    expect(apply(completed)).toEqual({ ...propertiesOf(plain), MetricsConfig: { Metrics: ['EventCount'] } });
  });

  test.each<[EventSourceId, number, string[]]>([
    ['mq', 840, []],
    ['mq', 841, ['EventSourceMappingFailure.functionTimeoutTooLong']],
    ['msk', 900, ['EventSourceMappingFailure.functionTimeoutTooLong']],
    ['kinesis', 900, []],
  ])('30: %s with a function of %d seconds: EventSourceMappingFailure.functionTimeoutTooLong', (source, timeout, warnings) => {
    const stack = testStack();
    const props = source === 'mq' ? {} : toDestination(stack);
    apply(mappingOf(stack, source, source === 'msk' ? PROVISIONED : {}, { timeout }), props);

    expect(warningsIn(stack)).toEqual(warnings);
  });
});
