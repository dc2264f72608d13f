import { Mixin } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { completeRedrive, type RedriveSettings } from './private/redrive';
import { LIMITS } from '../facts/limits';
import { fail, type Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';
import { isImported } from '../private/imported';
import { functionResourceOf } from '../private/owner';
import { warn } from '../private/warnings';
import { isWholeNumber } from '../private/whole-numbers';

/** Properties of the mixin `QueueRedrive`. */
export interface QueueRedriveProps {
  /**
   * Where messages go that were received too often. That of a FIFO queue must be a FIFO queue, that of a standard queue a standard queue.
   *
   * Fails with `DeadLetterQueueTypeMismatch` when it is of the other type, and with `QueueIsItsOwnDeadLetterQueue` when it is the queue.
   *
   * @default - the one that the queue has, else a queue made beside it: encrypted, reached over TLS only, kept for 14 days
   */
  readonly deadLetterQueue?: sqs.IQueueRef;

  /**
   * How often a message is received before it moves to the dead-letter queue: from 5, because throttles count as receives, to 1,000.
   *
   * Fails with `QueueMaxReceiveCountOutOfRange` when outside of that.
   *
   * @default - what the queue has, else 5
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
   */
  readonly maxReceiveCount?: number;

  /**
   * A function that reads from the queue, where its event source mapping is not in the app.
   *
   * @default - the functions of the mappings in the app
   */
  readonly consumer?: lambda.IFunctionRef;

  /**
   * Whether the rules of cdk-nag and serverless-rules that want a dead-letter queue for the dead-letter queue are acknowledged on the one
   * that is made, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

/**
 * Keeps the messages of a source queue that a function could not process: a dead-letter queue, enough receives before a message goes
 * there, and at synthesis a visibility timeout of six times the timeout of the functions that read from it, plus the batching window.
 *
 * Queues that keep failures themselves are left alone: each `FailureQueue`, and the target of a redrive policy, of dead letters or of an
 * on-failure destination.
 *
 * Completes `RedrivePolicy` and `VisibilityTimeout`; fails if a different redrive policy is set, or one with less than 5 receives, with
 * `QueueRedriveConflict`, and at synthesis if a shorter visibility timeout is set, with `QueueVisibilityTimeoutTooShort`. On an imported
 * queue it is a warning.
 */
export class QueueRedrive extends Mixin {
  private readonly settings: RedriveSettings;

  constructor(props: QueueRedriveProps = {}) {
    super();
    const { min, max } = LIMITS.queueReceives;
    const receives = props.maxReceiveCount;
    if (receives !== undefined && !isWholeNumber(receives, LIMITS.queueReceives)) {
      throw new ValidationError('QueueMaxReceiveCountOutOfRange',
        `maxReceiveCount must be a whole number from ${min}, because throttles count as receives, to ${max}, got ${receives}`);
    }
    this.settings = {
      ...props,
      consumers: props.consumer ? [functionResourceOf(props.consumer)] : [],
      acknowledgeRules: props.acknowledgeRules ?? true,
    };
  }

  /** Whether the construct is the L1 of a queue, or an imported queue. */
  public supports(construct: IConstruct): boolean {
    return sqs.CfnQueue.isCfnQueue(construct) || isImported(construct, 'queueRef', 'queueArn');
  }

  /** Keeps the failed messages of the queue. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way, and who asked hears of what is completed at synthesis.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail, completed?: (what: string) => void): void {
    if (sqs.CfnQueue.isCfnQueue(construct)) return completeRedrive(construct, { ...this.settings, completed }, refuse);
    warn(construct, 'QueueRedrive.importedQueue',
      'This queue is imported, so its redrive policy can\'t be changed from here: give it a dead-letter queue where it is defined.');
  }
}
