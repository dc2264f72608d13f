import { Names } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { bindDestination, repairDestination } from './destination';
import { isFunctionArn } from './function-arn';
import { conflictOf, warnOfUnknown, type Refuse, type WantedSetting } from '../../private/complete-setting';
import { DeliveringService } from '../../private/delivering-service';
import { ownerOf } from '../../private/owner';
import { mapTargets, targetSetting, targetsOf, withTargetSetting, type RuleTarget } from '../../private/rule-targets';
import { isSame } from '../../private/settings';
import { warn } from '../../private/warnings';
import type { RuleDeliveryProps } from '../rule-delivery';

const DESTINATION = ['DeadLetterConfig', 'Arn'];
const OWN = { mixin: 'RuleDelivery', conflict: 'RuleDeliveryConflict', unknown: 'RuleDelivery.unknownSetting' } as const;

interface RuleSetting extends WantedSetting {
  /** Whether any value of the user is fine. */
  readonly leave?: boolean;
}

/** The failed deliveries of one rule, to the targets it has and to those that come. */
export class RuleFailure {
  private readonly service: DeliveringService;
  private destinationArn?: string;

  constructor(private readonly rule: events.CfnRule, private readonly props: RuleDeliveryProps) {
    this.service = new DeliveringService('events.amazonaws.com', {
      arn: rule.attrArn,
      anyArn: rule.stack.formatArn({ service: 'events', resource: 'rule', resourceName: '*' }),
      resource: rule,
    }, `AllowEventRule${Names.nodeUniqueId((ownerOf(rule) ?? rule).node)}`); // as CDK names it, so that both are one
  }

  /** Completes the targets that the rule has, and sees to those that come. */
  public complete(refuse: Refuse): void {
    const targets = this.ours();
    this.prepare(targets);
    for (const target of targets) {
      for (const wanted of this.wanted()) this.check(target, wanted, refuse);
    }
    mapTargets(this.rule, (target) => this.completed(target));
  }

  /** Sees to the permissions for targets that came later. */
  public finish(): void {
    this.prepare(this.ours());
  }

  /** Makes the queue ready for targets without one, and the queues that targets have. */
  private prepare(targets: RuleTarget[]): void {
    const { failureDestination } = this.props;
    for (const target of targets) {
      const { value, isUnknown } = targetSetting(this.rule, target, ...DESTINATION);
      if (isUnknown) continue;
      if (failureDestination || value === undefined || value === this.destinationArn) {
        this.destinationArn ??= bindDestination(this.rule, failureDestination, [this.service]);
      } else {
        repairDestination(this.rule, value, [this.service]);
      }
    }
  }

  private ours(): RuleTarget[] {
    const targets = targetsOf(this.rule);
    if (!targets) {
      warn(this.rule, 'RuleDelivery.unknownTarget', 'The targets of this rule are known at deployment only, and were left as they are.');
      return [];
    }
    for (const { target, index } of targets.filter((one) => this.isOurs(one) === undefined)) {
      warn(this.rule, 'RuleDelivery.unknownTarget',
        `Target ${target.id ?? index} of this rule is known at deployment only, and was left as it is: use allTargets to complete it whatever it is.`);
    }
    return targets.filter((target) => this.isOurs(target));
  }

  private isOurs({ target }: RuleTarget): boolean | undefined {
    return this.props.allTargets ? true : isFunctionArn(this.rule, target.arn);
  }

  private wanted(): RuleSetting[] {
    const { failureDestination, retryPolicy } = this.props;
    // Without a destination of its own the mixin leaves any that is there.
    const destination = { ...OWN, option: 'failureDestination', path: DESTINATION, value: this.destinationArn, leave: !failureDestination };
    if (!retryPolicy) return [destination];
    const retries = [
      { ...OWN, option: 'retryPolicy', path: ['RetryPolicy', 'MaximumRetryAttempts'], value: retryPolicy.retryAttempts },
      { ...OWN, option: 'retryPolicy', path: ['RetryPolicy', 'MaximumEventAgeInSeconds'], value: retryPolicy.maxEventAge?.toSeconds() },
    ];
    return [destination, ...retries.filter(({ value }) => value !== undefined)];
  }

  private check(target: RuleTarget, wanted: RuleSetting, refuse: Refuse): void {
    const { value, isUnknown } = targetSetting(this.rule, target, ...wanted.path);
    if (isUnknown) warnOfUnknown(this.rule, wanted);
    else if (value !== undefined && !wanted.leave && !isSame(this.rule, value, wanted.value)) refuse(conflictOf(this.rule, wanted, value));
  }

  private completed(target: RuleTarget): unknown {
    if (!this.isOurs(target)) return target.target;
    return this.wanted().reduce((result, { path, value }) => {
      const current = targetSetting(this.rule, result, ...path);
      return current.isUnknown || current.value !== undefined || value === undefined ? result : withTargetSetting(result, value, ...path);
    }, target).target;
  }
}
