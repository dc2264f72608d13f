import type { Fact } from './fact';

/** A CloudWatch metric that tells about errors. */
export interface Metric extends Fact {
  readonly namespace: string;
  readonly name: string;
  /** The dimensions an alarm on one resource needs. */
  readonly dimensions: readonly string[];
  readonly emittedWhen: string;
  /** The statistic that gives the number of failures or requests, or the worst value of a gauge. */
  readonly statistic: 'Sum' | 'Maximum' | 'Average' | 'SampleCount';
  /**
   * What the absence of data means: nothing failed (a metric emitted when something happens), or the source may have stopped (a
   * metric that is emitted as long as it works).
   */
  readonly absent: 'nothing-failed' | 'may-have-stopped';
  /**
   * `start`: the point carries the time at which the invocation began, so that a failure shows up as late as the invocation was long.
   *
   * @default - when it happened
   */
  readonly timestamp?: 'start' | 'end';
  /**
   * What must be switched on before the metric is emitted at all.
   *
   * @default - nothing
   */
  readonly optIn?: string;
}

const FUNCTION = { namespace: 'AWS/Lambda', dimensions: ['FunctionName'], statistic: 'Sum', absent: 'nothing-failed', source: 'lambda/metrics' } as const;
/** The page lists no dimension name for these. */
const MAPPING = { ...FUNCTION, dimensions: ['EventSourceMappingUUID'], confidence: 'community' } as const;
/** The page lists no dimensions. */
const DURABLE = { ...FUNCTION, source: 'lambda/durable-monitoring', confidence: 'community' } as const;
/** `Resource` is `function:$LATEST` or `function:alias`; with `FunctionName` alone all URLs of the function are counted together. */
const FUNCTION_URL = { ...FUNCTION, dimensions: ['FunctionName', 'Resource'], source: 'lambda/url-monitoring' } as const;
const QUEUE = { namespace: 'AWS/SQS', dimensions: ['QueueName'], statistic: 'Maximum', absent: 'nothing-failed', source: 'sqs/metrics' } as const;
const TOPIC = { namespace: 'AWS/SNS', dimensions: ['TopicName'], statistic: 'Sum', absent: 'nothing-failed', source: 'sns/metrics' } as const;
/** Of a rule on another bus than the default one: `EventBusName` too. */
const RULE = { namespace: 'AWS/Events', dimensions: ['RuleName'], statistic: 'Sum', absent: 'nothing-failed', source: 'eventbridge/metrics' } as const;
const SCHEDULE = {
  namespace: 'AWS/Scheduler', dimensions: ['ScheduleGroup'], statistic: 'Sum', absent: 'nothing-failed', source: 'eventbridge/scheduler-metrics',
} as const;
/** Both dimensions hold ARNs. */
const SUBSCRIBER = {
  namespace: 'AWS/EventsV2', dimensions: ['EventBus', 'Subscriber'], statistic: 'Sum', absent: 'nothing-failed', source: 'eventbridge/subscriber-metrics',
} as const;
const LOGS = {
  namespace: 'AWS/Logs', dimensions: ['LogGroupName', 'DestinationType', 'FilterName'], statistic: 'Sum', absent: 'nothing-failed', source: 'cloudwatch-logs/metrics',
} as const;
/** All stages together; with `Stage` too, one of them. The name has its ASCII characters only, and is the id where it has none. */
const REST_API = {
  namespace: 'AWS/ApiGateway', dimensions: ['ApiName'], statistic: 'Sum', absent: 'nothing-failed', source: 'api-gateway/metrics',
} as const;
const HTTP_API = { ...REST_API, dimensions: ['ApiId'], source: 'api-gateway/http-api-metrics' } as const;
const WEB_SOCKET_API = { ...HTTP_API, source: 'api-gateway/websocket-logging' } as const;
const LATENCY = { name: 'Latency', statistic: 'Maximum', emittedWhen: 'a request was answered; in milliseconds from the request to the answer, with the integration' } as const;
/** It is emitted for every request, with 0 where nothing failed: its average is the error rate. */
const REQUESTS = { name: 'Count', statistic: 'SampleCount', emittedWhen: 'a request was made' } as const;
const STATE_MACHINE = {
  namespace: 'AWS/States', dimensions: ['StateMachineArn'], statistic: 'Sum', absent: 'nothing-failed', source: 'step-functions/metrics',
} as const;
const TARGET_GROUP = {
  namespace: 'AWS/ApplicationELB', dimensions: ['TargetGroup'], statistic: 'Sum', absent: 'nothing-failed', source: 'alb/metrics',
} as const;

