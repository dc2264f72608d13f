import { CfnParameter, Duration, Fn, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { KinesisEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { EventSourceKind } from '../../src/event-source/event-source-kind';
import { EventSourceMappingFailure, type EventSourceMappingFailureProps } from '../../src/event-source/event-source-mapping-failure';
import { EVENT_SOURCES, type EventSourceId } from '../../src/facts/event-sources';
import { FailureDestination } from '../../src/failure/failure-destination';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { describeMixin } from '../conformance/describe-mixin';
import { errorOf, expectWarning, statementsIn } from '../failure/support';
import { l1Function, nodeFunction, testStack } from '../support';
import { DESTINATION_ARN, KAFKAS, mappingOf, propertiesOf, PROVISIONED, QUEUES, queueMapping, STREAMS, toQueue, warningsIn } from './support';

const SETTINGS = {
  MaximumRetryAttempts: 10,
  MaximumRecordAgeInSeconds: 21_600,
  BisectBatchOnFunctionError: true,
  DestinationConfig: { OnFailure: { Destination: DESTINATION_ARN } },
};

describeMixin({
  mixin: EventSourceMappingFailure,
  create: (stack) => new EventSourceMappingFailure({ failureDestination: toQueue(stack) }),
  supported: (stack) => mappingOf(stack, 'kinesis'),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), nodeFunction(stack, 'Other')],
  expects: { type: 'AWS::Lambda::EventSourceMapping', properties: { ...SETTINGS, MetricsConfig: { Metrics: ['EventCount'] } } },
  equivalentL2: { plain: (stack) => l2Mapping(stack), configured: (stack) => l2Mapping(stack, true) },
  conflicts: [
    { what: 'retries without end are set', set: setter({ maximumRetryAttempts: -1 }), error: 'EventSourceMappingConflict' },
    { what: 'an age without end is set', set: setter({ maximumRecordAgeInSeconds: -1 }), error: 'EventSourceMappingConflict' },
    {
      what: 'another destination is set',
      set: setter({ destinationConfig: { onFailure: { destination: `${DESTINATION_ARN}-2` } } }),
      error: 'EventSourceMappingConflict',
    },
    {
      what: 'a raw override sets another destination',
      set: (mapping) => mapping.addPropertyOverride('DestinationConfig.OnFailure.Destination', `${DESTINATION_ARN}-2`),
      error: 'EventSourceMappingConflict',
    },
  ],
  kept: {
    set: setter({ batchSize: 7, maximumRetryAttempts: 2, bisectBatchOnFunctionError: false }),
    properties: { ...SETTINGS, BatchSize: 7, MaximumRetryAttempts: 2, BisectBatchOnFunctionError: false },
  },
  setLater: { set: setter({ maximumRetryAttempts: 3 }), properties: { ...SETTINGS, MaximumRetryAttempts: 3 } },
  token: (mapping, stack) => setter({ maximumRetryAttempts: new CfnParameter(stack, 'Retries', { type: 'Number' }).valueAsNumber })(mapping),
});

function setter(props: Partial<lambda.CfnEventSourceMappingProps>) {
  return (mapping: object): void => { Object.assign(mapping, props); };
}

function l2Mapping(stack: Stack, configured = false): lambda.EventSourceMapping {
  const queue = stack.node.findChild('Failed') as sqs.IQueue;
  return nodeFunction(stack).addEventSourceMapping('Mapping', {
    eventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
    startingPosition: lambda.StartingPosition.LATEST,
    ...(configured ? {
      retryAttempts: 10,
      maxRecordAge: Duration.hours(6),
      bisectBatchOnError: true,
      onFailure: new SqsDlq(queue),
      metricsConfig: { metrics: [lambda.MetricType.EVENT_COUNT] },
    } : {}),
  });
}

function apply(mapping: lambda.CfnEventSourceMapping, props: Partial<EventSourceMappingFailureProps> = {}): Record<string, any> {
  mapping.with(new EventSourceMappingFailure(props));
  return propertiesOf(mapping);
}

function applied(source: EventSourceId, set: Partial<lambda.CfnEventSourceMappingProps>, props: Partial<EventSourceMappingFailureProps> = {}) {
  const stack = testStack();
  const failureDestination = EVENT_SOURCES[source].destinations.length > 0 ? toQueue(stack) : undefined;
  return apply(mappingOf(stack, source, set), { failureDestination, ...props });
}

