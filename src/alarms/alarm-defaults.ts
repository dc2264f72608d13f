import type { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { AlarmSeverity } from './alarm-severity';
import { DURABLE_ALARMS } from './durable-alarm-defaults';
import { METRICS, type Metric } from '../facts/metrics';

/** What an alarm is when nothing is tuned. Metric, namespace, dimensions and statistic are those of the facts. */
export interface AlarmDefault {
  /** As users write it: the method, and the option of `recommended()`. */
  readonly method: string;
  /** The construct id below the function or queue. It is part of the logical id: changing it replaces the alarm. */
  readonly id: string;
  readonly metric: Metric;
  /**
   * At this value or above. `retention`: at a part of the retention period of the queue, see `OLD_MESSAGE_RATIO`. `record-age`: at a part
   * of the record age of the mapping, see `OLD_RECORD_RATIO`. `event-age`: at a part of that of the function, see `OLD_EVENT_RATIO`. `timeout`:
   * at a part of that of the function or the integration, see `NEAR_TIMEOUT_RATIO`, `SLOW_RATIO`. `band`: none, the metric has to leave a band.
   * `given`: the user must say.
   */
  readonly threshold: number | 'retention' | 'record-age' | 'event-age' | 'timeout' | 'band' | 'given';
  /** Of a rate, whose threshold is in percent: what the metric is a part of, and how many of that in a period are enough to tell. */
  readonly rate?: { readonly of: Metric; readonly minimum: number };
  /** How many periods are looked at, or `timeout`: as many as the function can run, plus `TIMEOUT_MARGIN`. */
  readonly evaluationPeriods: number | 'timeout';
  /** In seconds, where it is not `PERIOD`. */
  readonly period?: number;
  /** Where it is not `DATAPOINTS`. */
  readonly datapointsToAlarm?: number;
  /** What a period without data means, where it is no good news. */
  readonly treatMissingData?: TreatMissingData;
  readonly severity: AlarmSeverity;
  /** Whether the metric is published per alias and version too, in the dimension `Resource`. */
  readonly perQualifier: boolean;
  /** What happened and what to look at. `{name}` is the function or queue. */
  readonly description: string;
}

/** The period of every alarm in seconds: Lambda and SQS publish once a minute. */
export const PERIOD = 60;

/** One period of the window is enough: an "M of M" alarm never sees one error an hour. */
export const DATAPOINTS = 1;

/** Any failure counts. */
const ANY = 1;

/**
 * Counted at the moment of the failure, unlike `Errors`. Five minutes is what AWS recommends for throttles, and keeps an alarm from
 * ending and starting again while something fails every other minute.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
 */
const FIVE_MINUTES = 5;

/** What is added to the timeout in seconds: a minute because an invocation can begin with a period, a minute until the metric is sent. */
export const TIMEOUT_MARGIN = 120;

/** The part of a queue's retention period after which an unread message is old. */
export const OLD_MESSAGE_RATIO = 0.5;

/** The part of a mapping's record age after which a record that was not processed is old. */
export const OLD_RECORD_RATIO = 0.5;

/** After an hour in seconds a record is old, whatever its mapping allows. */
export const OLD_RECORD = 3_600;

/** The alarms of a function. */
export const FUNCTION_ALARMS = {
  errors: {
    method: 'errors',
    id: 'ErrorsAlarm',
    metric: METRICS.functionErrors,
    threshold: ANY,
    evaluationPeriods: 'timeout',
    severity: AlarmSeverity.WARNING,
    perQualifier: true,
    description: 'Function {name} failed: its code returned an error, crashed or timed out. Look for the error in its log group and traces at the time of the invocation.',
  },
  throttles: {
    method: 'throttles',
    id: 'ThrottlesAlarm',
    metric: METRICS.functionThrottles,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.WARNING,
    perQualifier: true,
    description: 'Invocations of function {name} were refused for lack of concurrency. Compare ConcurrentExecutions with its reserved concurrency and the quota of the account.',
  },
  deadLetterErrors: {
    method: 'deadLetterErrors',
    id: 'DeadLetterErrorsAlarm',
    metric: METRICS.deadLetterErrors,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: true,
    description: 'Events that function {name} could not process did not reach its dead-letter queue and are lost. Check that the queue exists, its policy and key, and the permissions of the role of the function.',
  },
  destinationDeliveryFailures: {
    method: 'destinationDeliveryFailures',
    id: 'DestinationDeliveryFailuresAlarm',
    metric: METRICS.destinationDeliveryFailures,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: true,
    description: 'Records of function {name} did not reach their destination and are lost. Check that the destination exists, its policy and key, the size of the events, and the permissions of the role of the function.',
  },
  asyncEventsDropped: {
    method: 'asyncEventsDropped',
    id: 'AsyncEventsDroppedAlarm',
    metric: METRICS.asyncEventsDropped,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false, // undocumented for aliases and versions, and an alarm on a metric that isn't there never fires
    description: 'Asynchronous events of function {name} were given up after all retries or for their age. They are kept only if the function has a failure destination or dead-letter queue: look there, and at Errors and Throttles for the cause.',
  },
  ...DURABLE_ALARMS,
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a function. */
export type FunctionAlarmName = keyof typeof FUNCTION_ALARMS;

/** The alarms of a queue that keeps failures. */
export const QUEUE_ALARMS = {
  messagesVisible: {
    method: 'messagesVisible',
    id: 'MessagesVisibleAlarm',
    metric: METRICS.queueMessagesVisible,
    threshold: ANY,
    evaluationPeriods: 1,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'Failed events wait in queue {name}. Read a message for the error and its source, fix the cause, then send the events again.',
  },
  oldestMessageAge: {
    method: 'oldestMessageAge',
    id: 'OldestMessageAgeAlarm',
    metric: METRICS.queueOldestMessageAge,
    threshold: 'retention',
    evaluationPeriods: 1,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false,
    description: 'Failed events in queue {name} get old and are deleted at the end of its retention period. Process them or copy them elsewhere now.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The alarms of a queue that functions read from. They stand where those of a queue that keeps failures would. */
export const SOURCE_QUEUE_ALARMS = {
  messagesVisible: {
    ...QUEUE_ALARMS.messagesVisible,
    description: 'Messages wait in queue {name} for the function that reads from it. Look whether its mapping or pipe is enabled, and at Throttles, Errors and Duration of the function.',
  },
  oldestMessageAge: {
    ...QUEUE_ALARMS.oldestMessageAge,
    description: 'Messages in queue {name} get old before the function that reads from it gets to them, and are deleted at the end of the retention period. Look whether its mapping or pipe is enabled, and at Throttles, Errors and Duration of the function.',
  },
} as const satisfies Record<keyof typeof QUEUE_ALARMS, AlarmDefault>;

/** The alarms of a state machine. Its metrics carry the moment of the failure. */
export const STATE_MACHINE_ALARMS = {
  executionsFailed: {
    method: 'executionsFailed',
    id: 'ExecutionsFailedAlarm',
    metric: METRICS.executionsFailed,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false,
    description: 'An execution of state machine {name} failed, and nothing tries it again. Look for the state and its error in the history of the execution or the log group. After the fix, redrive a Standard execution within 14 days, or start it anew with the same input.',
  },
  executionsTimedOut: {
    method: 'executionsTimedOut',
    id: 'ExecutionsTimedOutAlarm',
    metric: METRICS.executionsTimedOut,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.CRITICAL,
    perQualifier: false,
    description: 'An execution of state machine {name} passed its timeout and was given up. Look for the state that took long in the history of the execution or the log group, then redrive it or start it anew.',
  },
  executionsAborted: {
    method: 'executionsAborted',
    id: 'ExecutionsAbortedAlarm',
    metric: METRICS.executionsAborted,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'Somebody stopped an execution of state machine {name} before its end. Look in CloudTrail for who called StopExecution, and redrive it or start it anew if its work is still to be done.',
  },
  executionThrottled: {
    method: 'executionThrottled',
    id: 'ExecutionThrottledAlarm',
    metric: METRICS.executionThrottled,
    threshold: ANY,
    evaluationPeriods: FIVE_MINUTES,
    severity: AlarmSeverity.WARNING,
    perQualifier: false,
    description: 'Executions of state machine {name} are slowed down, because the account enters states faster than its quota allows. Start fewer executions at once, or ask for a higher quota of state transitions.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a state machine. */
export type StateMachineAlarmName = keyof typeof STATE_MACHINE_ALARMS;
