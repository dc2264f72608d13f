import { found, mapping, path, QUEUE_ARN, SENDER, streamMapping } from './support';
import { LIMITS } from '../../../src/facts/limits';

const DESTINATION = { DestinationConfig: { OnFailure: { Destination: QUEUE_ARN } } };
const stream = (properties: object) => path({ ...streamMapping({ ...DESTINATION, ...properties }), ...SENDER }, 'crash');
const LIMITED = { MaximumRetryAttempts: 3, MaximumRecordAgeInSeconds: 3_600, BisectBatchOnFunctionError: true };

test.each<[string, object, string, string[]]>([
  ['with limits', LIMITED, 'kept', ['PositionsOnly']],
  ['without', { BisectBatchOnFunctionError: true }, 'lost', ['TriedWithoutEnd', 'PositionsOnly']],
  ['with an age only', { ...LIMITED, MaximumRetryAttempts: -1 }, 'kept', ['HoldsUpOthers', 'PositionsOnly']],
  ['with retries only', { ...LIMITED, MaximumRecordAgeInSeconds: undefined }, 'kept', ['HoldsUpOthers', 'PositionsOnly']],
  ['that keeps batches together', { ...LIMITED, BisectBatchOnFunctionError: false }, 'kept', ['TakesBatchAlong', 'PositionsOnly']],
  ['that nobody knows', { ...LIMITED, MaximumRetryAttempts: { Ref: 'Stage' } }, 'kept', ['PositionsOnly']],
])('a stream %s', (_what, properties, verdict, ids) => {
  const found_ = stream(properties);

  expect([found_.verdict, found(found_)]).toEqual([verdict, ids]);
});

test('throttled records are not counted: only their age ends it', () => {
  const throttled = path({ ...streamMapping({ ...DESTINATION, ...LIMITED, MaximumRecordAgeInSeconds: -1 }), ...SENDER }, 'throttle');

  expect([throttled.verdict, found(throttled)]).toEqual(['lost', ['OutlastsSource', 'PositionsOnly']]);
});

test('a bucket gets the records themselves, a queue of another stack does not', () => {
  const to = (Destination: unknown) => found(stream({ ...LIMITED, DestinationConfig: { OnFailure: { Destination } } }));

  expect(to('arn:aws:s3:::failures')).not.toContain('PositionsOnly');
  expect(to('arn:aws:sqs:eu-west-1:111122223333:failures')).toContain('PositionsOnly');
});

test('Kafka with a destination ends by itself', () => {
  const kafka = mapping('arn:aws:kafka:eu-west-1:111122223333:cluster/orders/a', { ...DESTINATION, BisectBatchOnFunctionError: true });

  expect(path({ ...kafka, ...SENDER }, 'crash').verdict).toBe('kept');
});

test('a stream without a destination loses', () => {
  expect(found(path(streamMapping(LIMITED), 'crash'))).toEqual(['NothingKeepsIt']);
});

