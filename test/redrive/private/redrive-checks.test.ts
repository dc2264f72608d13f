import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { FailureQueue } from '../../../src/failure/failure-queue';
import { FunctionAsyncFailure } from '../../../src/failure/function-async-failure';
import { FunctionDeadLetter } from '../../../src/failure/function-dead-letter';
import { checkSenders } from '../../../src/redrive/private/redrive-checks';
import { RedrivePipe } from '../../../src/redrive/redrive-pipe';
import { nodeFunction, testStack } from '../../support';

const PREFIX = 'cdk-lambda-error-handling:';

function failInto(fn: lambda.Function, queue: sqs.IQueueRef): void {
  fn.with(new FunctionAsyncFailure({ failureDestination: FailureDestination.queue(queue) }));
}

function streamInto(stack: Stack, queue: FailureQueue): void {
  new lambda.CfnEventSourceMapping(stack, 'Mapping', {
    functionName: 'orders', eventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders', destinationConfig: { onFailure: { destination: queue.queueRef.queueArn } },
  });
}

test('the queue of a function that fails into it is clean', () => {
  const stack = testStack();
  const [fn, queue] = [nodeFunction(stack), new FailureQueue(stack, 'Failures')];
  failInto(fn, queue);
  checkSenders({ scope: stack, queue, functions: [fn.addAlias('live')] });

  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp(`${PREFIX}RedrivePipe`));
});

test('a queue with positions in streams only is refused', () => {
  const stack = testStack();
  const queue = new FailureQueue(stack, 'Failures');
  streamInto(stack, queue);

  expect(() => checkSenders({ scope: stack, queue, functions: [nodeFunction(stack)] })).toThrow(expect.objectContaining({
    name: 'RedrivePayloadNotKept', message: expect.stringContaining('Stack/Mapping'),
  }));
});

test('the dead-letter queue of a queue is refused: SQS redrives it', () => {
  const stack = testStack();
  const queue = new FailureQueue(stack, 'Failures');
  new sqs.Queue(stack, 'Source', { deadLetterQueue: { queue: queue.queue, maxReceiveCount: 5 } });

  expect(() => checkSenders({ scope: stack, queue, functions: [nodeFunction(stack)] })).toThrow(expect.objectContaining({
    name: 'RedriveQueueSource', message: expect.stringMatching(/Stack\/Source.*start-message-move-task/),
  }));
});

test('what else a shared queue keeps is a warning', () => {
  const stack = testStack();
  const [fn, queue] = [nodeFunction(stack), new FailureQueue(stack, 'Failures')];
  failInto(fn, queue);
  streamInto(stack, queue);
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['x'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue: queue.queue })] });
  checkSenders({ scope: stack, queue, functions: [fn] });

  Annotations.fromStack(stack).hasWarning('/Stack', Match.stringLikeRegexp(`Stack/Mapping, .*Stack/Rule.*${PREFIX}RedrivePipe.otherMessages`));
});

test('a function that fails into the queue and is not listed is a warning', () => {
  const stack = testStack();
  const [orders, audit] = ['Orders', 'Audit'].map((id) => nodeFunction(stack, id));
  const queue = new FailureQueue(stack, 'Failures');
  [orders, audit].forEach((fn) => failInto(fn, queue));
  checkSenders({ scope: stack, queue, functions: [orders] });

  Annotations.fromStack(stack).hasWarning('/Stack', Match.stringLikeRegexp(`Stack/Audit.*${PREFIX}RedrivePipe.functionNotListed`));
});

test('dead letters of one of several functions are refused: they do not say of which', () => {
  const stack = testStack();
  const functions = ['Orders', 'Audit'].map((id) => nodeFunction(stack, id));
  const queue = new FailureQueue(stack, 'Failures');
  functions[1].with(new FunctionDeadLetter({ failureDestination: FailureDestination.queue(queue) }));

  expect(() => checkSenders({ scope: stack, queue, functions })).toThrow(expect.objectContaining({
    name: 'RedriveFunctionUnknown', message: expect.stringContaining('Stack/Audit'),
  }));
  expect(() => checkSenders({ scope: stack, queue, functions: [functions[1]] })).not.toThrow();
});

test('it is looked at when the tree is finished', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const queue = new FailureQueue(stack, 'Failures');
  new RedrivePipe(stack, 'Redrive', { failureQueue: queue, functions: [nodeFunction(stack)] });
  streamInto(stack, queue);

  expect(() => app.synth()).toThrow(expect.objectContaining({ name: 'RedrivePayloadNotKept' }));
});

test('of an imported queue nothing is known', () => {
  const stack = testStack();
  const queue = sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:failures');

  expect(() => checkSenders({ scope: stack, queue, functions: [nodeFunction(stack)] })).not.toThrow();
});
