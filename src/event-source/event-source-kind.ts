/** What an event source mapping reads from. */
export enum EventSourceKind {
  /** A standard SQS queue. */
  SQS = 'sqs',
  /** A FIFO queue of SQS. */
  SQS_FIFO = 'sqs-fifo',
  /** A Kinesis stream, or a consumer of one. */
  KINESIS = 'kinesis',
  /** The stream of a DynamoDB table. */
  DYNAMODB = 'dynamodb',
  /** An Amazon MSK cluster. */
  MSK = 'msk',
  /** A Kafka cluster that is not Amazon MSK. */
  SELF_MANAGED_KAFKA = 'kafka',
  /** An Amazon MQ broker: ActiveMQ or RabbitMQ. */
  MQ = 'mq',
  /** The change stream of a DocumentDB cluster. */
  DOCUMENTDB = 'documentdb',
}
