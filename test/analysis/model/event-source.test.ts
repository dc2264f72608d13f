import { templateWith } from './support';
import { eventSourceOf, sourceOfMapping } from '../../../src/analysis/model/event-source';

test.each<[object, string | undefined]>([
  [{ Topics: ['orders'], StartingPosition: 'LATEST' }, 'msk'],
  [{ Queues: ['orders'] }, 'mq'],
  [{ DocumentDBEventSourceConfig: {}, StartingPosition: 'LATEST' }, 'documentdb'],
  [{ SelfManagedEventSource: {}, Topics: ['orders'] }, 'kafka'],
  [{ StartingPosition: 'LATEST' }, 'kinesis'],
  [{ StartingPosition: 'LATEST', EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] } }, 'dynamodb'],
  [{}, undefined],
])('a mapping of a source that is not known has settings that tell: %j', (settings, expected) => {
  const { EventSourceArn = { Ref: 'Stage' }, ...others } = settings as { EventSourceArn?: object };
  const [mapping] = templateWith({ Table: { Type: 'AWS::DynamoDB::Table' }, Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { EventSourceArn, ...others } } }).resources.filter(({ id }) => id === 'Mapping');

  expect(sourceOfMapping(mapping)).toBe(expected);
});

const template = templateWith({
  Fifo: { Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true } }, Stream: { Type: 'AWS::Kinesis::Stream' }, Table: { Type: 'AWS::DynamoDB::Table' }, Other: { Type: 'AWS::S3::Bucket' },
});

test.each<[unknown, string | undefined, string | undefined]>([
  [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'sqs', 'Queue'],
  [{ 'Fn::GetAtt': ['Fifo', 'Arn'] }, 'sqs-fifo', 'Fifo'],
  [{ 'Fn::GetAtt': ['Stream', 'Arn'] }, 'kinesis', 'Stream'],
  [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'dynamodb', 'Table'],
  [{ 'Fn::GetAtt': ['Other', 'Arn'] }, undefined, 'Other'],
  ['arn:aws:sqs:eu-west-1:111122223333:orders', 'sqs', undefined],
  ['arn:aws:sqs:eu-west-1:111122223333:orders.fifo', 'sqs-fifo', undefined],
  [{ 'Fn::Sub': 'arn:aws:kafka:${AWS::Region}:${AWS::AccountId}:cluster/orders/a' }, 'msk', undefined],
  ['arn:aws:rds:eu-west-1:111122223333:cluster:orders', 'documentdb', undefined],
  ['constructor', undefined, undefined],
  ['arn:aws:constructor:eu-west-1', undefined, undefined],
  [undefined, undefined, undefined],
])('%j', (raw, id, resource) => {
  const found = eventSourceOf(template.property(raw));

  expect([found.id, found.resource?.id]).toEqual([id, resource]);
});
