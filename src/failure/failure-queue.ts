import { CfnResource, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { ResourceEnvironment } from 'aws-cdk-lib/interfaces';
import { Construct, type IConstruct } from 'constructs';
import { LIMITS } from '../facts/limits';
import { acknowledge, ignoreInCfnLint } from '../private/acknowledgements';
import { ValidationError } from '../private/errors';
import { isWholeSeconds } from '../private/whole-numbers';
import { PlainQueue } from './private/plain-queue';

/** Properties of a `FailureQueue`. */
export interface FailureQueueProps {
  /**
   * The name of the queue. With a name, a change that replaces the queue fails.
   *
   * @default - a name made by CloudFormation
   */
  readonly queueName?: string;

  /**
   * A customer managed KMS key to encrypt with. `FailureDestination.queue()` lets the functions that fail into the queue use it.
   * It is an `IKey`, because that is what `sqs.IQueue` has.
   *
   * @default - a key that SQS manages (SSE-SQS)
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * How long the queue keeps a failed event: from 60 seconds to 14 days.
   *
   * Fails with `FailureQueueRetentionOutOfRange` when outside of that.
   *
   * @default Duration.days(14)
   */
  readonly retentionPeriod?: Duration;

  /**
   * What happens to the queue, and the events in it, when it is removed from the stack.
   *
   * @default RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Whether the rules of cdk-nag and serverless-rules that are wrong about a failure queue are acknowledged on it, with the reason.
   * They want every queue to have a dead-letter queue, and don't see that this one is the end of the line.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

/** It is part of the logical id: changing it replaces the queue. */
const SHARED_ID = 'SharedFailureQueue';

const NO_DEAD_LETTERS = 'This queue is where failed events end up: it has no consumer that could fail, so it needs no dead-letter queue of its own.';

/**
 * A queue for events that failed for good, with safe defaults: standard, encrypted, reached over TLS only, and kept as long as SQS can:
 * 14 days.
 */
@propertyInjectable
export class FailureQueue extends Construct implements sqs.IQueueRef {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lambda-error-handling.FailureQueue';

  /**
   * The failure queue that everything in the stack of a construct can share. It is made at the first call, in the stack.
   *
   * @param scope The stack, or anything in it.
   */
  public static sharedBy(scope: IConstruct): FailureQueue {
    const stack = Stack.of(scope);
    return stack.node.tryFindChild(SHARED_ID) as FailureQueue | undefined ?? new FailureQueue(stack, SHARED_ID, {});
  }

  /** The queue. */
  public readonly queue: sqs.IQueue;

  constructor(scope: Construct, id: string, props: FailureQueueProps = {}) {
    super(scope, id);
    this.queue = new PlainQueue(this, 'Queue', {
      queueName: props.queueName,
      encryptionMasterKey: props.encryptionKey,
      retentionPeriod: this.retentionPeriod(props.retentionPeriod),
      removalPolicy: props.removalPolicy,
    });
    const resource = this.queue.node.defaultChild as CfnResource;
    this.node.defaultChild = resource;
    if (props.acknowledgeRules ?? true) {
      acknowledge(this.queue, ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'].map((id_) => ({ id: id_, reason: NO_DEAD_LETTERS })));
      ignoreInCfnLint(resource, [{ id: 'ES6000', reason: NO_DEAD_LETTERS }]);
    }
  }

  /** The ARN and URL of the queue. */
  public get queueRef(): sqs.QueueReference {
    return this.queue.queueRef;
  }

  /** The account and region of the queue. */
  public get env(): ResourceEnvironment {
    return this.queue.env;
  }

  /** In seconds. */
  private retentionPeriod(given?: Duration): number {
    const { min, max } = LIMITS.queueRetention;
    if (!given) return max;
    if (!isWholeSeconds(given, { min, max })) {
      throw new ValidationError('FailureQueueRetentionOutOfRange',
        `retentionPeriod must be whole seconds, from ${min} to ${max} (14 days), got ${given.toHumanString()}`, this);
    }
    return given.toSeconds();
  }
}
