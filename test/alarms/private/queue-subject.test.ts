import { CfnParameter, Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { messageAgeThreshold, queueSubject } from '../../../src/alarms/private/queue-subject';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { testStack } from '../../support';

test('every reference to a queue has the same home and name', () => {
  const failures = new FailureQueue(testStack(), 'Failures');
  const { queue } = failures;

  for (const ref of [failures, queue, queue.node.defaultChild as sqs.CfnQueue]) {
    const subject = queueSubject(ref);
    expect(subject).toMatchObject({ resource: queue.node.defaultChild, home: queue });
    expect(queue.stack.resolve(subject.queueName)).toEqual(queue.stack.resolve(queue.queueName));
  }
});

test('an L1 queue without an owner is its own home, and known by the name it gets', () => {
  const stack = testStack();
  const queue = new sqs.CfnQueue(stack, 'L1', { queueName: undefined });

  expect(queueSubject(queue)).toMatchObject({ resource: queue, home: queue });
  expect(stack.resolve(queueSubject(queue).queueName)).toEqual({ 'Fn::GetAtt': ['L1', 'QueueName'] });
});

test('an imported queue is known by the name in its ARN', () => {
  const stack = testStack();
  const imported = sqs.Queue.fromQueueArn(stack, 'L2', 'arn:aws:sqs:eu-west-1:111122223333:failures');
  /** What a third party may hand over: a reference and nothing else. */
  const bare: sqs.IQueueRef = Object.assign(new Construct(stack, 'Bare'), { queueRef: imported.queueRef, env: imported.env });

  expect([imported, bare].map(queueSubject).map(({ resource, queueName }) => [resource, queueName]))
    .toEqual([[undefined, 'failures'], [undefined, 'failures']]);
});

test('tokens are not numbers', () => {
  const stack = testStack();
  const age = Duration.seconds(new CfnParameter(stack, 'Age', { type: 'Number' }).valueAsNumber);

  expect(stack.resolve(messageAgeThreshold(queueSubject(new sqs.Queue(stack, 'Queue')), age))).toEqual({ Ref: 'Age' });
});
