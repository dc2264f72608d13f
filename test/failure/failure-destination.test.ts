import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { FailureDestination, FailureDestinationKind, type FailureDestinationConfig } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { nodeFunction, testStack } from '../support';
import { errorOf, statementsIn } from './support';

const KEY_ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];

function bind(stack: Stack, destination: FailureDestination): string {
  const fn = nodeFunction(stack, 'Source');
  return stack.resolve(destination.bind(fn.node.defaultChild!, { grantee: fn }).destinationArn);
}

describe('grants what Lambda needs to deliver, and nothing else, to', () => {
  test.each<[string, (stack: Stack) => FailureDestination, FailureDestinationKind, object[]]>([
    ['a queue', (stack) => FailureDestination.queue(new sqs.Queue(stack, 'To')), FailureDestinationKind.QUEUE,
      [{ Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^To'), 'Arn'] } }]],
    ['an L1 queue', (stack) => FailureDestination.queue(new sqs.CfnQueue(stack, 'To')), FailureDestinationKind.QUEUE,
      [{ Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': ['To', 'Arn'] } }]],
    ['a failure queue', (stack) => FailureDestination.queue(new FailureQueue(stack, 'To')), FailureDestinationKind.QUEUE,
      [{ Action: 'sqs:SendMessage', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ToQueue'), 'Arn'] } }]],
    ['a topic', (stack) => FailureDestination.topic(new sns.Topic(stack, 'To')), FailureDestinationKind.TOPIC,
      [{ Action: 'sns:Publish', Resource: { Ref: Match.stringLikeRegexp('^To') } }]],
    ['an L1 topic', (stack) => FailureDestination.topic(new sns.CfnTopic(stack, 'To')), FailureDestinationKind.TOPIC,
      [{ Action: 'sns:Publish', Resource: { Ref: 'To' } }]],
    ['an event bus', (stack) => FailureDestination.eventBus(new events.EventBus(stack, 'To')), FailureDestinationKind.EVENT_BUS,
      [{ Action: 'events:PutEvents', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^To'), 'Arn'] } }]],
    ['a function', (stack) => FailureDestination.function(nodeFunction(stack, 'To')), FailureDestinationKind.FUNCTION,
      [{ Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^To'), 'Arn'] } }]],
    ['an alias', (stack) => FailureDestination.function(nodeFunction(stack, 'To').addAlias('live')), FailureDestinationKind.FUNCTION,
      [{ Action: 'lambda:InvokeFunction', Resource: { Ref: Match.stringLikeRegexp('^ToAlias') } }]],
  ])('%s', (_, create, kind, statements) => {
    const stack = testStack();
    const destination = create(stack);
    bind(stack, destination);

    expect(destination.kind).toBe(kind);
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })) },
    });
  });

  test('a bucket, of the own account only', () => {
    const stack = testStack();
    bind(stack, FailureDestination.bucket(new s3.Bucket(stack, 'To')));
    const Condition = { StringEquals: { 's3:ResourceAccount': { Ref: 'AWS::AccountId' } } };

    expect(statementsIn(stack)).toEqual([
      { Action: 's3:PutObject', Effect: 'Allow', Condition, Resource: { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['To08248C0F', 'Arn'] }, '/*']] } },
      { Action: 's3:ListBucket', Effect: 'Allow', Condition, Resource: { 'Fn::GetAtt': ['To08248C0F', 'Arn'] } },
    ]);
  });
});

describe('grants the customer managed key of', () => {
  const key = (stack: Stack): kms.Key => new kms.Key(stack, 'Key');
  test.each<[string, (stack: Stack) => FailureDestination]>([
    ['a queue', (stack) => FailureDestination.queue(new sqs.Queue(stack, 'To', { encryptionMasterKey: key(stack) }))],
    ['an L1 queue', (stack) => FailureDestination.queue(new sqs.CfnQueue(stack, 'To', { kmsMasterKeyId: key(stack).keyId }))],
    ['a failure queue', (stack) => FailureDestination.queue(new FailureQueue(stack, 'To', { encryptionKey: key(stack) }))],
    ['an imported queue', (stack) => FailureDestination.queue(sqs.Queue.fromQueueAttributes(stack, 'To', {
      queueArn: 'arn:aws:sqs:eu-west-1:111122223333:failed', keyArn: key(stack).keyArn,
    }))],
    ['a topic', (stack) => FailureDestination.topic(new sns.Topic(stack, 'To', { masterKey: key(stack) }))],
    ['an L1 topic', (stack) => FailureDestination.topic(new sns.CfnTopic(stack, 'To', { kmsMasterKeyId: key(stack).keyArn }))],
    ['a bucket', (stack) => FailureDestination.bucket(new s3.Bucket(stack, 'To', { encryptionKey: key(stack) }))],
    ['an L1 bucket', (stack) => FailureDestination.bucket(new s3.CfnBucket(stack, 'To', {
      bucketEncryption: {
        serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key(stack).keyArn } }],
      },
    }))],
  ])('%s', (_, create) => {
    const stack = testStack();
    bind(stack, create(stack));

    expect(statementsIn(stack)).toContainEqual({ Action: KEY_ACTIONS, Effect: 'Allow', Resource: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } });
  });
});

describe('refuses FIFO, to which Lambda can not deliver (FifoFailureDestination):', () => {
  const FIFO_ARN = 'arn:aws:sqs:eu-west-1:111122223333:failed.fifo';
  test.each<[string, (stack: Stack) => FailureDestination]>([
    ['a queue', (stack) => FailureDestination.queue(new sqs.Queue(stack, 'To', { fifo: true }))],
    ['an L1 queue', (stack) => FailureDestination.queue(new sqs.CfnQueue(stack, 'To', { fifoQueue: true }))],
    ['an imported queue', (stack) => FailureDestination.queue(sqs.Queue.fromQueueArn(stack, 'To', FIFO_ARN))],
    ['a topic', (stack) => FailureDestination.topic(new sns.Topic(stack, 'To', { fifo: true }))],
    ['an L1 topic', (stack) => FailureDestination.topic(new sns.CfnTopic(stack, 'To', { fifoTopic: true }))],
    ['an imported topic', (stack) => FailureDestination.topic(sns.Topic.fromTopicArn(stack, 'To', FIFO_ARN.replace('sqs', 'sns')))],
  ])('%s', (_, create) => {
    expect(errorOf(() => create(testStack()))?.name).toBe('FifoFailureDestination');
  });

  test('an L1 queue that becomes one later', () => {
    const stack = testStack();
    const queue = new sqs.CfnQueue(stack, 'To');
    const destination = FailureDestination.queue(queue);
    queue.fifoQueue = true;

    expect(errorOf(() => bind(stack, destination))?.name).toBe('FifoFailureDestination');
  });

  test('but not an ARN that is known at deployment only', () => {
    const stack = testStack();
    const queue = sqs.Queue.fromQueueArn(stack, 'To', stack.formatArn({ service: 'sqs', resource: stack.resolve('{queue}') }));

    expect(() => FailureDestination.queue(queue)).not.toThrow();
  });
});

test('users can write their own', () => {
  class Firehose extends FailureDestination {
    public readonly kind = FailureDestinationKind.BUCKET;

    public bind(_scope: IConstruct, { grantee }: { grantee: iam.IGrantable }): FailureDestinationConfig {
      const destinationArn = 'arn:aws:s3:::failed';
      iam.Grant.addToPrincipal({ grantee, actions: ['s3:PutObject'], resourceArns: [destinationArn] });
      return { destinationArn };
    }
  }
  const stack = testStack();

  expect(bind(stack, new Firehose())).toBe('arn:aws:s3:::failed');
  expect(statementsIn(stack)).toEqual([{ Action: 's3:PutObject', Effect: 'Allow', Resource: 'arn:aws:s3:::failed' }]);
});

test('a queue of another stack gets no policy: the role is enough', () => {
  const app = new App();
  const [near, far] = [new Stack(app, 'Near'), new Stack(app, 'Far')];
  bind(near, FailureDestination.queue(new sqs.CfnQueue(far, 'To')));

  Template.fromStack(far).resourceCountIs('AWS::SQS::QueuePolicy', 0);
  expect(statementsIn(near)).toHaveLength(1);
});

test('a function reference without a construct behind it is taken by its ARN', () => {
  const stack = testStack();
  const to = lambda.Function.fromFunctionArn(stack, 'To', 'arn:aws:lambda:eu-west-1:111122223333:function:failed');

  expect(bind(stack, FailureDestination.function(to))).toBe('arn:aws:lambda:eu-west-1:111122223333:function:failed');
});
