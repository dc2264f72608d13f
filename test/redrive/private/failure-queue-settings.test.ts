import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { completeFailureQueue, visibilityFor } from '../../../src/redrive/private/failure-queue-settings';
import { testStack } from '../../support';

const OUT_OF_REACH = 'cdk-lambda-error-handling:RedrivePipe.queueOutOfReach';

function settingsOf(stack: Stack, part: string): Record<string, any> {
  return Object.entries(Template.fromStack(stack).findResources('AWS::SQS::Queue')).find(([id]) => id.includes(part))![1].Properties;
}

test.each<[string, (stack: Stack) => sqs.IQueueRef]>([
  ['FailureQueue', (stack) => new FailureQueue(stack, 'Failures')],
  ['L2', (stack) => new sqs.Queue(stack, 'Failures')],
  ['L1', (stack) => new sqs.CfnQueue(stack, 'Failures')],
])('a queue without settings (%s) hides what is redriven, and moves what always crashes', (_, create) => {
  const stack = testStack();
  const quarantine = new FailureQueue(stack, 'Quarantine');
  completeFailureQueue(stack, create(stack), quarantine, 50);

  expect(settingsOf(stack, 'Failures')).toMatchObject({
    VisibilityTimeout: 300, RedrivePolicy: { deadLetterTargetArn: stack.resolve(quarantine.queueRef.queueArn), maxReceiveCount: 1_000 },
  });
});

test('what the user set stays', () => {
  const stack = testStack();
  const own = new sqs.Queue(stack, 'Own');
  const queue = new sqs.Queue(stack, 'Failures', { visibilityTimeout: Duration.seconds(60), deadLetterQueue: { queue: own, maxReceiveCount: 3 } });
  completeFailureQueue(stack, queue, new FailureQueue(stack, 'Quarantine'), 50);

  expect(settingsOf(stack, 'Failures')).toMatchObject({
    VisibilityTimeout: 60, RedrivePolicy: { deadLetterTargetArn: stack.resolve(own.queueArn), maxReceiveCount: 3 },
  });
});

test('a visibility timeout just as long as redriving may take stays', () => {
  const stack = testStack();
  completeFailureQueue(stack, new sqs.Queue(stack, 'Failures', { visibilityTimeout: Duration.seconds(50) }), new FailureQueue(stack, 'Quarantine'), 50);

  expect(settingsOf(stack, 'Failures')).toMatchObject({ VisibilityTimeout: 50 });
});

test('a visibility timeout in which an event can come twice is refused', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Failures', { visibilityTimeout: Duration.seconds(49) });

  expect(() => completeFailureQueue(stack, queue, new FailureQueue(stack, 'Quarantine'), 50)).toThrow(expect.objectContaining({
    name: 'RedriveVisibilityTimeoutTooShort', message: expect.stringMatching(/at least 50 seconds.*got 49.*300 seconds/),
  }));
});

test('a visibility timeout that only the deployment knows stays', () => {
  const stack = testStack();
  const visibilityTimeout = new CfnParameter(stack, 'Visibility', { type: 'Number' }).valueAsNumber;
  completeFailureQueue(stack, new sqs.CfnQueue(stack, 'Failures', { visibilityTimeout }), new FailureQueue(stack, 'Quarantine'), 50);

  expect(settingsOf(stack, 'Failures')).toMatchObject({ VisibilityTimeout: { Ref: 'Visibility' } });
});

test('an imported queue, and one of another stack, is a warning with what to set there', () => {
  const app = new App();
  const [stack, other] = ['Stack', 'Other'].map((id) => new Stack(app, id));
  const quarantine = new FailureQueue(stack, 'Quarantine');
  const imported = sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:failures');
  for (const queue of [imported, new FailureQueue(other, 'Failures')]) completeFailureQueue(stack, queue, quarantine, 50);

  Annotations.fromStack(stack).hasWarning('/Stack', Match.stringLikeRegexp(`visibilityTimeout 300 seconds.*maxReceiveCount 1000.*${OUT_OF_REACH}`));
  expect(settingsOf(other, 'Failures').RedrivePolicy).toBeUndefined();
});

test('no visibility timeout is longer than SQS takes', () => {
  expect(visibilityFor(900)).toBe(5_400);
  expect(visibilityFor(10_000)).toBe(43_200);
});
