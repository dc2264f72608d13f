import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { CountAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { TOPIC_ALARMS, type TopicAlarmName } from './delivery-alarm-defaults';
import { CountAlarms, type WatchedResource } from './private/count-alarms';
import { topicSubject } from './private/delivery-subjects';

/** Options of `TopicAlarms.fromTopic()`. */
export interface TopicAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the topic.
   *
   * @default - the topic itself
   */
  readonly scope?: Construct;
}

/** Tunes or drops the alarms of `TopicAlarms.recommended()`. */
export interface RecommendedTopicAlarmsOptions {
  /**
   * The alarm on messages that could not be delivered to a subscriber and were given up.
   *
   * @default - made as `TopicAlarms.notificationsFailed()` makes it
   */
  readonly notificationsFailed?: RecommendedCountAlarmOptions;

  /**
   * The alarm on messages that didn't reach the dead-letter queue of a subscription and are lost.
   *
   * @default - made as `TopicAlarms.notificationsFailedToRedriveToDlq()` makes it
   */
  readonly notificationsFailedToRedriveToDlq?: RecommendedCountAlarmOptions;
}

/**
 * Alarms on what an SNS topic can't deliver to its subscribers, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`.
 *
 * SNS counts all subscriptions of the topic together.
 */
export class TopicAlarms {
  /**
   * The alarms of a topic.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the topic.
   *
   * @param topicRef The topic.
   * @param options Where the alarms are made.
   */
  public static fromTopic(topicRef: sns.ITopicRef, options: TopicAlarmsOptions = {}): TopicAlarms {
    return new TopicAlarms(topicSubject(topicRef), options.scope);
  }

  private readonly alarms: CountAlarms<TopicAlarmName>;

  private constructor(subject: WatchedResource, scope?: Construct) {
    this.alarms = new CountAlarms(subject, TOPIC_ALARMS, scope);
  }

  /**
   * An alarm on messages that could not be delivered to a subscriber and were given up: `NumberOfNotificationsFailed`, sum, 1 or more in a minute of the last five. Critical.
   *
   * SNS counts them also when a dead-letter queue then keeps them. An error of the function is not counted: that is for `FunctionAlarms`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
   */
  public notificationsFailed(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('notificationsFailed', options);
  }

  /**
   * An alarm on messages that didn't reach the dead-letter queue of a subscription and are lost: `NumberOfNotificationsFailedToRedriveToDlq`, sum, 1 or more in a minute of the last five. Critical.
   *
   * Its cause is a missing permission in the policy of the queue or of its key, or a queue that is gone. Subscriptions without a dead-letter
   * queue never count.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html
   */
  public notificationsFailedToRedriveToDlq(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('notificationsFailedToRedriveToDlq', options);
  }

  /**
   * Makes all alarms of this class.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ notificationsFailed: { threshold: 5 } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedTopicAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this.alarms.recommended(options);
  }
}
