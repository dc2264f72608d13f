import { Duration, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { FailureQueue } from '../../src/failure/failure-queue';
import { LambdaErrorHandling, type LambdaErrorHandlingProps } from '../../src/mixins/lambda-error-handling';
import { l1Function, nodeFunction, testStack } from '../support';

function isTold({ node }: IConstruct): boolean {
  return node.metadata.some(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
}

test('a stream and a queue that functions read are completed, and stay as they are where that is switched off', () => {
  const polled = (props?: LambdaErrorHandlingProps) => {
    const stack = testStack();
    const fn = nodeFunction(stack);
    fn.addEventSource(new sources.KinesisEventSource(new kinesis.Stream(stack, 'Stream'), { startingPosition: lambda.StartingPosition.LATEST }));
    fn.addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Queue', { visibilityTimeout: Duration.minutes(1) })));
    stack.with(new LambdaErrorHandling(props));
    const { Queue } = Object.fromEntries(Object.entries(Template.fromStack(stack).findResources('AWS::SQS::Queue')).map(([id, { Properties }]) => [id.replace(/[0-9A-F]{8}$/, ''), Properties]));
    const ends = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::EventSourceMapping')).map(({ Properties }) => Properties.MaximumRetryAttempts).filter(Boolean);
    return [ends, Queue.RedrivePolicy?.maxReceiveCount];
  };

  expect(polled()).toEqual([[10], expect.any(Number)]);
  expect(polled({ eventSourceMappings: { enabled: false } })).toEqual([[], expect.any(Number)]);
  expect(polled({ sourceQueues: { enabled: false } })).toEqual([[10], undefined]);
});

test.each([[undefined, true], [true, true], [false, false]])('a rule that is wrong about what is made, shared queue included, is acknowledged unless somebody wants to know: %s', (acknowledgeRules, expected) => {
  const stack = testStack();
  l1Function(stack);
  new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(nodeFunction(stack)));
  stack.with(new LambdaErrorHandling({ acknowledgeRules }));

  expect(stack.node.findAll().some(isTold)).toBe(expected);
  expect(JSON.stringify(Template.fromStack(stack).toJSON()).includes('ignore_checks')).toBe(expected);
  // Only what the mixin makes is meant.
  expect(isTold(new FailureQueue(stack, 'Later').queue)).toBe(true);
});
