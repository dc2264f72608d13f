import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as events from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { CountAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { RULE_ALARMS, type RuleAlarmName } from './delivery-alarm-defaults';
import { CountAlarms } from './private/count-alarms';
import { ruleSubject, type RuleSubject } from './private/delivery-subjects';
import { ValidationError } from '../private/errors';
import { targetSetting, targetsOf } from '../private/rule-targets';

/** Options of `RuleAlarms.fromRule()`. */
export interface RuleAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the rule.
   *
   * @default - the rule itself
   */
  readonly scope?: Construct;
}

/** Tunes or drops the alarms of `RuleAlarms.recommended()`. */
export interface RecommendedRuleAlarmsOptions {
  /**
   * The alarm on events that could not be delivered to a target and were given up.
   *
   * @default - made as `RuleAlarms.failedInvocations()` makes it
   */
  readonly failedInvocations?: RecommendedCountAlarmOptions;

  /**
   * The alarm on events that didn't reach the dead-letter queue and are lost.
   *
   * @default - made as `RuleAlarms.invocationsFailedToBeSentToDlq()` makes it, if a target has a dead-letter queue
   */
  readonly invocationsFailedToBeSentToDlq?: RecommendedCountAlarmOptions;
}

/**
 * Alarms on what an EventBridge rule can't deliver, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`.
 *
 * EventBridge counts all targets of the rule together. Metrics of a rule on an event bus of your own carry the name of the bus too: the
 * alarms know, as long as the bus is not a parameter that may be the default one.
 */
export class RuleAlarms {
  /**
   * The alarms of a rule.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the rule.
   *
   * @param ruleRef The rule.
   * @param options Where the alarms are made.
   */
  public static fromRule(ruleRef: events.IRuleRef, options: RuleAlarmsOptions = {}): RuleAlarms {
    return new RuleAlarms(ruleSubject(ruleRef), options.scope);
  }

  private readonly alarms: CountAlarms<RuleAlarmName>;

  private constructor(private readonly subject: RuleSubject, scope?: Construct) {
    this.alarms = new CountAlarms(subject, RULE_ALARMS, scope);
  }

  /**
   * An alarm on events that could not be delivered to a target and were given up: `FailedInvocations`, sum, 1 or more in a minute of the last five. Critical.
   *
   * EventBridge counts an event when its retries or its age run out, or at once when the target is gone or may not be invoked; also when a
   * dead-letter queue then keeps it. An error of the function is not counted: that is for `FunctionAlarms`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public failedInvocations(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('failedInvocations', options);
  }

  /**
   * An alarm on events that didn't reach the dead-letter queue and are lost: `InvocationsFailedToBeSentToDlq`, sum, 1 or more in a minute of the last five. Critical.
   *
   * Its cause is a missing permission in the policy of the queue or of its key, or a queue that is gone.
   *
   * Fails with `RuleAlarmCannotFire` when no target of the rule has a dead-letter queue by now, and with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
   */
  public invocationsFailedToBeSentToDlq(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    if (this.hasDeadLetterQueue() === false) {
      throw new ValidationError('RuleAlarmCannotFire',
        'invocationsFailedToBeSentToDlq() can never fire, because no target of the rule has a dead-letter queue: set one before, with mixins.RuleDelivery, '
        + 'or leave the alarm out', this.subject.home);
    }
    return this.alarms.make('invocationsFailedToBeSentToDlq', options);
  }

  /**
   * Makes all alarms of this class that can fire for the rule as it is now: the one on the dead-letter queue only when a target has one. Of
   * an imported rule that is not known: ask for it by name.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ failedInvocations: { threshold: 5 } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedRuleAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this.alarms.recommended(options, (name) => name === 'failedInvocations' || (this.hasDeadLetterQueue() ?? false));
  }

  /** Whether a target has a dead-letter queue: `undefined` where only the deployment knows. */
  private hasDeadLetterQueue(): boolean | undefined {
    const { resource } = this.subject;
    return resource && targetsOf(resource)?.some((target) => {
      const { value, isUnknown } = targetSetting(resource, target, 'DeadLetterConfig', 'Arn');
      return isUnknown || value !== undefined;
    });
  }
}
