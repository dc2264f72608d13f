import { Token } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import {
  FailureDestination, FailureDestinationKind, type FailureDestinationBindOptions, type FailureDestinationConfig,
} from '../../failure/failure-destination';
import { grantSend } from '../../failure/private/queue-grant';
import { ValidationError } from '../../private/errors';
import { queueResourceOf } from '../../private/owner';
import { settingOf } from '../../private/settings';

/** A FIFO queue, which nothing but a subscription of a FIFO topic delivers failures to. */
export class FifoQueueDestination extends FailureDestination {
  public readonly kind = FailureDestinationKind.QUEUE;

  constructor(private readonly queue: sqs.IQueueRef) {
    super();
  }

  public bind(scope: IConstruct, { grantee }: FailureDestinationBindOptions): FailureDestinationConfig {
    grantSend(this.queue, scope, grantee);
    return { destinationArn: this.queue.queueRef.queueArn };
  }
}

/** Refuses a queue that is known to be none. */
export function refuseStandardQueue(queue: sqs.IQueueRef): void {
  const resource = queueResourceOf(queue);
  const { queueArn } = queue.queueRef;
  const isStandard = resource ? settingOf(resource, 'FifoQueue') === undefined : !Token.isUnresolved(queueArn) && !queueArn.endsWith('.fifo');
  if (isStandard) {
    throw new ValidationError('DeliveryDestinationUnsupported',
      'fifoFailureQueue of SubscriptionDelivery must be a FIFO queue, got a standard queue: give one with fifo: true', queue);
  }
}
