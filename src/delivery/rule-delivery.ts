import { CfnResource, Mixin } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { checkKind } from './private/destination';
import { checkRetry } from './private/retry-range';
import { RuleCoverage } from './private/rule-coverage';
import { RuleFailure } from './private/rule-failure';
import { completeSubscriber, isSubscriber } from './private/subscriber';
import { LIMITS } from '../facts/limits';
import { FailureDestinationKind, type FailureDestination } from '../failure/failure-destination';
import type { RetryPolicy } from '../failure/retry-policy';
import { fail, type Refuse } from '../private/complete-setting';
import { isImported } from '../private/imported';
import { warn } from '../private/warnings';

/** Properties of the mixin `RuleDelivery`. */
export interface RuleDeliveryProps {
  /**
   * Where an event goes that EventBridge could not deliver: a standard queue in the region of the rule.
   *
   * Fails with `DeliveryDestinationUnsupported` when it is something else, and with `DeliveryDestinationInOtherRegion`.
   *
   * @default - the queue that the target has, else `FailureQueue.sharedBy()` the stack of the rule
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
   */
  readonly failureDestination?: FailureDestination;

  /**
   * How often and how long EventBridge tries to reach the target again: 0 to 185 retries, and an age from 60 seconds to 24 hours.
   *
   * Fails with `DeliveryRetryAttemptsOutOfRange` or `DeliveryMaxEventAgeOutOfRange` when outside of that.
   *
   * @default - what the target has, else what EventBridge does: 185 retries in 24 hours (a subscriber: 5 retries in 5 minutes)
   * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * Whether other targets than Lambda functions are completed too.
   *
   * @default false
   */
  readonly allTargets?: boolean;
}

/**
 * Keeps what EventBridge can't deliver to a Lambda function: sets the dead-letter queue and the retries of the function's targets in a rule,
 * also of those that an L2 rule gets later, or of a subscriber of an event bus (`AWS::EventsV2::Subscriber`), and lets EventBridge send to the
 * queue and use its key. An error of the function is not a failed delivery: that is for `FunctionAsyncFailure`.
 *
 * Completes `DeadLetterConfig` and `RetryPolicy` of targets, `OnFailureConfiguration` and `RetryPolicy` of a subscriber; fails if a different
 * value is set there, with `RuleDeliveryConflict`. On an imported rule it is a warning.
 */
export class RuleDelivery extends Mixin {
  constructor(private readonly props: RuleDeliveryProps = {}) {
    super();
    checkKind('RuleDelivery', props.failureDestination, [FailureDestinationKind.QUEUE]);
    if (props.retryPolicy) {
      checkRetry(props.retryPolicy, { what: 'a rule target', attempts: LIMITS.ruleRetryAttempts, age: LIMITS.ruleEventAge });
    }
  }

  /** Whether the construct is the L1 of a rule or subscriber, or an imported rule. */
  public supports(construct: IConstruct): boolean {
    return events.CfnRule.isCfnRule(construct) || isSubscriber(construct) || isImported(construct, 'ruleRef', 'ruleArn');
  }

  /** Keeps what the rule or subscriber can't deliver. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    if (events.CfnRule.isCfnRule(construct)) {
      const failure = new RuleFailure(construct, this.props);
      failure.complete(refuse);
      RuleCoverage.of(construct).add(construct, failure);
    } else if (CfnResource.isCfnResource(construct)) {
      completeSubscriber(construct, this.props, refuse);
    } else {
      warn(construct, 'RuleDelivery.importedRule',
        'This rule is imported, so its targets can\'t be changed from here: give them a dead-letter queue where it is defined.');
    }
  }
}
