import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { QUEUE_ALARMS, type AlarmDefault } from './alarm-defaults';
import type { AgeAlarmOptions, AlarmOptions, CountAlarmOptions, RecommendedAgeAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { makeAlarm } from './private/alarm-factory';
import { messageAgeThreshold, queueNameFrom, queueSubject, type QueueSubject } from './private/queue-subject';

/** Options of `QueueAlarms.fromQueue()`. */
export interface QueueAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the queue.
   *
   * @default - the queue itself
   */
  readonly scope?: Construct;
}

/** Tunes or drops the alarms of `QueueAlarms.recommended()`. */
export interface RecommendedQueueAlarmsOptions {
  /**
   * The alarm on waiting messages.
   *
   * @default - made as `QueueAlarms.messagesVisible()` makes it
   */
  readonly messagesVisible?: RecommendedCountAlarmOptions;

  /**
   * The alarm on old messages.
   *
   * @default - made as `QueueAlarms.oldestMessageAge()` makes it
   */
  readonly oldestMessageAge?: RecommendedAgeAlarmOptions;
}

/**
 * Alarms on a queue that keeps failures: a failure queue or a dead-letter queue, L1 or L2, or imported. Who hears of them is said with
 * `AlarmNotifications`.
 *
 * They watch what waits in the queue, not what was sent to it: messages that SQS moves to a dead-letter queue don't count as sent. A
 * queue that something consumes empties itself, and its alarms see little.
 */
export class QueueAlarms {
  /**
   * The alarms of a queue.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the queue.
   *
   * @param queueRef The queue.
   * @param options Where the alarms are made.
   */
  public static fromQueue(queueRef: sqs.IQueueRef, options: QueueAlarmsOptions = {}): QueueAlarms {
    return new QueueAlarms(queueSubject(queueRef), options.scope);
  }

  private constructor(private readonly subject: QueueSubject, private readonly scope?: Construct) {
  }

  /**
   * An alarm on messages that wait in the queue: `ApproximateNumberOfMessagesVisible`, maximum, 1 or more in the last minute. A warning:
   * the events are kept, and wait for somebody.
   *
   * SQS publishes the number every minute while the queue is in use; it can take 15 minutes to begin again for a queue that nobody
   * used for hours. No data means an empty queue. The alarm stays on until the queue is empty.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 1, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   */
  public messagesVisible(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make(QUEUE_ALARMS.messagesVisible, options, options.threshold ?? QUEUE_ALARMS.messagesVisible.threshold, false);
  }

  /**
   * An alarm on messages that nobody took care of: `ApproximateAgeOfOldestMessage`, maximum, half of the retention period of the queue.
   * Critical: at its end SQS deletes them.
   *
   * In a dead-letter queue the age counts from the moment the message was moved there, but it is deleted when it is as old as the
   * retention period in total: half leaves room for the time it spent in the first queue.
   *
   * Fails with `AlarmThresholdUnreachable` when the queue deletes messages before they get as old as `threshold`, and with
   * `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 1, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
   */
  public oldestMessageAge(options: AgeAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make(QUEUE_ALARMS.oldestMessageAge, options, messageAgeThreshold(this.subject, options.threshold), false);
  }

  /**
   * Makes all alarms of this class.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ oldestMessageAge: { enabled: false } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedQueueAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    const { messagesVisible = {}, oldestMessageAge = {} } = options;
    const made: cloudwatch.CfnAlarm[] = [];
    if (messagesVisible.enabled ?? true) {
      made.push(this.make(QUEUE_ALARMS.messagesVisible, messagesVisible, messagesVisible.threshold ?? QUEUE_ALARMS.messagesVisible.threshold, true));
    }
    if (oldestMessageAge.enabled ?? true) {
      made.push(this.make(QUEUE_ALARMS.oldestMessageAge, oldestMessageAge, messageAgeThreshold(this.subject, oldestMessageAge.threshold), true));
    }
    return made;
  }

  private make(defaults: AlarmDefault, options: AlarmOptions, threshold: number, recommended: boolean): cloudwatch.CfnAlarm {
    const { ref, home } = this.subject;
    const queueName = queueNameFrom(this.scope ?? home, this.subject);
    return makeAlarm({
      defaults,
      options,
      threshold,
      defaultPeriods: () => defaults.evaluationPeriods as number,
      resource: ref,
      dimensions: { QueueName: queueName },
      home,
      name: queueName,
      recommended,
    }, this.scope);
  }
}
