import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { QUEUE_ALARMS, SOURCE_QUEUE_ALARMS, type AlarmDefault } from './alarm-defaults';
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
   * The alarm on waiting messages. Of a queue that functions read from it is made with `enabled: true` only.
   *
   * @default - made as `QueueAlarms.messagesVisible()` makes it, where the queue keeps failures
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
 * Alarms on a queue, L1 or L2, or imported: one that keeps failures, such as a failure queue or a dead-letter queue, or one that functions
 * read from. Who hears of them is said with `AlarmNotifications`.
 *
 * They watch what waits in the queue, not what was sent to it: messages that SQS moves to a dead-letter queue don't count as sent. A
 * queue of failures that something consumes empties itself, and its alarms see little.
 */
export class QueueAlarms {
  /**
   * The alarms of a queue that keeps failures.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the queue.
   *
   * @param queueRef The queue.
   * @param options Where the alarms are made.
   */
  public static fromQueue(queueRef: sqs.IQueueRef, options: QueueAlarmsOptions = {}): QueueAlarms {
    return new QueueAlarms(queueSubject(queueRef), QUEUE_ALARMS, options.scope);
  }

  /**
   * The alarms of a queue that functions read from, by an event source mapping or a pipe. Messages that wait there are no failure; old ones
   * are deleted at the end of the retention period when their reader is disabled, throttled or too slow, and nothing else tells.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the queue.
   *
   * @param queueRef The queue.
   * @param options Where the alarms are made.
   */
  public static fromSourceQueue(queueRef: sqs.IQueueRef, options: QueueAlarmsOptions = {}): QueueAlarms {
    return new QueueAlarms(queueSubject(queueRef), SOURCE_QUEUE_ALARMS, options.scope);
  }

  private constructor(
    private readonly subject: QueueSubject,
    private readonly defaults: typeof QUEUE_ALARMS | typeof SOURCE_QUEUE_ALARMS,
    private readonly scope?: Construct,
  ) {
  }

  /**
   * An alarm on messages that wait in the queue: `ApproximateNumberOfMessagesVisible`, maximum, 1 or more in the last minute. A warning:
   * the events are kept, and wait for somebody. Of a queue that functions read from, give a `threshold` that says how many are too many.
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
    return this.makeMessagesVisible(options, false);
  }

  /**
   * An alarm on messages that nobody took care of: `ApproximateAgeOfOldestMessage`, maximum, half of the retention period of the queue.
   * Critical: at its end SQS deletes them. A message that was received three times and not processed doesn't count any more.
   *
   * In a dead-letter queue the age counts from the moment the message was moved there, but it is deleted when it is as old as the
   * retention period in total: half leaves room for the time it spent in the first queue.
   *
   * Fails with `AlarmThresholdUnreachable` when the queue deletes messages before they get as old as `threshold`, and with
   * `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 1, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
   */
  public oldestMessageAge(options: AgeAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.makeOldestMessageAge(options, false);
  }

  /**
   * Makes the alarms on waiting and on old messages; of a queue that functions read from, that on old ones.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ oldestMessageAge: { enabled: false } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedQueueAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    const { messagesVisible = {}, oldestMessageAge = {} } = options;
    const made: cloudwatch.CfnAlarm[] = [];
    if (messagesVisible.enabled ?? this.defaults === QUEUE_ALARMS) made.push(this.makeMessagesVisible(messagesVisible, true));
    if (oldestMessageAge.enabled ?? true) made.push(this.makeOldestMessageAge(oldestMessageAge, true));
    return made;
  }

  private makeMessagesVisible(options: CountAlarmOptions, recommended: boolean): cloudwatch.CfnAlarm {
    const { messagesVisible } = this.defaults;
    return this.make(messagesVisible, options, options.threshold ?? messagesVisible.threshold, recommended);
  }

  private makeOldestMessageAge(options: AgeAlarmOptions, recommended: boolean): cloudwatch.CfnAlarm {
    return this.make(this.defaults.oldestMessageAge, options, messageAgeThreshold(this.subject, options.threshold), recommended);
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
