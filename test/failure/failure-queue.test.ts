import { Duration, Lazy, PropertyInjectors, RemovalPolicy, Validations, type InjectionContext, type IPropertyInjector } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureQueue } from '../../src/failure/failure-queue';
import { ResilientFunction } from '../../src/function/resilient-function';
import { nodeFunction, testStack } from '../support';
import { errorOf } from './support';

test('is a standard queue that is encrypted and keeps events for 14 days', () => {
  const stack = testStack();
  new FailureQueue(stack, 'Failed');

  Template.fromStack(stack).hasResourceProperties('AWS::SQS::Queue', {
    SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 24 * 3600, FifoQueue: Match.absent(),
  });
});

test('is reached over TLS only', () => {
  const stack = testStack();
  new FailureQueue(stack, 'Failed');

  Template.fromStack(stack).hasResourceProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: { Statement: [{ Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] },
  });
});

test('can be encrypted with a key of the user', () => {
  const stack = testStack();
  const queue = new FailureQueue(stack, 'Failed', { encryptionKey: new kms.Key(stack, 'Key') });

  expect(queue.queue.encryptionMasterKey).toBeDefined();
  Template.fromStack(stack).hasResourceProperties('AWS::SQS::Queue', { KmsMasterKeyId: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } });
});

test('takes a name, a shorter retention and a removal policy', () => {
  const stack = testStack();
  new FailureQueue(stack, 'Failed', { queueName: 'failed', retentionPeriod: Duration.days(2), removalPolicy: RemovalPolicy.RETAIN });

  Template.fromStack(stack).hasResource('AWS::SQS::Queue', {
    DeletionPolicy: 'Retain', Properties: { QueueName: 'failed', MessageRetentionPeriod: 2 * 24 * 3600 },
  });
});

test.each([Duration.seconds(59), Duration.days(15), Duration.seconds(60.5), Duration.millis(60_001)])('refuses a retention of %s: FailureQueueRetentionOutOfRange', (retentionPeriod) => {
  const error = errorOf(() => new FailureQueue(testStack(), 'Failed', { retentionPeriod }));

  expect(error?.name).toBe('FailureQueueRetentionOutOfRange');
  expect(error?.message).toContain('60');
});

test.each([Duration.seconds(60), Duration.millis(60_000), Duration.days(14)])('takes a retention of %s', (retentionPeriod) => {
  const stack = testStack();
  new FailureQueue(stack, 'Failed', { retentionPeriod });

  Template.fromStack(stack).hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: retentionPeriod.toSeconds() });
});

test('does not take a token for a retention', () => {
  const retentionPeriod = Duration.seconds(Lazy.number({ produce: () => 120 }));

  expect(() => new FailureQueue(testStack(), 'Failed', { retentionPeriod })).not.toThrow();
});

test('serves as a reference to its queue', () => {
  const stack = testStack();
  const failed = new FailureQueue(stack, 'Failed');

  expect(sqs.CfnQueue.arnForQueue(failed)).toBe(failed.queue.queueArn);
  expect(failed.env).toEqual(failed.queue.env);
});

test('acknowledges rules that want a dead-letter queue for it, each with the reason', () => {
  const stack = testStack();
  const { queue } = new FailureQueue(stack, 'Failed');
  const acknowledged = queue.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY).map(({ data }) => data);

  expect(Object.keys(Object.assign({}, ...acknowledged)).map((id) => id.split('::').pop())).toEqual(['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy']);
  Template.fromStack(stack).hasResource('AWS::SQS::Queue', {
    Metadata: { 'cfn-lint': { config: { ignore_checks: ['ES6000'] }, reasons: { ES6000: Match.stringLikeRegexp('end up') } } },
  });
});

test('acknowledges nothing when told so', () => {
  const stack = testStack();
  new FailureQueue(stack, 'Failed', { acknowledgeRules: false });

  Template.fromStack(stack).hasResource('AWS::SQS::Queue', { Metadata: Match.absent() });
});

test('takes defaults of the organisation from a property injector', () => {
  class ThreeDays implements IPropertyInjector {
    public readonly constructUniqueId = FailureQueue.PROPERTY_INJECTION_ID;

    public inject(props: object, _context: InjectionContext): object {
      return { retentionPeriod: Duration.days(3), ...props };
    }
  }
  const stack = testStack();
  PropertyInjectors.of(stack).add(new ThreeDays());
  new FailureQueue(stack, 'Failed', {});

  Template.fromStack(stack).hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 3 * 24 * 3600 });
});

test('an injector gets properties to complete, whoever makes the queue: in Python it could not complete none', () => {
  const got: unknown[] = [];
  const stack = testStack();
  PropertyInjectors.of(stack).add({ constructUniqueId: FailureQueue.PROPERTY_INJECTION_ID, inject: (props) => { got.push(props); return props; } });

  FailureQueue.sharedBy(stack);
  new ResilientFunction(stack, 'Orders', { code: lambda.Code.fromInline('x'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });

  expect(got).toEqual([{}, {}]);
});

test('sharedBy() is one queue per stack', () => {
  const [one, other] = [testStack(), testStack()];
  const fn = nodeFunction(one);

  expect(FailureQueue.sharedBy(fn)).toBe(FailureQueue.sharedBy(one));
  expect(FailureQueue.sharedBy(one).node.path).toBe('Stack/SharedFailureQueue');
  expect(FailureQueue.sharedBy(other)).not.toBe(FailureQueue.sharedBy(one));
});