describe('finds out what the mapping reads from', () => {
  test('by the option source, when the template does not tell', () => {
    const stack = testStack();
    const mapping = mappingOf(stack, 'kinesis', { eventSourceArn: new CfnParameter(stack, 'Arn').valueAsString });

    expect(apply(mapping, { failureDestination: toQueue(stack), source: EventSourceKind.DYNAMODB })).toMatchObject(SETTINGS);
  });

  test('or sets nothing, with a warning: EventSourceMappingFailure.unknownSource', () => {
    const stack = testStack();
    const mapping = mappingOf(stack, 'kinesis', { eventSourceArn: Fn.importValue('Stream') });

    expect(Object.keys(apply(mapping, { failureDestination: toQueue(stack) })).sort()).toEqual(['EventSourceArn', 'FunctionName', 'StartingPosition']);
    expectWarning(stack, '/Stack/Mapping', 'EventSourceMappingFailure.unknownSource');
  });
});

describe('limits and keeps', () => {
  test.each([...STREAMS, ...KAFKAS])('%s', (source) => {
    expect(applied(source, KAFKAS.includes(source) ? PROVISIONED : {})).toMatchObject(SETTINGS);
  });

  test('as the retry policy says', () => {
    expect(applied('dynamodb', {}, { retryPolicy: RetryPolicy.of({ retryAttempts: 0, maxEventAge: Duration.minutes(1) }) }))
      .toMatchObject({ MaximumRetryAttempts: 0, MaximumRecordAgeInSeconds: 60 });
  });

  test('as far as the retry policy says: the rest is preset', () => {
    expect(applied('dynamodb', {}, { retryPolicy: RetryPolicy.of({ retryAttempts: 3 }) }))
      .toMatchObject({ MaximumRetryAttempts: 3, MaximumRecordAgeInSeconds: 21_600 });
  });

  test('without bisecting when asked', () => {
    expect(applied('kinesis', {}, { bisectBatch: false })).not.toHaveProperty('BisectBatchOnFunctionError');
  });

  test.each<[string, (stack: Stack) => FailureDestination, string | string[]]>([
    ['a queue', (stack) => FailureDestination.queue(new sqs.CfnQueue(stack, 'Kept')), 'sqs:SendMessage'],
    ['a topic', (stack) => FailureDestination.topic(new sns.Topic(stack, 'Kept')), 'sns:Publish'],
    ['a bucket', (stack) => FailureDestination.bucket(new s3.Bucket(stack, 'Kept')), 's3:PutObject'],
  ])('in %s, which the role of the function may write to', (_, destination, action) => {
    const stack = testStack();
    apply(mappingOf(stack, 'kinesis'), { failureDestination: destination(stack) });

    expect(statementsIn(stack)).toContainEqual(expect.objectContaining({ Action: action }));
  });

  test('with the role of the function behind an alias', () => {
    const stack = testStack();
    const alias = nodeFunction(stack).addAlias('live');
    apply(mappingOf(stack, 'kinesis', { functionName: alias.functionArn }), { failureDestination: toQueue(stack) });

    expect(statementsIn(stack)).toEqual([expect.objectContaining({ Action: 'sqs:SendMessage', Resource: DESTINATION_ARN })]);
  });

  test('with the role of a function that is named by its name', () => {
    const stack = testStack();
    l1Function(stack, 'Named', { functionName: 'orders' });
    apply(mappingOf(stack, 'kinesis', { functionName: 'orders:live' }), { failureDestination: toQueue(stack) });

    expect(statementsIn(stack)).toHaveLength(1);
  });

  test('with a warning that has the statement, for a function that is not there: EventSourceMappingFailure.functionOutOfReach', () => {
    const stack = testStack();
    apply(mappingOf(stack, 'kinesis', { functionName: 'elsewhere' }), { failureDestination: toQueue(stack) });

    Annotations.fromStack(stack).hasWarning('/Stack/Mapping', Match.stringLikeRegexp('"Action":"sqs:SendMessage"'));
    expect(warningsIn(stack)).toEqual(['EventSourceMappingFailure.functionOutOfReach']);
  });

  test('what a stack has, at once', () => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    fn.addEventSource(new KinesisEventSource(new kinesis.Stream(stack, 'Stream'), { startingPosition: lambda.StartingPosition.LATEST }));
    stack.with(new EventSourceMappingFailure({ failureDestination: FailureDestination.bucket(new s3.Bucket(stack, 'Failures')) }));

    Template.fromStack(stack).hasResourceProperties('AWS::Lambda::EventSourceMapping', { MaximumRetryAttempts: 10 });
  });

  test('adds its metrics to those that are on', () => {
    expect(applied('msk', { ...PROVISIONED, metricsConfig: { metrics: ['KafkaMetrics'] } }).MetricsConfig)
      .toEqual({ Metrics: ['KafkaMetrics', 'EventCount', 'ErrorCount'] });
  });

  test('leaves what is known at deployment only, with a warning: EventSourceMappingFailure.unknownSetting', () => {
    const stack = testStack();
    const mapping = mappingOf(stack, 'kinesis');
    mapping.addPropertyOverride('DestinationConfig', { 'Fn::If': ['Kept', {}, { Ref: 'AWS::NoValue' }] });

    expect(apply(mapping, { failureDestination: toQueue(stack) }).DestinationConfig).toEqual({ 'Fn::If': expect.anything() });
    expectWarning(stack, '/Stack/Mapping', 'EventSourceMappingFailure.unknownSetting');
  });
});

