import { Duration } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { applyLayers, SCOPE } from './support';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { eventSourceMappings, SourceQueues } from '../../../src/mixins/private/event-source-layers';
import { nodeFunction, testStack } from '../../support';

const MAPPING = 'AWS::Lambda::EventSourceMapping';

function streamStack() {
  const stack = testStack();
  const fn = nodeFunction(stack);
  fn.addEventSource(new sources.KinesisEventSource(new kinesis.Stream(stack, 'Stream'), { startingPosition: lambda.StartingPosition.LATEST }));
  return { stack, fn };
}

test('a stream without a destination gets the shared queue', () => {
  const { stack } = streamStack();

  const [line] = applyLayers(stack, eventSourceMappings({}, SCOPE));

  expect(line).toContain('completed DestinationConfig, MaximumRetryAttempts, MaximumRecordAgeInSeconds, BisectBatchOnFunctionError, MetricsConfig');
  Template.fromStack(stack).hasResourceProperties(MAPPING, {
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('SharedFailureQueue'), 'Arn'] } } },
    MaximumRetryAttempts: 10,
  });
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('a stream with a destination keeps it, unless another one is asked for', () => {
  const { stack, fn } = streamStack();
  const topic = new sns.Topic(stack, 'Topic');
  const mapping = fn.node.findAll().find(lambda.CfnEventSourceMapping.isCfnEventSourceMapping)!;
  mapping.destinationConfig = { onFailure: { destination: new sqs.Queue(stack, 'Own').queueArn } };

  const lines = applyLayers(stack, eventSourceMappings({}, { ...SCOPE, failureDestination: FailureDestination.topic(topic) }));

  expect(lines[0]).toContain('left EventSourceMappingConflict: failureDestination');
  expect(lines[1]).toContain('completed MaximumRetryAttempts');
});

test('a destination that the source does not know is replaced by the shared queue', () => {
  const { stack } = streamStack();
  const other = nodeFunction(stack, 'Other');

  applyLayers(stack, eventSourceMappings({}, { ...SCOPE, failureDestination: FailureDestination.function(other) }));

  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('a queue has no destination, and its own queue is completed', () => {
  const stack = testStack();
  const queue = new sqs.Queue(stack, 'Source');
  nodeFunction(stack, 'Function', { timeout: Duration.seconds(10) }).addEventSource(new sources.SqsEventSource(queue, { reportBatchItemFailures: true }));
  new sqs.Queue(stack, 'Unread');

  const lines = applyLayers(stack, new SourceQueues({ maxReceiveCount: 7 }, SCOPE), eventSourceMappings({}, SCOPE));

  expect(lines).toEqual(['Source/Resource sourceQueues: completed RedrivePolicy', expect.stringContaining('eventSourceMappings: completed MetricsConfig')]);
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: { maxReceiveCount: 7 }, VisibilityTimeout: 60 });
  expect(Object.values(template.findResources('AWS::SQS::Queue')).filter(({ Properties }) => Properties?.RedrivePolicy)).toHaveLength(1);
});

test('a queue that a pipe reads for a function is completed, for something else not', () => {
  const stack = testStack();
  const [forFunction, forBus] = ['ForFunction', 'ForBus'].map((id) => new sqs.Queue(stack, id));
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
  new pipes.CfnPipe(stack, 'A', { source: forFunction.queueArn, target: nodeFunction(stack).functionArn, roleArn: role.roleArn });
  new pipes.CfnPipe(stack, 'B', { source: forBus.queueArn, target: 'arn:aws:events:eu-west-1:111122223333:event-bus/bus', roleArn: role.roleArn });

  expect(applyLayers(stack, new SourceQueues({}, SCOPE))).toEqual(['ForFunction/Resource sourceQueues: completed RedrivePolicy']);
});

test('the mapping of a function that is left alone is left alone, with its queue', () => {
  const stack = testStack();
  const edge = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('edgelambda.amazonaws.com') });
  nodeFunction(stack, 'Edge', { role: edge }).addEventSource(new sources.SqsEventSource(new sqs.Queue(stack, 'Source')));

  expect(applyLayers(stack, new SourceQueues({}, SCOPE), eventSourceMappings({}, SCOPE))).toEqual([]);
});

test('a table is a stream too', () => {
  const stack = testStack();
  const table = new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE });
  nodeFunction(stack).addEventSource(new sources.DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST, retryAttempts: 3 }));

  applyLayers(stack, eventSourceMappings({}, SCOPE));

  Template.fromStack(stack).hasResourceProperties(MAPPING, { MaximumRetryAttempts: 3, BisectBatchOnFunctionError: true });
});
