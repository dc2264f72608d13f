import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { FunctionDeadLetter } from '../../src/failure/function-dead-letter';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { describeMixin } from '../conformance/describe-mixin';
import { l1Function, nodeFunction, testStack } from '../support';
import { configsIn, errorOf, expectWarning, statementsIn } from './support';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:dead';

function toQueue(stack: Stack): FunctionDeadLetter {
  return new FunctionDeadLetter({ failureDestination: FailureDestination.queue(sqs.Queue.fromQueueArn(stack, 'Dead', QUEUE)) });
}

describeMixin({
  mixin: FunctionDeadLetter,
  create: toQueue,
  supported: (stack) => l1Function(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), nodeFunction(stack)],
  expects: { type: 'AWS::Lambda::Function', properties: { DeadLetterConfig: { TargetArn: QUEUE } } },
  equivalentL2: {
    plain: (stack) => nodeFunction(stack),
    configured: (stack) => nodeFunction(stack, 'Function', { deadLetterQueue: stack.node.findChild('Dead') as sqs.IQueue }),
  },
  conflicts: [
    {
      what: 'another target is set',
      set: (fn) => { (fn as lambda.CfnFunction).deadLetterConfig = { targetArn: `${QUEUE}-2` }; },
      error: 'DeadLetterConflict',
    },
    { what: 'a raw override sets another target', set: (fn) => fn.addPropertyOverride('DeadLetterConfig.TargetArn', `${QUEUE}-2`), error: 'DeadLetterConflict' },
  ],
  kept: { set: (fn) => { (fn as lambda.CfnFunction).timeout = 9; }, properties: { Timeout: 9, DeadLetterConfig: { TargetArn: QUEUE } } },
  setLater: {
    set: (fn) => { (fn as lambda.CfnFunction).deadLetterConfig = { targetArn: `${QUEUE}-2` }; },
    properties: { DeadLetterConfig: { TargetArn: `${QUEUE}-2` } },
  },
  token: (fn, stack) => { (fn as lambda.CfnFunction).deadLetterConfig = { targetArn: new CfnParameter(stack, 'Target').valueAsString }; },
});

test('grants a topic, and the key of the topic', () => {
  const stack = testStack();
  const topic = new sns.Topic(stack, 'Dead', { masterKey: new kms.Key(stack, 'Key') });
  nodeFunction(stack).with(new FunctionDeadLetter({ failureDestination: FailureDestination.topic(topic) }));

  expect(statementsIn(stack)).toEqual([
    expect.objectContaining({ Action: 'sns:Publish' }), expect.objectContaining({ Action: ['kms:GenerateDataKey', 'kms:Decrypt'] }),
  ]);
});

test('adds the key that CDK forgets on an equal dead-letter queue', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Dead', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  nodeFunction(stack, 'Function', { deadLetterQueue: queue }).with(new FunctionDeadLetter({ failureDestination: FailureDestination.queue(queue) }));

  expect(statementsIn(stack)).toContainEqual(expect.objectContaining({ Action: ['kms:GenerateDataKey', 'kms:Decrypt'] }));
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['DeadB2807C34', 'Arn'] } } });
});

test('refuses what holds no dead letters: DeadLetterDestinationUnsupported', () => {
  const failureDestination = FailureDestination.bucket(new s3.Bucket(testStack(), 'Dead'));
  const error = errorOf(() => new FunctionDeadLetter({ failureDestination }));

  expect(error?.name).toBe('DeadLetterDestinationUnsupported');
  expect(error?.message).toContain('bucket');
});

test('serves a durable function, which has no destinations', () => {
  const stack = testStack();
  l1Function(stack, 'L1', { durableConfig: { executionTimeout: 60 } }).with(toQueue(stack));

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: QUEUE } });
});

test('a retry policy is set for each way to name the function, also if it is durable', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { durableConfig: { executionTimeout: Duration.hours(1) } });
  const failureDestination = FailureDestination.queue(new FailureQueue(stack, 'Failures'));
  fn.with(new FunctionDeadLetter({ failureDestination, retryPolicy: RetryPolicy.of({ retryAttempts: 1, maxEventAge: Duration.hours(1) }) }));
  fn.addAlias('live');
  const configs = Object.values(configsIn(stack));

  expect(configs).toHaveLength(2);
  for (const config of configs) {
    expect(config).toMatchObject({ MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 3_600 });
    expect(config).not.toHaveProperty('DestinationConfig');
  }
});

test('a retry policy that differs from what is set is refused', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Function', { retryAttempts: 2 });
  const failureDestination = FailureDestination.queue(new FailureQueue(stack, 'Failures'));

  expect(errorOf(() => fn.with(new FunctionDeadLetter({ failureDestination, retryPolicy: RetryPolicy.none() })))?.name).toBe('AsyncConfigConflict');
});

test('a target that is known at deployment only is left with a warning: FunctionDeadLetter.unknownTarget', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  fn.addPropertyOverride('DeadLetterConfig', { 'Fn::If': ['Kept', { TargetArn: QUEUE }, { Ref: 'AWS::NoValue' }] });
  fn.with(toQueue(stack));

  expectWarning(stack, '/Stack/L1', 'FunctionDeadLetter.unknownTarget');
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { DeadLetterConfig: { 'Fn::If': Match.anyValue() } });
});

test('an imported function gets a warning: FunctionDeadLetter.importedFunction', () => {
  const stack = testStack();
  lambda.Function.fromFunctionName(stack, 'Imported', 'orders').with(toQueue(stack));

  expectWarning(stack, '/Stack/Imported', 'FunctionDeadLetter.importedFunction');
});
