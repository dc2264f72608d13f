import { CfnResource, Resource, Stack, Token } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { ValidationError } from '../private/errors';
import { functionResourceOf, ownerOf, queueResourceOf, referenceTarget } from '../private/owner';
import { grantKey } from './private/key-grant';
import { grantSend, queueArnFrom } from './private/queue-grant';

/** What kind of thing keeps the failures: not every service delivers to every kind. */
export enum FailureDestinationKind {
  /** An SQS queue. */
  QUEUE = 'queue',
  /** An SNS topic. */
  TOPIC = 'topic',
  /** An S3 bucket. */
  BUCKET = 'bucket',
  /** An EventBridge event bus. */
  EVENT_BUS = 'event bus',
  /** A Lambda function. */
  FUNCTION = 'function',
}

/** Who is going to deliver failures. */
export interface FailureDestinationBindOptions {
  /** Who needs permission to deliver: a role, usually that of the function, or a service such as EventBridge, which has none. */
  readonly grantee: iam.IGrantable;
}

/** Where failures are delivered to. */
export interface FailureDestinationConfig {
  /** The ARN of the queue, topic, bucket, bus or function. */
  readonly destinationArn: string;
}

/**
 * Where failed events go. The factories cover everything that Lambda delivers to. Extend the class to deliver somewhere by rules of
 * your own: give the `kind`, and in `bind` grant the permission to deliver and return the ARN.
 */
export abstract class FailureDestination {
  /**
   * A standard SQS queue. Grants `sqs:SendMessage`, and the use of the queue's customer managed KMS key if it has one: to a role in its
   * policies, to a service in those of the queue and the key.
   *
   * Fails with `FifoFailureDestination` when the queue is a FIFO queue.
   */
  public static queue(queue: sqs.IQueueRef): FailureDestination {
    return new QueueDestination(queue);
  }

  /**
   * A standard SNS topic. Grants `sns:Publish`, and the use of the topic's customer managed KMS key if it has one.
   *
   * SNS takes up to 256 KiB, an asynchronous event may have 1 MiB: for larger events use a queue or a bucket.
   * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
   *
   * Fails with `FifoFailureDestination` when the topic is a FIFO topic.
   */
  public static topic(topic: sns.ITopicRef): FailureDestination {
    return new TopicDestination(topic);
  }

  /**
   * An S3 bucket. Grants `s3:PutObject` and `s3:ListBucket` on it as long as it belongs to the account of the function, so that nobody
   * who takes over the name of a deleted bucket gets your events; and the use of the bucket's customer managed KMS key if it has one.
   */
  public static bucket(bucket: s3.IBucketRef): FailureDestination {
    return new BucketDestination(bucket);
  }

  /** An EventBridge event bus. Grants `events:PutEvents`. */
  public static eventBus(eventBus: events.IEventBusRef): FailureDestination {
    return new EventBusDestination(eventBus);
  }

  /** Another Lambda function, alias or version. Grants `lambda:InvokeFunction`. */
  public static function(fn: lambda.IFunctionRef): FailureDestination {
    return new FunctionDestination(fn);
  }

  /** What kind of thing keeps the failures. */
  public abstract readonly kind: FailureDestinationKind;

  /**
   * Grants the permission to deliver and says where to. Called once for each place the destination is used in.
   *
   * @param scope what delivers there
   * @param options who needs the permission
   */
  public abstract bind(scope: IConstruct, options: FailureDestinationBindOptions): FailureDestinationConfig;

  /**
   * Whether it is this function, as far as that is known before anything is granted.
   *
   * @internal
   */
  public _isFunction(_fn: lambda.CfnFunction): boolean {
    return false;
  }
}

class QueueDestination extends FailureDestination {
  public readonly kind = FailureDestinationKind.QUEUE;

  private readonly queue: sqs.IQueueRef;

  constructor(ref: sqs.IQueueRef) {
    super();
    this.queue = ownOr(ref, queueResourceOf);
    refuseFifo(this.queue, 'queue', (this.queue as sqs.CfnQueue).fifoQueue, this.queue.queueRef.queueArn);
  }

  public bind(scope: IConstruct, { grantee }: FailureDestinationBindOptions): FailureDestinationConfig {
    refuseFifo(this.queue, 'queue', (this.queue as sqs.CfnQueue).fifoQueue, this.queue.queueRef.queueArn);
    grantSend(this.queue, scope, grantee);
    return { destinationArn: queueArnFrom(scope, this.queue) };
  }
}