const INVOCATION_METRICS = {
  functionInvocations: { ...FUNCTION, name: 'Invocations', timestamp: 'start', emittedWhen: 'the function ran, with or without an error; throttled requests are not counted' },
  functionErrors: { ...FUNCTION, name: 'Errors', timestamp: 'start', emittedWhen: "the function's code or its runtime failed, timeouts included; throttles, caught errors, answers with a 5xx status and partial batch failures are not counted" },
  functionThrottles: { ...FUNCTION, name: 'Throttles', emittedWhen: 'a request was refused for lack of concurrency; neither `Invocations` nor `Errors` counts it' },
  functionDuration: { ...FUNCTION, name: 'Duration', statistic: 'Maximum', timestamp: 'start', emittedWhen: 'the function ran; without initialization' },
  functionConcurrentExecutions: { ...FUNCTION, name: 'ConcurrentExecutions', statistic: 'Maximum', emittedWhen: 'the function runs' },
  recursiveInvocationsDropped: { ...FUNCTION, name: 'RecursiveInvocationsDropped', emittedWhen: 'Lambda stopped a recursive loop; never when `RecursiveLoop` is `Allow`' },
  claimedAccountConcurrency: { ...FUNCTION, name: 'ClaimedAccountConcurrency', dimensions: [], statistic: 'Maximum', emittedWhen: 'concurrency of the account is in use or reserved' },
  signatureValidationErrors: { ...FUNCTION, name: 'SignatureValidationErrors', emittedWhen: 'a package with a bad signature was deployed and code signing only warns' },
  provisionedConcurrencySpillover: { ...FUNCTION, name: 'ProvisionedConcurrencySpilloverInvocations', emittedWhen: 'the function ran outside its provisioned concurrency, because all of it was in use' },
} as const satisfies Record<string, Metric>;

/** On Managed Instances `Throttles` comes with these four, of which one is 1 and the others are 0. */
const MANAGED_INSTANCE_METRICS = {
  cpuThrottles: { ...FUNCTION, name: 'CPUThrottles', emittedWhen: 'a request to Managed Instances was refused; 1 if for lack of CPU' },
  memoryThrottles: { ...FUNCTION, name: 'MemoryThrottles', emittedWhen: 'a request to Managed Instances was refused; 1 if for lack of memory' },
  diskThrottles: { ...FUNCTION, name: 'DiskThrottles', emittedWhen: 'a request to Managed Instances was refused; 1 if for lack of disk' },
  concurrencyThrottles: { ...FUNCTION, name: 'ConcurrencyThrottles', emittedWhen: 'a request to Managed Instances was refused; 1 if all environments were busy' },
} as const satisfies Record<string, Metric>;

const ASYNC_METRICS = {
  asyncEventsReceived: { ...FUNCTION, name: 'AsyncEventsReceived', emittedWhen: 'an event was queued for asynchronous invocation' },
  asyncEventAge: { ...FUNCTION, name: 'AsyncEventAge', statistic: 'Maximum', emittedWhen: 'a queued event is handed to the function; grows with retries and throttles' },
  asyncEventsDropped: { ...FUNCTION, name: 'AsyncEventsDropped', emittedWhen: 'an event was given up: its age, its retries, or no concurrency reserved; also when it was then kept by a destination or dead-letter queue' },
  deadLetterErrors: { ...FUNCTION, name: 'DeadLetterErrors', emittedWhen: 'an event could not be delivered to the dead-letter queue or topic of the function and is lost' },
  destinationDeliveryFailures: { ...FUNCTION, name: 'DestinationDeliveryFailures', emittedWhen: 'a record could not be delivered to a destination: permissions, size, or a target of an unsupported type such as FIFO' },
} as const satisfies Record<string, Metric>;

const DURABLE_METRICS = {
  durableExecutionFailed: { ...DURABLE, name: 'DurableExecutionFailed', emittedWhen: 'a durable execution failed; `Errors` counts its replays instead' },
  durableExecutionTimedOut: { ...DURABLE, name: 'DurableExecutionTimedOut', emittedWhen: 'a durable execution passed its timeout' },
  durableExecutionStopped: { ...DURABLE, name: 'DurableExecutionStopped', emittedWhen: 'somebody stopped a durable execution' },
} as const satisfies Record<string, Metric>;

