import { CfnParameter, Fn, type CfnResource, type Stack } from 'aws-cdk-lib';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { alarmsOfSourceQueue, sourceQueueBehind } from '../../../src/mixins/private/source-queue';
import { testStack } from '../../support';

const ARN = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const mapping = (stack: Stack, eventSourceArn?: string, id = 'Mapping'): CfnResource => new lambda.CfnEventSourceMapping(stack, id, { functionName: 'fn', eventSourceArn });
const behind = (stack: Stack, arn: unknown) => sourceQueueBehind(mapping(stack), arn);

test('a queue of the app is found, with its name if it has one', () => {
  const stack = testStack();
  const [plain, named] = [new sqs.Queue(stack, 'Plain'), new sqs.Queue(stack, 'Named', { queueName: 'orders' })];
  const reader = mapping(stack);

  expect(sourceQueueBehind(reader, plain.queueArn)).toEqual({ resource: plain.node.defaultChild, name: undefined });
  expect(sourceQueueBehind(reader, named.queueArn)).toEqual({ resource: named.node.defaultChild, name: 'orders' });
});

test.each([
  ['all of it', () => ARN, 'Stack/SourceQueue:eu-west-1:111122223333:orders'],
  ['its name only', (stack: Stack) => stack.formatArn({ service: 'sqs', resource: 'orders' }), 'Stack/SourceQueue:orders'],
])('of an imported queue %s is known', (_, arn, path) => {
  const stack = testStack();

  const found = behind(stack, arn(stack));

  expect(found).toMatchObject({ name: 'orders', resource: { node: { path } } });
  expect(stack.resolve((found as { resource: sqs.IQueueRef }).resource.queueRef.queueArn)).toEqual(stack.resolve(arn(stack)));
});

test('an imported queue of two readers is one', () => {
  const stack = testStack();
  const [one, other] = ['One', 'Other'].map((id) => sourceQueueBehind(mapping(stack, undefined, id), ARN));

  expect(one).toEqual({ resource: expect.anything(), name: 'orders' });
  expect((other as { resource: object }).resource).toBe((one as { resource: object }).resource);
});

test('what the deployment alone knows may be a queue', () => {
  const stack = testStack();
  const name = new CfnParameter(stack, 'Name').valueAsString;

  expect(behind(stack, Fn.importValue('Orders'))).toBe('unknown');
  expect(sourceQueueBehind(stack.node.findChild('Mapping') as CfnResource, stack.formatArn({ service: 'sqs', resource: name }))).toBe('unknown');
  expect(sourceQueueBehind(stack.node.findChild('Mapping') as CfnResource, { Ref: 'Name' })).toBe('unknown');
});

test.each(['arn:aws:kinesis:eu-west-1:111122223333:stream/orders', 'smk://broker.example.com:9092', ''])('%s is no queue', (arn) => {
  expect(behind(testStack(), arn)).toBeUndefined();
});

test('a stream of the app is no queue', () => {
  const stack = testStack();

  expect(behind(stack, new kinesis.Stream(stack, 'Stream').streamArn)).toBeUndefined();
});

test('alarms on waiting messages are made where they are asked for only', () => {
  const resource = new sqs.Queue(testStack(), 'Queue');
  const { recommended, spared } = alarmsOfSourceQueue({ resource }, {});

  expect(spared).toEqual(['messagesVisible']);
  expect(recommended({}).map(({ node }) => node.id)).toEqual(['OldestMessageAgeAlarm']);
});
