import { CfnResource, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { MappingIndex } from '../../src/event-source/private/mapping-index';
import type { EventSourceId } from '../../src/facts/event-sources';
import { FailureDestination } from '../../src/failure/failure-destination';
import { findBelow } from '../../src/private/owner';
import { l1Function } from '../support';

const PLACE = 'eu-west-1:111122223333';

/** A mapping of each source, as a user would write it, by what tells the source. */
export const SOURCES: Record<EventSourceId, Partial<lambda.CfnEventSourceMappingProps>> = {
  'sqs': { eventSourceArn: `arn:aws:sqs:${PLACE}:orders` },
  'sqs-fifo': { eventSourceArn: `arn:aws:sqs:${PLACE}:orders.fifo` },
  'kinesis': { eventSourceArn: `arn:aws:kinesis:${PLACE}:stream/orders`, startingPosition: 'LATEST' },
  'dynamodb': { eventSourceArn: `arn:aws:dynamodb:${PLACE}:table/orders/stream/2026-01-01T00:00:00.000`, startingPosition: 'LATEST' },
  'msk': { eventSourceArn: `arn:aws:kafka:${PLACE}:cluster/orders/6a1b2c3d-0000-4000-8000-000000000000-1`, startingPosition: 'LATEST', topics: ['orders'] },
  'kafka': {
    selfManagedEventSource: { endpoints: { kafkaBootstrapServers: ['kafka.example.com:9092'] } },
    sourceAccessConfigurations: [{ type: 'SASL_SCRAM_512_AUTH', uri: `arn:aws:secretsmanager:${PLACE}:secret:kafka` }],
    startingPosition: 'LATEST',
    topics: ['orders'],
  },
  'mq': {
    eventSourceArn: `arn:aws:mq:${PLACE}:broker:orders:b-00000000-0000-4000-8000-000000000000`,
    sourceAccessConfigurations: [{ type: 'BASIC_AUTH', uri: `arn:aws:secretsmanager:${PLACE}:secret:mq` }],
    queues: ['orders'],
  },
  'documentdb': {
    eventSourceArn: `arn:aws:rds:${PLACE}:cluster:orders`,
    documentDbEventSourceConfig: { databaseName: 'orders' },
    sourceAccessConfigurations: [{ type: 'BASIC_AUTH', uri: `arn:aws:secretsmanager:${PLACE}:secret:docdb` }],
    startingPosition: 'LATEST',
  },
};

export const PROVISIONED = { provisionedPollerConfig: { minimumPollers: 1, maximumPollers: 2 } };

/** The sources with retries and a destination. */
export const STREAMS: EventSourceId[] = ['kinesis', 'dynamodb'];
export const KAFKAS: EventSourceId[] = ['msk', 'kafka'];
export const QUEUES: EventSourceId[] = ['sqs', 'sqs-fifo'];

/** An L1 mapping of a source to an L1 function. */
export function mappingOf(
  stack: Stack, source: EventSourceId, props: Partial<lambda.CfnEventSourceMappingProps> = {}, fn: Partial<lambda.CfnFunctionProps> = {},
): lambda.CfnEventSourceMapping {
  const functionName = props.functionName ?? l1Function(stack, 'Reader', fn).ref;
  return new lambda.CfnEventSourceMapping(stack, 'Mapping', { ...SOURCES[source], ...props, functionName });
}

/** An L1 mapping of a queue in the stack. */
export function queueMapping(
  queue: sqs.CfnQueue, props: Partial<lambda.CfnEventSourceMappingProps> = {}, fn: Partial<lambda.CfnFunctionProps> = {},
): lambda.CfnEventSourceMapping {
  return mappingOf(queue.stack, 'sqs', { ...props, eventSourceArn: queue.attrArn }, fn);
}

/** A destination that is known by its ARN. */
export const DESTINATION_ARN = `arn:aws:sqs:${PLACE}:failed`;

export function toQueue(stack: Stack): FailureDestination {
  return FailureDestination.queue(sqs.Queue.fromQueueArn(stack, 'Failed', DESTINATION_ARN));
}

/** The properties of the only resource of a type. */
export function propertiesOf(resource: CfnResource): Record<string, any> {
  return Template.fromStack(resource.stack).findResources(resource.cfnResourceType)[resource.stack.resolve(resource.logicalId)].Properties;
}

/** The ids of the warnings of ours. */
export function warningsIn(stack: Stack): string[] {
  const PREFIX = /cdk-lambda-error-handling:([\w.]+)/;
  return Annotations.fromStack(stack).findWarning('*', Match.anyValue())
    .flatMap(({ entry }) => PREFIX.exec(String(entry.data))?.[1] ?? []);
}

/** The mappings of a stack. */
export function indexOf(stack: Stack): MappingIndex {
  return new MappingIndex(findBelow(stack, CfnResource.isCfnResource));
}