const MAPPING_METRICS = {
  iteratorAge: { ...FUNCTION, name: 'IteratorAge', statistic: 'Maximum', emittedWhen: 'a batch of Kinesis, DynamoDB or DocumentDB was handed over' },
  offsetLag: { ...FUNCTION, name: 'OffsetLag', statistic: 'Maximum', emittedWhen: 'a batch of Kafka was handed over' },
  oversizedRecords: { ...FUNCTION, name: 'OversizedRecordCount', emittedWhen: 'DocumentDB had an event above 6 MB, which is dropped' },
  polledEvents: { ...MAPPING, name: 'PolledEventCount', absent: 'may-have-stopped', optIn: 'MetricsConfig: EventCount', emittedWhen: 'the mapping polled, 0 when nothing was there; nothing while it is disabled' },
  failedInvokeEvents: { ...MAPPING, name: 'FailedInvokeEventCount', timestamp: 'end', optIn: 'MetricsConfig: EventCount', emittedWhen: 'events of a batch failed, partial batch failures included' },
  droppedEvents: { ...MAPPING, name: 'DroppedEventCount', optIn: 'MetricsConfig: EventCount', emittedWhen: 'events were given up by age or retries and no destination took them; not for SQS, not for records that the stream trimmed' },
  onFailureDestinationDelivered: { ...MAPPING, name: 'OnFailureDestinationDeliveredEventCount', optIn: 'MetricsConfig: EventCount', emittedWhen: 'events were given up and their record delivered to the destination' },
  onFailureDestinationErrors: { ...MAPPING, name: 'OnFailureDestinationDeliveryErrorCount', optIn: 'MetricsConfig: ErrorCount', emittedWhen: 'a record could not be delivered to the destination (Kafka)' },
  pollingErrors: { ...MAPPING, name: 'PollingErrorCount', optIn: 'MetricsConfig: ErrorCount', emittedWhen: 'polling failed (Kafka)' },
} as const satisfies Record<string, Metric>;

const QUEUE_METRICS = {
  queueMessagesVisible: { ...QUEUE, name: 'ApproximateNumberOfMessagesVisible', emittedWhen: 'the queue is active; not after some hours without messages or calls' },
  queueOldestMessageAge: { ...QUEUE, name: 'ApproximateAgeOfOldestMessage', emittedWhen: 'the queue is active' },
  queueMessagesNotVisible: { ...QUEUE, name: 'ApproximateNumberOfMessagesNotVisible', emittedWhen: 'the queue is active' },
} as const satisfies Record<string, Metric>;

const DELIVERY_METRICS = {
  topicNotificationsFailed: { ...TOPIC, name: 'NumberOfNotificationsFailed', emittedWhen: 'a message could not be delivered to a subscriber' },
  topicRedrivenToDlq: { ...TOPIC, name: 'NumberOfNotificationsRedrivenToDlq', emittedWhen: 'a message went to the dead-letter queue of its subscription' },
  topicFailedToRedriveToDlq: { ...TOPIC, name: 'NumberOfNotificationsFailedToRedriveToDlq', emittedWhen: 'a message could not be moved to the dead-letter queue of its subscription' },
  ruleFailedInvocations: { ...RULE, name: 'FailedInvocations', emittedWhen: 'a target could not be invoked for good; not for retries, not for errors of the function' },
  ruleInvocationsSentToDlq: { ...RULE, name: 'InvocationsSentToDlq', emittedWhen: 'an event went to the dead-letter queue of the target' },
  ruleInvocationsFailedToBeSentToDlq: { ...RULE, name: 'InvocationsFailedToBeSentToDlq', emittedWhen: 'an event could not be sent to the dead-letter queue of the target and is lost' },
  subscriberEventsDropped: { ...SUBSCRIBER, name: 'EventsDropped', emittedWhen: 'an event was given up and no queue took it' },
  subscriberFailuresDelivered: { ...SUBSCRIBER, name: 'OnFailureDestinationDelivered', emittedWhen: 'an event was given up and its record sent to the queue' },
  logsDeliveryErrors: { ...LOGS, name: 'DeliveryErrors', emittedWhen: 'log events could not be handed over to the destination of a subscription' },
  scheduleInvocationsDropped: { ...SCHEDULE, name: 'InvocationDroppedCount', source: 'cloudwatch/recommended-alarms', emittedWhen: 'a target was given up after all retries' },
  scheduleTargetErrors: { ...SCHEDULE, name: 'TargetErrorCount', emittedWhen: 'a target answered with an error' },
  scheduleFailedToBeSentToDlq: { ...SCHEDULE, name: 'InvocationsFailedToBeSentToDeadLetterCount', emittedWhen: 'an event could not be sent to the dead-letter queue' },
} as const satisfies Record<string, Metric>;