describe('a queue', () => {
  const read = (source: object, dead: object = { MessageRetentionPeriod: 1_209_600 }, more: object = {}) => path({
    ...mapping(QUEUE_ARN),
    Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 }, ...source } },
    Dead: { Type: 'AWS::SQS::Queue', Properties: dead },
    ...more,
  }, 'crash');

  test.each<[string, ReturnType<typeof read>, string, string[]]>([
    ['with a dead-letter queue', read({}), 'kept', []],
    ['without', read({ RedrivePolicy: undefined }), 'lost', ['NothingKeepsIt']],
    ['whose dead letters are as old', read({}, {}), 'kept', ['KeptNoLongerThanSource']],
    ['whose dead letters are gone at once', read({}, { MessageRetentionPeriod: 300 }), 'lost', ['ExpiredOnArrival']],
    ['whose dead letters have an order', read({}, { MessageRetentionPeriod: 1_209_600, FifoQueue: true }), 'lost', ['QueueTypesDiffer']],
    ['with few receives', read({ RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: LIMITS.queueReceives.min - 1 } }), 'kept', ['ThrottlesUseReceives']],
    ['whose messages come back just in time', read({ VisibilityTimeout: 6 * LIMITS.functionTimeout.default }), 'kept', []],
    ['whose messages come back before a batch is full', path({ ...mapping(QUEUE_ARN, { MaximumBatchingWindowInSeconds: 43 }), Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: 5 } } }, Dead: { Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1_209_600 } } }, 'crash'), 'kept', ['VisibleTooSoon']],
    ['whose dead letters live a second longer than it takes to get there', read({ MessageRetentionPeriod: 60 }, { MessageRetentionPeriod: 301 }), 'kept', []],
    ['whose receives nobody knows', read({ RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: { Ref: 'Stage' } } }, { MessageRetentionPeriod: 300 }), 'kept', ['KeptNoLongerThanSource']],
    ['whose retention nobody knows', read({ MessageRetentionPeriod: { Ref: 'Stage' } }, { MessageRetentionPeriod: 600 }), 'kept', []],
    ['whose dead letters nobody knows how long they live', read({}, { MessageRetentionPeriod: { Ref: 'Stage' } }), 'kept', []],
    ['with just enough receives', read({ RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['Dead', 'Arn'] }, maxReceiveCount: LIMITS.queueReceives.min } }), 'kept', []],
    ['whose messages come back early', read({ VisibilityTimeout: 6 * LIMITS.functionTimeout.default - 1 }), 'kept', ['VisibleTooSoon']],
    ['whose settings nobody knows', read({ VisibilityTimeout: { Ref: 'Stage' } }), 'kept', []],
  ])('%s', (_what, found_, verdict, ids) => {
    expect([found_.verdict, found(found_)]).toEqual([verdict, ids]);
  });
});

test('a queue elsewhere may have one', () => {
  const found_ = path(mapping('arn:aws:sqs:eu-west-1:111122223333:orders'), 'crash');

  expect([found_.verdict, found(found_)]).toEqual(['unknown', ['NotAmongTheTemplates']]);
});

describe('a pipe', () => {
  const STREAM = 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders';
  const pipe = (Source: unknown, parameters: object, failure: 'crash' | 'throttle' = 'crash', more: object = {}) => path({
    Pipe: { Type: 'AWS::Pipes::Pipe', Properties: { Source, Target: { 'Fn::GetAtt': ['Fn', 'Arn'] }, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, SourceParameters: parameters, ...more } }, ...SENDER,
  }, failure);
  const limited = (limits: object) => ({ KinesisStreamParameters: { DeadLetterConfig: { Arn: QUEUE_ARN }, StartingPosition: 'LATEST', ...limits } });

  test('of a stream needs an end, and always splits a batch', () => {
    expect(found(pipe(STREAM, limited({})))).toContain('TriedWithoutEnd');
    expect(found(pipe(STREAM, limited({ MaximumRetryAttempts: 3 })))).not.toContain('TriedWithoutEnd');
    expect(found(pipe(STREAM, limited({ MaximumRetryAttempts: 3 })))).toContain('HoldsUpOthers');
    expect(found(pipe(STREAM, limited({ MaximumRetryAttempts: 3, MaximumRecordAgeInSeconds: 600 })))).toEqual([]);
    expect(found(pipe(STREAM, limited({})))).not.toContain('TakesBatchAlong');
  });
});

test('of a table too a queue gets positions only', () => {
  const table = (Destination: unknown) => path({ ...mapping('arn:aws:dynamodb:eu-west-1:111122223333:table/a/stream/b', { ...LIMITED, DestinationConfig: { OnFailure: { Destination } } }), ...SENDER, Topic: { Type: 'AWS::SNS::Topic' } }, 'crash');
  const [first] = table(QUEUE_ARN).findings.filter(({ id }) => id === 'PositionsOnly');

  expect(first.text).toContain('Queue');
  expect(found(table({ Ref: 'Topic' }))).toContain('PositionsOnly');
  expect(found(table('arn:aws:sns:eu-west-1:111122223333:a'))).toContain('PositionsOnly');
});

test('a batch that is split when the deployment says so may be', () => {
  expect(found(stream({ ...LIMITED, BisectBatchOnFunctionError: { Ref: 'Stage' } }))).toEqual(['PositionsOnly']);
});
