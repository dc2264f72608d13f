import type { Fact } from './fact';

/** A property of an event source mapping that bears on errors, as CloudFormation names it. */
export type MappingSetting =
  | 'MaximumRetryAttempts' | 'MaximumRecordAgeInSeconds' | 'BisectBatchOnFunctionError' | 'DestinationConfig' | 'FunctionResponseTypes';

/** What Lambda polls, and what its event source mapping can be told about errors. */
export interface EventSource extends Fact {
  /** As people call it, to read on after "a mapping of". */
  readonly name: string;
  /** What its mapping takes. Anything else of these settings is refused at deployment. */
  readonly settings: readonly MappingSetting[];
  /**
   * Whether these settings, but for the destination, and the metrics of the mapping are for provisioned mode only.
   *
   * @default false
   */
  readonly provisionedModeOnly?: boolean;
  /** What keeps the failures: the kinds of on-failure destination. */
  readonly destinations: readonly ('queue' | 'topic' | 'bucket')[];
  /** The groups of `MetricsConfig` that count failures. */
  readonly metricGroups: readonly ('EventCount' | 'ErrorCount')[];
  /**
   * The metric of the function that tells how far it is behind.
   *
   * @default - none
   */
  readonly lag?: 'IteratorAge' | 'OffsetLag';
  /** Where failures end that the mapping keeps nowhere. */
  readonly otherwiseKept: string;
}

const STREAM = {
  settings: ['MaximumRetryAttempts', 'MaximumRecordAgeInSeconds', 'BisectBatchOnFunctionError', 'DestinationConfig', 'FunctionResponseTypes'],
  destinations: ['queue', 'topic', 'bucket'],
  metricGroups: ['EventCount'],
  lag: 'IteratorAge',
  otherwiseKept: 'nowhere: the stream deletes its records in time',
} as const;

/** The mode is said by the CDK for each of the settings, and by the console; the API doesn't say it. */
const KAFKA = {
  ...STREAM, provisionedModeOnly: true, metricGroups: ['EventCount', 'ErrorCount'], lag: 'OffsetLag', source: 'lambda/with-kafka-retries', confidence: 'derived',
} as const;

const QUEUE = { settings: ['FunctionResponseTypes'], destinations: [], metricGroups: ['EventCount'], source: 'lambda/api-event-source-mapping' } as const;

/** What Lambda polls. */
export const EVENT_SOURCES = {
  'sqs': { ...QUEUE, name: 'SQS queues', otherwiseKept: "the source queue's own dead-letter queue" },
  'sqs-fifo': { ...QUEUE, name: 'SQS FIFO queues', otherwiseKept: "the source queue's own dead-letter queue" },
  'kinesis': { ...STREAM, name: 'Kinesis streams', source: 'lambda/with-kinesis' },
  'dynamodb': { ...STREAM, name: 'DynamoDB streams', source: 'lambda/with-dynamodb-errors' },
  'msk': { ...KAFKA, name: 'Amazon MSK' },
  'kafka': { ...KAFKA, name: 'self-managed Kafka' },
  'mq': { ...QUEUE, settings: [], name: 'Amazon MQ', source: 'lambda/with-mq', otherwiseKept: "the broker's own dead-letter queue" },
  'documentdb': { ...QUEUE, settings: [], name: 'DocumentDB', lag: 'IteratorAge', otherwiseKept: 'nowhere: the change stream deletes its events in time' },
} as const satisfies Record<string, EventSource>;

/** The id of an event source. */
export type EventSourceId = keyof typeof EVENT_SOURCES;

/** The event source that a resource is. A queue may be a FIFO queue. */
export const EVENT_SOURCE_TYPES: Readonly<Record<string, EventSourceId>> = {
  'AWS::SQS::Queue': 'sqs',
  'AWS::Kinesis::Stream': 'kinesis',
  'AWS::Kinesis::StreamConsumer': 'kinesis',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
  'AWS::MSK::Cluster': 'msk',
  'AWS::MSK::ServerlessCluster': 'msk',
  'AWS::MSK::VpcConnection': 'msk',
  'AWS::AmazonMQ::Broker': 'mq',
  'AWS::DocDB::DBCluster': 'documentdb',
};

/** The event source by the service in an ARN. Clusters of DocumentDB have ARNs of RDS. */
export const EVENT_SOURCE_SERVICES: Readonly<Record<string, EventSourceId>> = {
  sqs: 'sqs', kinesis: 'kinesis', dynamodb: 'dynamodb', kafka: 'msk', mq: 'mq', rds: 'documentdb',
};
