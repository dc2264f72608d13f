import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import type { AlarmSeverity } from './alarm-severity';
import { subscribe } from './private/subscriptions';

/** Options of `AlarmNotifications.add()`. */
export interface AlarmNotificationOptions {
  /**
   * Hear only of alarms of this severity.
   *
   * @default - alarms of every severity
   */
  readonly severity?: AlarmSeverity;

  /**
   * Whether the action is also called when an alarm goes back to OK.
   *
   * @default false
   */
  readonly includeOk?: boolean;
}

/**
 * Who hears of the alarms below a scope, inherited down the tree: an action for the app hears of every stack, one for a function of
 * that function only, in addition to those above it.
 *
 * It reaches every alarm that this library makes below the scope, also in other stages and stacks, whether the alarm or the action
 * comes first. Alarms that you make with `cloudwatch.Alarm` keep the actions you give them: alarms also steer scaling and deployments,
 * and must not call people.
 *
 * An alarm that has no action at all when the app is synthesized gets the warning `AlarmNotifications.alarmUnheard`.
 */
export class AlarmNotifications {
  /**
   * The notifications of a scope: an app, a stage, a stack, or any construct.
   *
   * @param scope Whose alarms, and whose children's alarms, are heard of.
   */
  public static of(scope: IConstruct): AlarmNotifications {
    return new AlarmNotifications(scope);
  }

  private constructor(private readonly scope: IConstruct) {
  }

  /**
   * Lets an action hear of the alarms below the scope, for example an `SnsAction`.
   *
   * It is bound once to each alarm, however often and wherever it is added, so that actions that add a permission when bound add one.
   * (A `LambdaAction` for more than one alarm needs `useUniquePermissionId: true`.) Two actions on one topic are one action.
   *
   * Fails with `AlarmActionsTooMany` when an alarm gets more than the five actions that CloudWatch allows.
   *
   * @param action What is called when an alarm goes off.
   * @param options Of which alarms it hears.
   */
  public add(action: cloudwatch.IAlarmAction, options: AlarmNotificationOptions = {}): void {
    subscribe(this.scope, { action, severity: options.severity, includeOk: options.includeOk ?? false });
  }
}
