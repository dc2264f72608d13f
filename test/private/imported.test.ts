import { CfnParameter } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureQueue } from '../../src/failure/failure-queue';
import { isImported } from '../../src/private/imported';
import { nodeFunction, testStack } from '../support';

const stack = testStack();

test.each([
  ['an imported queue', sqs.Queue.fromQueueArn(stack, 'ByArn', 'arn:aws:sqs:eu-west-1:111122223333:orders'), true],
  ['a queue of a parameter', sqs.Queue.fromQueueArn(stack, 'ByParameter', new CfnParameter(stack, 'Arn').valueAsString), true],
  ['a queue', new sqs.Queue(stack, 'Queue'), false],
  ['an L1 queue', new sqs.CfnQueue(stack, 'L1'), false],
  ['a construct with a queue', new FailureQueue(stack, 'Failures'), false],
  ['something else', nodeFunction(stack), false],
])('%s', (_, construct, imported) => {
  expect(isImported(construct, 'queueRef', 'queueArn')).toBe(imported);
});

test('an imported mapping', () => {
  expect(isImported(lambda.EventSourceMapping.fromEventSourceMappingId(stack, 'Mapping', 'uuid'), 'eventSourceMappingRef', 'eventSourceMappingId')).toBe(true);
});
