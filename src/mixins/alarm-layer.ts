import type { Construct } from 'constructs';
import type { RecommendedEventSourceMappingAlarmsOptions } from '../alarms/event-source-mapping-alarms';
import type { RecommendedFunctionAlarmsOptions } from '../alarms/function-alarms';
import type { RecommendedQueueAlarmsOptions } from '../alarms/queue-alarms';
import type { RecommendedRuleAlarmsOptions } from '../alarms/rule-alarms';
import type { RecommendedScheduleAlarmsOptions } from '../alarms/schedule-alarms';
import type { RecommendedStateMachineAlarmsOptions } from '../alarms/state-machine-alarms';
import type { RecommendedTopicAlarmsOptions } from '../alarms/topic-alarms';

/**
 * Which alarms `LambdaErrorHandling` makes. Where an alarm on the metric exists, by whomever, it makes none.
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
   * @default - as `FunctionAlarms.recommended()` makes them
   */
  readonly functions?: RecommendedFunctionAlarmsOptions;

  /**
   * The alarms of queues that keep failures.
   *
   * @default - as `QueueAlarms.recommended()` makes them
   */
  readonly queues?: RecommendedQueueAlarmsOptions;

  /**
   * The alarms of event source mappings.
   *
   * @default - as `EventSourceMappingAlarms.recommended()` makes them
   */
  readonly eventSourceMappings?: RecommendedEventSourceMappingAlarmsOptions;

  /**
   * The alarms of EventBridge rules that invoke functions.
   *
   * @default - as `RuleAlarms.recommended()` makes them
   */
  readonly rules?: RecommendedRuleAlarmsOptions;

  /**
   * The alarms of the groups of schedules that invoke functions.
   *
   * @default - as `ScheduleAlarms.recommended()` makes them
   */
  readonly schedules?: RecommendedScheduleAlarmsOptions;

  /**
   * The alarms of topics that functions subscribe to.
   *
   * @default - as `TopicAlarms.recommended()` makes them
   */
  readonly topics?: RecommendedTopicAlarmsOptions;

  /**
   * The alarms of state machines that call functions.
   *
   * @default - as `StateMachineAlarms.recommended()` makes them
   */
  readonly stateMachines?: RecommendedStateMachineAlarmsOptions;
}
