import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { HttpIntegrationErrorMappingProps } from '../api/http-integration-error-mapping';
import type { RestApiErrorResponsesProps } from '../api/rest-api-error-responses';
import type { StageErrorLoggingProps } from '../api/stage-error-logging';
import type { PipeDeliveryProps } from '../delivery/pipe-delivery';
import type { RuleDeliveryProps } from '../delivery/rule-delivery';
import type { ScheduleDeliveryProps } from '../delivery/schedule-delivery';
import type { SubscriptionDeliveryProps } from '../delivery/subscription-delivery';
import type { EventSourceMappingFailureProps } from '../event-source/event-source-mapping-failure';
import type { FailureDestination } from '../failure/failure-destination';
import type { RetryPolicy } from '../failure/retry-policy';
import type { StateMachineErrorHandlingProps } from '../workflow/state-machine-error-handling';
import type { StateMachineLoggingProps } from '../workflow/state-machine-logging';

/** How `LambdaErrorHandling` keeps the asynchronous events of functions that failed for good. */
export interface FunctionFailureLayer {
  /**
   * Whether to keep them.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Where they go. Durable functions, which know dead-letter queues and topics only, use it if it is one of those.
   *
   * @default - `failureDestination` of the mixin
   */
  readonly failureDestination?: FailureDestination;

  /**
   * How often and how long Lambda tries an event again: 0 to 2 retries, and an age from 60 seconds to 6 hours.
   *
   * Fails with `AsyncRetryAttemptsOutOfRange` or `AsyncMaxEventAgeOutOfRange` when outside of that.
   *
   * @default - what each function has, else what Lambda does: 2 retries, 6 hours
   * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
   */
  readonly retryPolicy?: RetryPolicy;
}

/** How `LambdaErrorHandling` traces functions. */
export interface FunctionTracingLayer {
  /**
   * Whether to trace them.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * Whether Lambda decides which invocations are traced, or follows its caller.
   *
   * Fails with `TracingModeUnsupported` when it is `DISABLED`: use `enabled: false`.
   *
   * @default Tracing.ACTIVE
   */
  readonly mode?: lambda.Tracing;
}

/** How `LambdaErrorHandling` completes event source mappings: see `EventSourceMappingFailure`. */
export interface EventSourceMappingLayer extends EventSourceMappingFailureProps {
  /**
   * Whether to complete them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** How `LambdaErrorHandling` completes queues that functions read from: see `QueueRedrive`. */
export interface SourceQueueLayer {
  /**
   * Whether to complete them.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How often a message is received before it moves to the dead-letter queue: from 5 to 1,000.
   *
   * Fails with `QueueMaxReceiveCountOutOfRange` when outside of that.
   *
   * @default - what each queue has, else 5
   */
  readonly maxReceiveCount?: number;
}

/** How `LambdaErrorHandling` completes EventBridge rules: see `RuleDelivery`. */
export interface RuleLayer extends RuleDeliveryProps {
  /**
   * Whether to complete them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** How `LambdaErrorHandling` completes schedules: see `ScheduleDelivery`. */
export interface ScheduleLayer extends ScheduleDeliveryProps {
  /**
   * Whether to complete them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** How `LambdaErrorHandling` completes subscriptions of SNS topics: see `SubscriptionDelivery`. */
export interface SubscriptionLayer extends SubscriptionDeliveryProps {
  /**
   * Whether to complete them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** How `LambdaErrorHandling` completes pipes: see `PipeDelivery`. */
export interface PipeLayer extends PipeDeliveryProps {
  /**
   * Whether to complete them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** How `LambdaErrorHandling` completes the Lambda tasks of state machines: see `StateMachineErrorHandling`. */
export interface StateMachineLayer extends StateMachineErrorHandlingProps {
  /**
   * Whether to complete them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Whether `LambdaErrorHandling` traces state machines that call functions: see `StateMachineTracing`. */
export interface StateMachineTracingLayer {
  /**
   * Whether to trace them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** How `LambdaErrorHandling` logs state machines that call functions: see `StateMachineLogging`. */
export interface StateMachineLoggingLayer extends StateMachineLoggingProps {
  /**
   * Whether to log them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** What `LambdaErrorHandling` makes REST APIs answer: see `RestApiErrorResponses`. */
export interface RestApiLayer extends RestApiErrorResponsesProps {
  /**
   * Whether to design their answers.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** What `LambdaErrorHandling` makes HTTP APIs do with errors that functions answer: see `HttpIntegrationErrorMapping`. */
export interface HttpIntegrationLayer extends HttpIntegrationErrorMappingProps {
  /**
   * Whether to change them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** How `LambdaErrorHandling` logs the requests to stages of APIs: see `StageErrorLogging`. */
export interface StageLoggingLayer extends StageErrorLoggingProps {
  /**
   * Whether to log them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}

/** Whether `LambdaErrorHandling` traces stages of REST APIs: see `StageTracing`. */
export interface StageTracingLayer {
  /**
   * Whether to trace them.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
