import type { RecommendedCountAlarmOptions } from './alarm-options';
import type { FleetAlarms } from './fleet-alarms';

/** Tunes or drops the alarms of `FunctionAlarms.recommended()`. */
export interface RecommendedFunctionAlarmsOptions {
  /**
   * Alarms that watch many functions, this one among them: what they tell of gets no alarm of its own, unless it is enabled here.
   *
   * A function that they can't see gets the warning `FleetAlarms.functionNotCovered` at synthesis.
   *
   * @default - every function has alarms of its own
   */
  readonly fleet?: FleetAlarms;

  /**
   * The alarm on errors of the function.
   *
   * @default - made as `FunctionAlarms.errors()` makes it, unless the function is durable: `Errors` counts its replays
   */
  readonly errors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on refused invocations.
   *
   * @default - made as `FunctionAlarms.throttles()` makes it
   */
  readonly throttles?: RecommendedCountAlarmOptions;

  /**
   * The alarm on events that didn't reach the dead-letter queue.
   *
   * @default - made as `FunctionAlarms.deadLetterErrors()` makes it, if the function has a dead-letter queue or topic
   */
  readonly deadLetterErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on records that didn't reach their destination.
   *
   * @default - made as `FunctionAlarms.destinationDeliveryFailures()` makes it, if the function has a destination
   */
  readonly destinationDeliveryFailures?: RecommendedCountAlarmOptions;

  /**
   * The alarm on events that were given up.
   *
   * @default - made as `FunctionAlarms.asyncEventsDropped()` makes it
   */
  readonly asyncEventsDropped?: RecommendedCountAlarmOptions;

  /**
   * The alarm on durable executions that failed.
   *
   * @default - made as `FunctionAlarms.durableExecutionsFailed()` makes it, if the function is durable
   */
  readonly durableExecutionsFailed?: RecommendedCountAlarmOptions;

  /**
   * The alarm on durable executions that passed their timeout.
   *
   * @default - made as `FunctionAlarms.durableExecutionsTimedOut()` makes it, if the function is durable
   */
  readonly durableExecutionsTimedOut?: RecommendedCountAlarmOptions;

  /**
   * The alarm on durable executions that somebody stopped.
   *
   * @default - made as `FunctionAlarms.durableExecutionsStopped()` makes it, if the function is durable
   */
  readonly durableExecutionsStopped?: RecommendedCountAlarmOptions;
}
