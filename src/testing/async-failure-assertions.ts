import type * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { pathsText, ringingAlarms, type FailurePath } from '../analysis';
import { asyncPathsOf } from './private/async-paths';
import type { Deployment } from './private/deployment';
import { placeNamed, placeOf, type Place, type Subject } from './private/subject';
import { ValidationError } from '../private/errors';

/** Where a copy of an event can be put. */
const PLACES = ['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::S3::Bucket', 'AWS::Events::EventBus', 'AWS::Lambda::Function'];

/** Assertions on the failures of a function after Lambda accepted an event for it. They can be chained. */
export class AsyncFailureAssertions {
  /** @internal */
  public static _of(deployment: Deployment, subject: Subject): AsyncFailureAssertions {
    return new AsyncFailureAssertions(deployment, asyncPathsOf(deployment.model, subject));
  }

  private constructor(private readonly deployment: Deployment, private readonly paths: readonly FailurePath[]) {}

  /**
   * Fails unless each event that fails for good is kept in a queue, with all permissions that this takes.
   *
   * @param queue the queue of the on-failure destination, or the dead-letter queue
   */
  public areKeptIn(queue: sqs.IQueueRef): AsyncFailureAssertions {
    return this.keptIn(placeOf(this.deployment, queue, queue.queueRef.queueArn));
  }

  /**
   * The same for a topic, which must have a subscription.
   *
   * @param topic the topic of the on-failure destination, or the dead-letter topic
   */
  public areKeptInTopic(topic: sns.ITopicRef): AsyncFailureAssertions {
    return this.keptIn(placeOf(this.deployment, topic, topic.topicRef.topicArn));
  }

  /**
   * The same for a bucket.
   *
   * @param bucket the bucket of the on-failure destination
   */
  public areKeptInBucket(bucket: s3.IBucketRef): AsyncFailureAssertions {
    return this.keptIn(placeOf(this.deployment, bucket, bucket.bucketRef.bucketArn));
  }

  /**
   * The same for a queue, topic, bucket, bus or function that is named.
   *
   * @param logicalId a logical id, or the beginning of exactly one
   */
  public areKeptInId(logicalId: string): AsyncFailureAssertions {
    return this.keptIn(placeNamed(this.deployment, logicalId, 'queue, topic, bucket, bus or function', ...PLACES));
  }

  /**
   * Fails unless a topic is told of each failure for good, by an alarm that goes off: on the failure itself or on the copy of the event.
   *
   * @param topic the topic of the action of the alarm
   */
  public alert(topic: sns.ITopicRef): AsyncFailureAssertions {
    return this.heardBy(placeOf(this.deployment, topic, topic.topicRef.topicArn));
  }

  /**
   * The same for a topic that is named.
   *
   * @param logicalId a logical id, or the beginning of exactly one
   */
  public alertId(logicalId: string): AsyncFailureAssertions {
    return this.heardBy(placeNamed(this.deployment, logicalId, 'topic', 'AWS::SNS::Topic'));
  }

  private keptIn(place: Place): AsyncFailureAssertions {
    const isKept = ({ verdict, copies }: FailurePath) => verdict === 'kept' && copies.some((copy) => isSame(copy, place));
    return this.check(isKept, 'FailureNotKept', `kept in ${place.name}`);
  }

  private heardBy(place: Place): AsyncFailureAssertions {
    const isHeard = (path: FailurePath) => ringingAlarms(path).some(({ isAbout, heardBy }) => isAbout === 'yes' && heardBy.some((hearer) => isSame(hearer, place)));
    return this.check(isHeard, 'FailureNotAlerted', `told to ${place.name}`);
  }

  private check(holds: (path: FailurePath) => boolean, id: 'FailureNotKept' | 'FailureNotAlerted', what: string): AsyncFailureAssertions {
    const others = this.paths.filter((path) => !holds(path));
    if (others.length === 0) return this;
    throw new ValidationError(id, `not all failures of ${this.paths[0].trigger.fn} are ${what}:\n${pathsText(others)}`);
  }
}

function isSame({ resource, text }: { readonly resource?: unknown; readonly text?: string }, place: Place): boolean {
  return place.resource ? resource === place.resource : text !== undefined && text === place.text;
}