class TopicDestination extends FailureDestination {
  public readonly kind = FailureDestinationKind.TOPIC;

  private readonly topic: sns.ITopicRef;

  constructor(ref: sns.ITopicRef) {
    super();
    const topic = ownOr(ref, () => referenceTarget(ref.topicRef.topicArn));
    this.topic = topic;
    refuseFifo(topic, 'topic', (topic as sns.CfnTopic).fifoTopic, topic.topicRef.topicArn);
  }

  public bind(scope: IConstruct, { grantee }: FailureDestinationBindOptions): FailureDestinationConfig {
    refuseFifo(this.topic, 'topic', (this.topic as sns.CfnTopic).fifoTopic, this.topic.topicRef.topicArn);
    sns.TopicGrants.fromTopic(this.topic).actions(grantee, ['sns:Publish']);
    grantKey(this.topic, scope, grantee);
    return { destinationArn: this.topic.topicRef.topicArn };
  }
}

class BucketDestination extends FailureDestination {
  public readonly kind = FailureDestinationKind.BUCKET;

  private readonly bucket: s3.IBucketRef;

  constructor(ref: s3.IBucketRef) {
    super();
    this.bucket = ownOr(ref, () => referenceTarget(ref.bucketRef.bucketArn));
  }

  public bind(scope: IConstruct, { grantee }: FailureDestinationBindOptions): FailureDestinationConfig {
    const { bucketArn } = this.bucket.bucketRef;
    // The facade of S3 takes no conditions.
    const conditions = { StringEquals: { 's3:ResourceAccount': accountOf(scope) } };
    iam.Grant.addToPrincipal({ grantee, actions: ['s3:PutObject'], resourceArns: [`${bucketArn}/*`], conditions });
    iam.Grant.addToPrincipal({ grantee, actions: ['s3:ListBucket'], resourceArns: [bucketArn], conditions });
    grantKey(this.bucket, scope, grantee);
    return { destinationArn: bucketArn };
  }
}

class EventBusDestination extends FailureDestination {
  public readonly kind = FailureDestinationKind.EVENT_BUS;

  constructor(private readonly eventBus: events.IEventBusRef) {
    super();
  }

  public bind(_scope: IConstruct, options: FailureDestinationBindOptions): FailureDestinationConfig {
    events.EventBusGrants.fromEventBus(this.eventBus).actions(options.grantee, ['events:PutEvents']);
    return { destinationArn: this.eventBus.eventBusRef.eventBusArn };
  }
}

class FunctionDestination extends FailureDestination {
  public readonly kind = FailureDestinationKind.FUNCTION;

  constructor(private readonly fn: lambda.IFunctionRef) {
    super();
  }

  public bind(_scope: IConstruct, options: FailureDestinationBindOptions): FailureDestinationConfig {
    const { functionArn } = this.fn.functionRef;
    iam.Grant.addToPrincipal({ grantee: options.grantee, actions: ['lambda:InvokeFunction'], resourceArns: [functionArn] });
    return { destinationArn: functionArn };
  }

  public _isFunction(fn: lambda.CfnFunction): boolean {
    return functionResourceOf(this.fn) === fn;
  }
}

function accountOf(scope: IConstruct): string {
  return Stack.of(scope).account;
}

/** The construct that knows the key and the FIFO setting: what stands behind a construct that only passes the reference on. */
function ownOr<T extends IConstruct>(ref: T, resourceBehind: (ref: T) => IConstruct | undefined): T {
  if (CfnResource.isCfnResource(ref) || Resource.isResource(ref)) return ref;
  const target = resourceBehind(ref);
  return (CfnResource.isCfnResource(target) ? ownerOf(target) ?? target : ref) as T;
}

function refuseFifo(construct: IConstruct, what: string, fifoOfL1: unknown, arn: string): void {
  const fifo = (construct as { fifo?: boolean }).fifo === true || fifoOfL1 === true || (!Token.isUnresolved(arn) && arn.endsWith('.fifo'));
  if (fifo) {
    throw new ValidationError('FifoFailureDestination',
      `FailureDestination.${what}() got a FIFO ${what}, Lambda delivers failed events to a standard ${what} only: give one, for example a FailureQueue`,
      construct);
  }
}