const API_METRICS = {
  restApiRequests: { ...REST_API, ...REQUESTS },
  restApiClientErrors: { ...REST_API, name: '4XXError', emittedWhen: 'a request was answered with a 4xx status, or by a gateway response whose status was changed, whatever it is now; the average is the error rate' },
  restApiServerErrors: { ...REST_API, name: '5XXError', emittedWhen: 'a request was answered with a 5xx status, authorizer failures included; the average is the error rate' },
  restApiLatency: { ...REST_API, ...LATENCY },
  httpApiRequests: { ...HTTP_API, ...REQUESTS },
  httpApiClientErrors: { ...HTTP_API, name: '4xx', emittedWhen: 'a request was answered with a 4xx status' },
  httpApiServerErrors: { ...HTTP_API, name: '5xx', emittedWhen: 'a request was answered with a 5xx status' },
  httpApiLatency: { ...HTTP_API, ...LATENCY },
  webSocketMessages: { ...WEB_SOCKET_API, name: 'MessageCount', emittedWhen: 'a message was sent to the API, by a client or to one' },
  webSocketClientErrors: { ...WEB_SOCKET_API, name: 'ClientError', emittedWhen: 'a request was refused with a 4xx status before the integration' },
  webSocketIntegrationErrors: { ...WEB_SOCKET_API, name: 'IntegrationError', emittedWhen: 'the integration answered with a 4xx or 5xx status' },
  webSocketExecutionErrors: { ...WEB_SOCKET_API, name: 'ExecutionError', emittedWhen: 'calling the integration failed' },
  webSocketIntegrationLatency: { ...WEB_SOCKET_API, name: 'IntegrationLatency', statistic: 'Maximum', emittedWhen: 'the integration answered; in milliseconds; not for callbacks and mocks' },
} as const satisfies Record<string, Metric>;

const OTHER_METRICS = {
  functionUrlClientErrors: { ...FUNCTION_URL, name: 'Url4xxCount', emittedWhen: 'a function URL answered with a 4xx status, throttles and missing permissions included' },
  functionUrlServerErrors: { ...FUNCTION_URL, name: 'Url5xxCount', emittedWhen: 'a function URL answered with a 5xx status, function errors and timeouts included' },
  functionUrlLatency: { ...FUNCTION_URL, name: 'UrlRequestLatency', statistic: 'Maximum', emittedWhen: 'a function URL answered; in milliseconds from the request to the answer' },
  executionsFailed: { ...STATE_MACHINE, name: 'ExecutionsFailed', emittedWhen: 'an execution failed' },
  executionsTimedOut: { ...STATE_MACHINE, name: 'ExecutionsTimedOut', emittedWhen: 'an execution passed its timeout' },
  executionsAborted: { ...STATE_MACHINE, name: 'ExecutionsAborted', emittedWhen: 'an execution was stopped' },
  executionThrottled: { ...STATE_MACHINE, name: 'ExecutionThrottled', emittedWhen: 'a state transition was throttled and is retried' },
  targetLambdaUserErrors: { ...TARGET_GROUP, name: 'LambdaUserError', emittedWhen: 'a target function failed, was throttled, refused, or answered with a malformed or too large response' },
  targetLambdaInternalErrors: { ...TARGET_GROUP, name: 'LambdaInternalError', emittedWhen: 'the load balancer or Lambda failed' },
} as const satisfies Record<string, Metric>;

/** The metrics that tell about errors. */
export const METRICS = {
  ...INVOCATION_METRICS,
  ...MANAGED_INSTANCE_METRICS,
  ...ASYNC_METRICS,
  ...DURABLE_METRICS,
  ...MAPPING_METRICS,
  ...QUEUE_METRICS,
  ...DELIVERY_METRICS,
  ...API_METRICS,
  ...OTHER_METRICS,
};

/** The id of a metric. */
export type MetricId = keyof typeof METRICS;
