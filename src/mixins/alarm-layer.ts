import type { Construct } from 'constructs';
import type { RecommendedEventSourceMappingAlarmsOptions } from '../alarms/event-source-mapping-alarms';
import type { RecommendedFunctionAlarmsOptions } from '../alarms/function-alarms';
import type { RecommendedFunctionUrlAlarmsOptions } from '../alarms/function-url-alarms';
import type { RecommendedQueueAlarmsOptions } from '../alarms/queue-alarms';
import type { RecommendedRequestAlarmsOptions } from '../alarms/request-alarms';
import type { RecommendedRuleAlarmsOptions } from '../alarms/rule-alarms';
import type { RecommendedScheduleAlarmsOptions } from '../alarms/schedule-alarms';
import type { RecommendedStateMachineAlarmsOptions } from '../alarms/state-machine-alarms';
import type { RecommendedTopicAlarmsOptions } from '../alarms/topic-alarms';
import type { RecommendedWebSocketApiAlarmsOptions } from '../alarms/web-socket-api-alarms';

/**
 * Which alarms `LambdaErrorHandling` makes: on each kept failure, on each that could not be kept, and on errors of functions. It spares
 * those on what is tried again, and on what the alarm of a failure queue tells too: name one to get it, for example
 * `{ functions: { throttles: {} } }`. Where an alarm on the metric exists, by whomever, it makes none.
 */
export interface AlarmLayer {
  /**
   * Whether to make alarms.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Where the alarms are made, for example a stack for monitoring when a stack would get more than the 500 resources it may have. It must
   * be in the region of what is watched.
   *
   * Fails with `AlarmScopeInOtherRegion` when it is not.
   *
   * @default - each beside what it watches
   */
  readonly scope?: Construct;

  /**
   * The alarms of functions.
   *
   * @default - as `FunctionAlarms.recommended()` makes them, without `throttles`, `durableExecutionsStopped`, and `asyncEventsDropped` where
   * events are kept in a queue of the app
   */
  readonly functions?: RecommendedFunctionAlarmsOptions;

  /**
   * The alarms of function URLs.
   *
   * @default - as `FunctionUrlAlarms.recommended()` makes them
   */
  readonly functionUrls?: RecommendedFunctionUrlAlarmsOptions;

  /**
   * The alarms of queues that keep failures.
   *
   * @default - as `QueueAlarms.recommended()` makes them
   */
  readonly queues?: RecommendedQueueAlarmsOptions;

  /**
   * The alarms of the queues that functions read from, by a mapping or a pipe, also where they stand elsewhere or are imported: a queue whose
   * reader is disabled, throttled or too slow deletes messages at the end of its retention period, and nothing else tells. `{}` makes them.
   *
   * @default - none; given, as `QueueAlarms.fromSourceQueue().recommended()` makes them
   */
  readonly sourceQueues?: RecommendedQueueAlarmsOptions;

  /**
   * The alarms of event source mappings.
   *
   * @default - as `EventSourceMappingAlarms.recommended()` makes them, with `failedInvocations` only where the function reports what failed
   */
  readonly eventSourceMappings?: RecommendedEventSourceMappingAlarmsOptions;

  /**
   * The alarms of EventBridge rules that invoke functions.
   *
   * @default - as `RuleAlarms.recommended()` makes them, without `failedInvocations`
   */
  readonly rules?: RecommendedRuleAlarmsOptions;

  /**
   * The alarms of the groups of schedules that invoke functions.
   *
   * @default - as `ScheduleAlarms.recommended()` makes them, without `invocationsDropped` and `targetErrors`
   */
  readonly schedules?: RecommendedScheduleAlarmsOptions;

  /**
   * The alarms of topics that functions subscribe to.
   *
   * @default - as `TopicAlarms.recommended()` makes them, without `notificationsFailed`
   */
  readonly topics?: RecommendedTopicAlarmsOptions;

  /**
   * The alarms of state machines that call functions.
   *
   * @default - as `StateMachineAlarms.recommended()` makes them, without `executionsAborted` and `executionThrottled`
   */
  readonly stateMachines?: RecommendedStateMachineAlarmsOptions;

  /**
   * The alarms of REST APIs.
   *
   * @default - as `RestApiAlarms.recommended()` makes them, without `serverErrorRate` and `latency`
   */
  readonly restApis?: RecommendedRequestAlarmsOptions;

  /**
   * The alarms of HTTP APIs.
   *
   * @default - as `HttpApiAlarms.recommended()` makes them, without `serverErrorRate` and `latency`
   */
  readonly httpApis?: RecommendedRequestAlarmsOptions;

  /**
   * The alarms of WebSocket APIs.
   *
   * @default - as `WebSocketApiAlarms.recommended()` makes them, without `integrationErrors` and `integrationLatency`
   */
  readonly webSocketApis?: RecommendedWebSocketApiAlarmsOptions;
}
