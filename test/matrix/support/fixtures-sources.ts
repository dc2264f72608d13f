import type { Stack } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as eventsources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { EventSourceId } from '../../../src/facts/event-sources';
import { PROVISIONED, SOURCES } from '../../event-source/support';
import { nodeFunction } from '../../support';

const startingPosition = lambda.StartingPosition.LATEST;

/** What is read from. Kafka has its settings in provisioned mode only. */
export const READ = {
  'sqs': (stack: Stack) => {
    nodeFunction(stack).addEventSource(new eventsources.SqsEventSource(new sqs.Queue(stack, 'Orders'), { reportBatchItemFailures: true }));
  },
  'sqs-fifo': (stack: Stack) => { nodeFunction(stack).addAlias('live').addEventSource(new eventsources.SqsEventSource(new sqs.Queue(stack, 'Orders', { fifo: true }))); },
  'kinesis': (stack: Stack) => { nodeFunction(stack).addEventSource(new eventsources.KinesisEventSource(new kinesis.Stream(stack, 'Orders'), { startingPosition })); },
  'dynamodb': (stack: Stack) => {
    const table = new dynamodb.Table(stack, 'Orders', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE });
    nodeFunction(stack).addEventSource(new eventsources.DynamoEventSource(table, { startingPosition }));
  },
  'msk': (stack: Stack) => { mapping(stack, 'msk', PROVISIONED); },
  'kafka': (stack: Stack) => { mapping(stack, 'kafka', PROVISIONED); },
  'mq': (stack: Stack) => { mapping(stack, 'mq'); },
  'documentdb': (stack: Stack) => { mapping(stack, 'documentdb'); },
  'pipe': (stack: Stack) => { pipe(stack, 'kinesis', 'REQUEST_RESPONSE'); },
  'pipe-queue': (stack: Stack) => { pipe(stack, 'sqs', 'REQUEST_RESPONSE'); },
  'pipe-broker': (stack: Stack) => { pipe(stack, 'msk', 'REQUEST_RESPONSE'); },
};

/** A pipe to a function. */
export function pipe(stack: Stack, from: 'kinesis' | 'sqs' | 'msk', invocationType: string): void {
  const fn = nodeFunction(stack);
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') });
  fn.grantInvoke(role);
  const { source, sourceParameters } = {
    kinesis: () => ({ source: new kinesis.Stream(stack, 'Orders').streamArn, sourceParameters: { kinesisStreamParameters: { startingPosition: 'LATEST' } } }),
    sqs: () => ({ source: new sqs.Queue(stack, 'Orders').queueArn, sourceParameters: undefined }),
    msk: () => ({ source: SOURCES.msk.eventSourceArn as string, sourceParameters: { managedStreamingKafkaParameters: { topicName: 'orders' } } }),
  }[from]();
  new pipes.CfnPipe(stack, 'Pipe', {
    source, sourceParameters, roleArn: role.roleArn, target: fn.functionArn, targetParameters: { lambdaFunctionParameters: { invocationType } },
  });
}

function mapping(stack: Stack, source: EventSourceId, props: Partial<lambda.CfnEventSourceMappingProps> = {}): void {
  new lambda.CfnEventSourceMapping(stack, 'Mapping', { ...SOURCES[source], ...props, functionName: nodeFunction(stack).functionArn });
}
