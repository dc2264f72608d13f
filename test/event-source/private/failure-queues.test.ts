import type { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureQueues } from '../../../src/event-source/private/failure-queues';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { l1Function, testStack } from '../../support';
import { mappingOf } from '../support';

test.each<[string, (stack: Stack, arn: string) => void]>([
  ['the dead letters of a queue', (stack, deadLetterTargetArn) => new sqs.CfnQueue(stack, 'Source', { redrivePolicy: { deadLetterTargetArn } })],
  ['the dead letters of a subscription', (stack, deadLetterTargetArn) =>
    new sns.CfnSubscription(stack, 'Source', { protocol: 'lambda', topicArn: 'arn', redrivePolicy: { deadLetterTargetArn } })],
  ['the dead letters of a function', (stack, targetArn) => l1Function(stack, 'Source', { deadLetterConfig: { targetArn } })],
  ['the asynchronous failures of a function', (stack, destination) =>
    new lambda.CfnEventInvokeConfig(stack, 'Source', { functionName: 'orders', qualifier: '$LATEST', destinationConfig: { onFailure: { destination } } })],
  ['the failures of a mapping', (stack, destination) => mappingOf(stack, 'kinesis', { destinationConfig: { onFailure: { destination } } })],
])('a queue that keeps %s', (_, build) => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'Queue');
  build(stack, queue.attrArn);

  expect(FailureQueues.include(queue)).toBe(true);
});

test('a failure queue that nothing uses yet', () => {
  const { queue } = new FailureQueue(testStack(), 'Failures');

  expect(FailureQueues.include(queue.node.defaultChild as sqs.CfnQueue)).toBe(true);
});

test('queues that are made after the first look', () => {
  const stack = testStack();
  const [source, kept] = ['Source', 'Kept'].map((id) => {
    const queue = new sqs.CfnQueue(stack, id);
    return { queue, before: id === 'Source' && FailureQueues.include(queue) };
  });
  source.queue.redrivePolicy = { deadLetterTargetArn: kept.queue.attrArn, maxReceiveCount: 5 };

  expect([source.before, FailureQueues.include(kept.queue), FailureQueues.include(source.queue)]).toEqual([false, true, false]);
});
