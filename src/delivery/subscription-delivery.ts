import { CfnResource, Mixin, Stack, Token } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { completeDelivery } from './private/complete-delivery';
import { checkAccount, checkKind } from './private/destination';
import { FifoQueueDestination, refuseStandardQueue } from './private/fifo-queue';
import { FailureDestinationKind, type FailureDestination } from '../failure/failure-destination';
import { fail, type Refuse } from '../private/complete-setting';
import { DeliveringService } from '../private/delivering-service';
import { referenceTarget } from '../private/owner';
import { isUnknown, settingOf } from '../private/settings';
import { warn } from '../private/warnings';

/** Properties of the mixin `SubscriptionDelivery`. */
export interface SubscriptionDeliveryProps {
  /**
   * Where a message goes that SNS could not deliver: a standard queue in the region and account of the subscription.
   *
   * Fails with `DeliveryDestinationUnsupported` when it is something else, and with `DeliveryDestinationInOtherRegion` or
   * `DeliveryDestinationInOtherAccount`.
   *
   * @default - the queue that the subscription has, else `FailureQueue.sharedBy()` its stack
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
   */
  readonly failureDestination?: FailureDestination;

  /**
   * The same for subscriptions of FIFO topics, which need a FIFO queue. (Lambda functions can't subscribe to these topics, but the queues
   * that functions read can: see `allProtocols`.)
   *
   * Fails with `DeliveryDestinationUnsupported` when it is known to be a standard queue.
   *
   * @default - the queue that the subscription has, else the warning `SubscriptionDelivery.fifoTopic`
   */
  readonly fifoFailureQueue?: sqs.IQueueRef;

  /**
   * Whether subscriptions of other protocols than `lambda` are completed too.
   *
   * @default false
   */
  readonly allProtocols?: boolean;
}

/**
 * Keeps what SNS can't deliver to a Lambda function: sets the dead-letter queue of the subscription, and lets SNS send to the queue and use
 * its key. SNS tries for weeks, but gives up at once when the function is gone or may not be invoked. An error of the function is not a failed
 * delivery: that is for `FunctionAsyncFailure`. Retries can be set for HTTP endpoints only, so there is no retry policy.
 *
 * Completes `RedrivePolicy`; fails if a different `deadLetterTargetArn` is set there, with `SubscriptionDeliveryConflict`.
 */
export class SubscriptionDelivery extends Mixin {
  constructor(private readonly props: SubscriptionDeliveryProps = {}) {
    super();
    checkKind('SubscriptionDelivery', props.failureDestination, [FailureDestinationKind.QUEUE]);
    if (props.fifoFailureQueue) refuseStandardQueue(props.fifoFailureQueue);
  }

  /** Whether the construct is the L1 of a subscription. */
  public supports(construct: IConstruct): boolean {
    return sns.CfnSubscription.isCfnSubscription(construct);
  }

  /** Keeps what the topic can't deliver to the subscriber. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const subscription = construct as sns.CfnSubscription;
    if (!this.isFor(subscription)) return;
    const failureDestination = this.destinationFor(subscription);
    if (failureDestination === 'none') return;
    completeDelivery(subscription, {
      failureDestination,
      mixin: 'SubscriptionDelivery',
      conflict: 'SubscriptionDeliveryConflict',
      unknown: 'SubscriptionDelivery.unknownSetting',
      grantees: [topicService(subscription)],
      paths: { destination: ['RedrivePolicy', 'deadLetterTargetArn'] },
      check: (arn) => checkAccount(subscription, arn),
    }, refuse);
  }

  private isFor(subscription: sns.CfnSubscription): boolean {
    if (this.props.allProtocols) return true;
    if (isUnknown(subscription, 'Protocol')) {
      warn(subscription, 'SubscriptionDelivery.unknownProtocol',
        'The protocol of this subscription is known at deployment only, and was left as it is: use allProtocols to complete it whatever it is.');
    }
    return settingOf(subscription, 'Protocol') === 'lambda';
  }

  private destinationFor(subscription: sns.CfnSubscription): FailureDestination | undefined | 'none' {
    const { failureDestination, fifoFailureQueue } = this.props;
    if (!isFifo(settingOf(subscription, 'TopicArn'))) return failureDestination;
    if (fifoFailureQueue) return new FifoQueueDestination(fifoFailureQueue);
    if (settingOf(subscription, 'RedrivePolicy') !== undefined) return undefined;
    warn(subscription, 'SubscriptionDelivery.fifoTopic',
      'This subscription is of a FIFO topic, which sends failures to a FIFO queue only: give the mixin a fifoFailureQueue.');
    return 'none';
  }
}

function isFifo(topicArn: unknown): boolean {
  const topic = referenceTarget(topicArn);
  if (sns.CfnTopic.isCfnTopic(topic)) return settingOf(topic, 'FifoTopic') === true;
  return typeof topicArn === 'string' && !Token.isUnresolved(topicArn) && topicArn.endsWith('.fifo');
}

function topicService(subscription: sns.CfnSubscription): DeliveringService {
  const arn = settingOf(subscription, 'TopicArn') as string;
  const topic = referenceTarget(arn);
  const resource = CfnResource.isCfnResource(topic) ? topic : undefined;
  const anyArn = Stack.of(resource ?? subscription).formatArn({ service: 'sns', resource: '*' });
  return new DeliveringService('sns.amazonaws.com', { arn, anyArn, resource });
}
