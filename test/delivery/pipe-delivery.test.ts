import { CfnParameter, Duration, Resource, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { deadQueue, FUNCTION_ARN, l1Pipe, propertiesOf, QUEUE_ARN } from './support';
import { PipeDelivery } from '../../src/delivery/pipe-delivery';
import { FailureDestination } from '../../src/failure/failure-destination';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { describeMixin } from '../conformance/describe-mixin';
import { errorOf, expectWarning, statementsIn } from '../failure/support';
import { testStack } from '../support';

const TYPE = 'AWS::Pipes::Pipe';
const WANTED = {
  DeadLetterConfig: { Arn: QUEUE_ARN }, MaximumRetryAttempts: 10, MaximumRecordAgeInSeconds: 21_600, OnPartialBatchItemFailure: 'AUTOMATIC_BISECT',
};
const OTHER = { deadLetterConfig: { arn: `${QUEUE_ARN}-2` } };
const QUEUE_SOURCE = { source: 'arn:aws:sqs:eu-west-1:111122223333:orders', sourceParameters: undefined };

function delivery(stack: Stack): PipeDelivery {
  return new PipeDelivery({ failureDestination: deadQueue(stack) });
}

function setStream(pipe: unknown, changes: Partial<pipes.CfnPipe.PipeSourceKinesisStreamParametersProperty>): void {
  const one = pipe as pipes.CfnPipe;
  const { kinesisStreamParameters } = one.sourceParameters as pipes.CfnPipe.PipeSourceParametersProperty;
  const given = kinesisStreamParameters as pipes.CfnPipe.PipeSourceKinesisStreamParametersProperty;
  one.sourceParameters = { kinesisStreamParameters: { ...given, ...changes } };
}

function streamOf(stack: Stack): Record<string, unknown> {
  return propertiesOf(stack, TYPE).SourceParameters.KinesisStreamParameters;
}

/** As the L2 library for pipes imports one. */
class ImportedPipe extends Resource {
  public readonly pipeRef = { pipeName: 'orders', pipeArn: 'arn:aws:pipes:eu-west-1:111122223333:pipe/orders' };
}

describeMixin({
  mixin: PipeDelivery,
  create: delivery,
  supported: (stack) => l1Pipe(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue')],
  expects: { type: TYPE, properties: { SourceParameters: { KinesisStreamParameters: Match.objectLike(WANTED) } } },
  conflicts: [
    { what: 'another queue is set', set: (pipe) => setStream(pipe, OTHER), error: 'PipeDeliveryConflict' },
  ],
  kept: {
    set: (pipe) => setStream(pipe, { batchSize: 7, maximumRetryAttempts: 2 }),
    properties: { SourceParameters: { KinesisStreamParameters: Match.objectLike({ ...WANTED, BatchSize: 7, MaximumRetryAttempts: 2 }) } },
  },
  setLater: {
    set: (pipe) => setStream(pipe, OTHER),
    properties: { SourceParameters: { KinesisStreamParameters: Match.objectLike({ DeadLetterConfig: { Arn: `${QUEUE_ARN}-2` } }) } },
  },
  token: (pipe, stack) => setStream(pipe, { maximumRetryAttempts: new CfnParameter(stack, 'Attempts', { type: 'Number' }).valueAsNumber }),
});

test('a DynamoDB stream is completed too, and unlimited retries get a limit', () => {
  const stack = testStack();
  const pipe = l1Pipe(stack, {}, { sourceParameters: { dynamoDbStreamParameters: { startingPosition: 'LATEST', maximumRetryAttempts: -1 } } });
  pipe.with(delivery(stack));

  expect(propertiesOf(stack, TYPE).SourceParameters.DynamoDBStreamParameters).toMatchObject(WANTED);
});

test('takes retries, and no splitting', () => {
  const stack = testStack();
  l1Pipe(stack).with(new PipeDelivery({
    failureDestination: deadQueue(stack), retryPolicy: RetryPolicy.of({ retryAttempts: 3, maxEventAge: Duration.days(1) }), bisectBatch: false,
  }));

  expect(streamOf(stack)).toMatchObject({ MaximumRetryAttempts: 3, MaximumRecordAgeInSeconds: 86_400 });
  expect(streamOf(stack).OnPartialBatchItemFailure).toBeUndefined();
});

test('fails if other retries are set that end', () => {
  const pipe = l1Pipe(testStack(), { maximumRetryAttempts: 5 });

  expect(errorOf(() => pipe.with(new PipeDelivery({ retryPolicy: RetryPolicy.of({ retryAttempts: 3 }) })))?.name).toBe('PipeDeliveryConflict');
});

test('the role of the pipe may send to an encrypted queue, or publish to an encrypted topic', () => {
  const [queued, published] = [testStack(), testStack()];
  const [queueKey, topicKey] = [queued, published].map((stack) => new kms.Key(stack, 'Key'));
  l1Pipe(queued).with(new PipeDelivery({ failureDestination: FailureDestination.queue(new sqs.Queue(queued, 'Dead', { encryptionMasterKey: queueKey })) }));
  l1Pipe(published).with(new PipeDelivery({ failureDestination: FailureDestination.topic(new sns.Topic(published, 'Dead', { masterKey: topicKey })) }));

  expect([queued, published].map((stack) => statementsIn(stack).map(({ Action }) => Action))).toEqual([
    ['sqs:SendMessage', ['kms:GenerateDataKey', 'kms:Decrypt']], ['sns:Publish', ['kms:GenerateDataKey', 'kms:Decrypt']],
  ]);
});

test.each(['queue', 'topic'])('the role may send to the %s that the pipe has', (kind) => {
  const stack = testStack();
  const arn = kind === 'queue' ? new sqs.Queue(stack, 'Dead').queueArn : new sns.Topic(stack, 'Dead').topicArn;
  l1Pipe(stack, { deadLetterConfig: { arn } }).with(new PipeDelivery());

  expect(statementsIn(stack)).toEqual([expect.objectContaining({ Resource: stack.resolve(arn) })]);
});

test('makes a queue where none is given', () => {
  const stack = testStack();
  l1Pipe(stack).with(new PipeDelivery());

  Template.fromStack(stack).hasResourceProperties('AWS::SQS::Queue', { MessageRetentionPeriod: 1_209_600 });
});

test('takes nothing but queues and topics: DeliveryDestinationUnsupported', () => {
  const failureDestination = FailureDestination.bucket(new s3.Bucket(testStack(), 'Bucket'));

  expect(errorOf(() => new PipeDelivery({ failureDestination }))?.name).toBe('DeliveryDestinationUnsupported');
});

test('a pipe with a function as enrichment only is completed, one without any is not', () => {
  const [stack, none, all] = [testStack(), testStack(), testStack()];
  const target = 'arn:aws:sqs:eu-west-1:111122223333:next';
  l1Pipe(stack, {}, { target, enrichment: FUNCTION_ARN }).with(delivery(stack));
  l1Pipe(none, {}, { target }).with(delivery(none));
  l1Pipe(all, {}, { target }).with(new PipeDelivery({ failureDestination: deadQueue(all), allTargets: true }));

  expect([stack, none, all].map((one) => Boolean(streamOf(one).DeadLetterConfig))).toEqual([true, false, true]);
});

describe('a warning stands for', () => {
  test('a queue as source that keeps nothing: PipeDelivery.sourceKeepsNothing', () => {
    const stack = testStack();
    l1Pipe(stack, {}, QUEUE_SOURCE).with(delivery(stack));

    expectWarning(stack, '/Stack/Pipe', 'PipeDelivery.sourceKeepsNothing');
  });

  test('a target that only the deployment knows: PipeDelivery.unknownTarget', () => {
    const stack = testStack();
    l1Pipe(stack, {}, { target: new CfnParameter(stack, 'Target').valueAsString }).with(delivery(stack));

    expectWarning(stack, '/Stack/Pipe', 'PipeDelivery.unknownTarget');
  });

  test('parameters that only the deployment knows: PipeDelivery.unknownSetting', () => {
    const stack = testStack();
    const pipe = l1Pipe(stack);
    pipe.addPropertyOverride('SourceParameters', { 'Fn::If': ['On', {}, { Ref: 'AWS::NoValue' }] });
    pipe.with(delivery(stack));

    expectWarning(stack, '/Stack/Pipe', 'PipeDelivery.unknownSetting');
  });

  test('an imported pipe: PipeDelivery.importedPipe', () => {
    const stack = testStack();
    new ImportedPipe(stack, 'Imported').with(delivery(stack));

    expectWarning(stack, '/Stack/Imported', 'PipeDelivery.importedPipe');
  });
});
