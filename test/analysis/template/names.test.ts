import { namedIn, namePropertyOf } from '../../../src/analysis/template/names';

test.each<[string, string, string, string]>([
  ['lambda', 'function:orders:live', 'AWS::Lambda::Function', 'orders'],
  ['sqs', 'orders', 'AWS::SQS::Queue', 'orders'],
  ['s3', 'orders/key', 'AWS::S3::Bucket', 'orders'],
  ['events', 'event-bus/shop', 'AWS::Events::EventBus', 'shop'],
  ['events', 'rule/shop/paid', 'AWS::Events::Rule', 'paid'],
  ['iam', 'role/service/orders', 'AWS::IAM::Role', 'orders'],
  ['dynamodb', 'table/orders/stream/2026', 'AWS::DynamoDB::Table', 'orders'],
  ['logs', 'log-group:/aws/lambda/orders:*', 'AWS::Logs::LogGroup', '/aws/lambda/orders'],
])('the ARN of %s with %s means %s', (service, rest, type, name) => {
  expect(namedIn(service, rest)).toContainEqual({ type, name });
});

test('other ARNs mean nothing', () => {
  expect([...namedIn('lambda', 'layer:orders:1'), ...namedIn('nothing', 'orders')]).toEqual([]);
});

test('names stand in properties', () => {
  expect([namePropertyOf('AWS::SQS::Queue'), namePropertyOf('AWS::SQS::QueuePolicy'), namePropertyOf('constructor')]).toEqual(['QueueName', undefined, undefined]);
});