test('an imported mapping gets a warning: EventSourceMappingFailure.importedMapping', () => {
  const stack = testStack();
  lambda.EventSourceMapping.fromEventSourceMappingId(stack, 'Imported', 'uuid').with(new EventSourceMappingFailure());

  expectWarning(stack, '/Stack/Imported', 'EventSourceMappingFailure.importedMapping');
});

describe('refuses', () => {
  const destination = (stack: Stack) => ({ failureDestination: toQueue(stack) });

  test.each<[EventSourceId, string, (stack: Stack) => EventSourceMappingFailureProps]>([
    ...[...QUEUES, 'mq' as const, 'documentdb' as const].flatMap((source): [EventSourceId, string, (stack: Stack) => EventSourceMappingFailureProps][] => [
      [source, 'failureDestination', destination],
      [source, 'retryPolicy', () => ({ retryPolicy: RetryPolicy.none() })],
      [source, 'bisectBatch', () => ({ bisectBatch: true })],
    ]),
    ['mq', 'reportBatchItemFailures', () => ({ reportBatchItemFailures: true })],
    ['documentdb', 'reportBatchItemFailures', () => ({ reportBatchItemFailures: true })],
  ])('for %s %s: EventSourceSettingUnsupported', (source, option, props) => {
    const stack = testStack();
    const error = errorOf(() => apply(mappingOf(stack, source), props(stack)));

    expect(error?.name).toBe('EventSourceSettingUnsupported');
    expect(error?.message).toContain(`${option} of EventSourceMappingFailure`);
  });

  test('a destination that a mapping does not deliver to: EventSourceDestinationUnsupported', () => {
    const failureDestination = FailureDestination.function(l1Function(testStack()));

    expect(errorOf(() => applied('kinesis', {}, { failureDestination }))?.name).toBe('EventSourceDestinationUnsupported');
  });

  test('a retry policy that is out of range: EventSourceRetryAttemptsOutOfRange, EventSourceRecordAgeOutOfRange', () => {
    const errors = [{ retryAttempts: 10_001 }, { maxEventAge: Duration.seconds(59) }, { maxEventAge: Duration.days(8) }]
      .map((policy) => errorOf(() => applied('kinesis', {}, { retryPolicy: RetryPolicy.of(policy) }))?.name);

    expect(errors).toEqual(['EventSourceRetryAttemptsOutOfRange', 'EventSourceRecordAgeOutOfRange', 'EventSourceRecordAgeOutOfRange']);
  });

  test('a different explicit value, and names both: EventSourceMappingConflict', () => {
    const error = errorOf(() => applied('kinesis', { maximumRetryAttempts: 2 }, { retryPolicy: RetryPolicy.of({ retryAttempts: 4 }) }));

    expect(error?.name).toBe('EventSourceMappingConflict');
    expect(error?.message).toMatch(/^retryAttempts of EventSourceMappingFailure is to be 4, but Stack\/Mapping has MaximumRetryAttempts 2:/);
  });
});

describe('a batch that fails in part', () => {
  test.each([...QUEUES, ...STREAMS])('is reported by the function of %s when asked', (source) => {
    expect(applied(source, {}, { reportBatchItemFailures: true }).FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  test.each([...QUEUES, ...STREAMS])('is a contract with the code of %s, so nothing is set by itself', (source) => {
    expect(applied(source, {})).not.toHaveProperty('FunctionResponseTypes');
  });
});

test('warns of nothing that the user decided', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue', { redrivePolicy: { deadLetterTargetArn: DESTINATION_ARN, maxReceiveCount: 5 } });
  apply(queueMapping(queue), { reportBatchItemFailures: false });

  expect(warningsIn(stack)).toEqual([]);
});
