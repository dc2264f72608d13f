import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { streamParametersOf, warnOfSource } from '../../../src/delivery/private/pipe-source';
import { expectWarning } from '../../failure/support';
import { testStack } from '../../support';
import { l1Pipe } from '../support';

test.each<[string, object | undefined, string[] | undefined]>([
  ['Kinesis', { kinesisStreamParameters: { startingPosition: 'LATEST' } }, ['SourceParameters', 'KinesisStreamParameters']],
  ['DynamoDB', { dynamoDbStreamParameters: { startingPosition: 'LATEST' } }, ['SourceParameters', 'DynamoDBStreamParameters']],
  ['SQS', { sqsQueueParameters: { batchSize: 1 } }, undefined],
  ['anything without parameters', undefined, undefined],
])('streamParametersOf %s', (_, sourceParameters, expected) => {
  expect(streamParametersOf(l1Pipe(testStack(), {}, { sourceParameters }))).toEqual(expected);
});

test('warnOfSource says what to do about a queue, and about others: PipeDelivery.sourceKeepsNothing', () => {
  const [queue, broker] = [testStack(), testStack()];
  warnOfSource(l1Pipe(queue, {}, { source: new sqs.Queue(queue, 'Queue').queueArn }));
  warnOfSource(l1Pipe(broker, {}, { source: 'arn:aws:mq:eu-west-1:111122223333:broker:orders' }));

  Annotations.fromStack(queue).hasWarning('/Stack/Pipe', Match.stringLikeRegexp('mixins.QueueRedrive'));
  expectWarning(broker, '/Stack/Pipe', 'PipeDelivery.sourceKeepsNothing');
});

test('warnOfSource says nothing about a queue with a dead-letter queue', () => {
  const stack = testStack();
  const source = new sqs.Queue(stack, 'Queue', { deadLetterQueue: { queue: new sqs.Queue(stack, 'Dead'), maxReceiveCount: 5 } });
  warnOfSource(l1Pipe(stack, {}, { source: source.queueArn }));

  Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
});
