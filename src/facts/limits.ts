import type { Fact } from './fact';

/** What a limit counts. */
export type Unit = 'attempts' | 'seconds' | 'milliseconds' | 'bytes' | 'mebibytes' | 'items' | 'characters' | 'invocations' | 'pollers';

/** The range of a setting, both ends included. */
export interface Limit extends Fact {
  /** What is limited, in words for a message. */
  readonly what: string;
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  /**
   * What AWS takes when nothing is set.
   *
   * @default - none: required, or not a setting
   */
  readonly default?: number;
  /**
   * A value outside the range that is legal too, such as -1 for "no limit".
   *
   * @default - none
   */
  readonly special?: number;
}

/** The function itself. */
const FUNCTION = {
  functionTimeout: { what: 'the timeout of a function', unit: 'seconds', min: 1, max: 900, default: 3, source: 'lambda/api-create-function' },
  managedInstanceTimeout: {
    what: 'the timeout of a function on Managed Instances, invoked asynchronously or by a mapping', unit: 'seconds', min: 1, max: 5_400, default: 3, source: 'lambda/api-create-function',
  },
  /** Refused at deployment below it. AWS documents it for the console only. */
  managedInstanceMemory: {
    what: 'the memory of a function on Managed Instances', unit: 'mebibytes', min: 2_048, max: 32_768, source: 'lambda/managed-instances', confidence: 'community',
  },
  functionMemory: { what: 'the memory of a function', unit: 'mebibytes', min: 128, max: 10_240, default: 128, source: 'lambda/api-create-function' },
  /** All names and values together. AWS does not document how it measures; its error shows the JSON that it measured. */
  functionEnvironment: {
    what: 'the environment variables of a function', unit: 'bytes', min: 0, max: 4_096, source: 'lambda/limits',
  },
  functionLayers: { what: 'the layers of a function', unit: 'items', min: 0, max: 5, default: 0, source: 'lambda/limits' },
  syncPayload: { what: 'the payload of a synchronous invocation', unit: 'bytes', min: 0, max: 6_291_456, source: 'lambda/limits' },
  asyncPayload: { what: 'the payload of an asynchronous invocation', unit: 'bytes', min: 0, max: 1_048_576, source: 'lambda/limits' },
  streamedPayload: { what: 'the payload of a streamed response', unit: 'bytes', min: 0, max: 209_715_200, source: 'lambda/response-streaming' },
  clientContext: { what: 'the client context of an invocation', unit: 'bytes', min: 0, max: 3_583, source: 'lambda/api-invoke' },
  recursionHops: { what: 'the hops of a recursive loop before Lambda stops it', unit: 'invocations', min: 0, max: 16, source: 'lambda/recursion' },
  durableExecutionTimeout: {
    what: 'the timeout of a durable execution', unit: 'seconds', min: 1, max: 31_622_400, source: 'lambda/api-durable-config',
  },
  /** Whoever waits for the answer, and every event source mapping, waits for the whole execution. 90 minutes on Managed Instances. */
  awaitedDurableExecution: {
    what: 'a durable execution that somebody waits for', unit: 'seconds', min: 1, max: 900, source: 'lambda/durable-invoking',
  },
  tenantEnvironments: { what: 'the tenant environments per 1,000 concurrency', unit: 'items', min: 0, max: 2_500, source: 'lambda/tenant-isolation' },
} as const satisfies Record<string, Limit>;

/** Asynchronous invocation. */
const ASYNC = {
  asyncRetryAttempts: {
    what: 'the retries of an asynchronous invocation', unit: 'attempts', min: 0, max: 2, default: 2, source: 'lambda/api-event-invoke-config',
  },
  asyncEventAge: {
    what: 'the age of an asynchronous event', unit: 'seconds', min: 60, max: 21_600, default: 21_600, source: 'lambda/api-event-invoke-config',
  },
  asyncFirstRetryWait: {
    what: 'the wait before the first retry', unit: 'seconds', min: 60, max: 60, default: 60, source: 'lambda/async-error-handling',
  },
  asyncSecondRetryWait: {
    what: 'the wait before the second retry', unit: 'seconds', min: 120, max: 120, default: 120, source: 'lambda/async-error-handling',
  },
  asyncThrottleBackoff: {
    what: 'the wait after a throttle or a Lambda error', unit: 'seconds', min: 1, max: 300, source: 'lambda/async-error-handling',
  },
  deadLetterErrorMessage: {
    what: 'the `ErrorMessage` attribute of a dead letter', unit: 'bytes', min: 0, max: 1_024, source: 'lambda/async-retain-records',
  },
} as const satisfies Record<string, Limit>;

/** Event source mappings. */
const EVENT_SOURCE_MAPPING = {
  queueBatchSize: { what: 'the batch of a standard queue', unit: 'items', min: 1, max: 10_000, default: 10, source: 'lambda/api-event-source-mapping' },
  fifoQueueBatchSize: { what: 'the batch of a FIFO queue', unit: 'items', min: 1, max: 10, default: 10, source: 'lambda/api-event-source-mapping' },
  streamBatchSize: { what: 'the batch of a stream', unit: 'items', min: 1, max: 10_000, default: 100, source: 'lambda/api-event-source-mapping' },
  batchingWindow: { what: 'the batching window', unit: 'seconds', min: 0, max: 300, default: 0, source: 'lambda/api-event-source-mapping' },
  parallelizationFactor: {
    what: 'the concurrent batches per shard', unit: 'items', min: 1, max: 10, default: 1, source: 'lambda/api-event-source-mapping',
  },
  mappingRetryAttempts: {
    what: 'the retries of a stream or Kafka mapping', unit: 'attempts', min: 0, max: 10_000, default: -1, special: -1, source: 'lambda/api-event-source-mapping',
  },
  mappingRecordAge: {
    what: 'the record age of a stream or Kafka mapping', unit: 'seconds', min: 60, max: 604_800, default: -1, special: -1, source: 'cloudformation/event-source-mapping',
  },
  tumblingWindow: { what: 'the tumbling window', unit: 'seconds', min: 0, max: 900, source: 'lambda/api-event-source-mapping' },
  queuePollers: { what: 'the provisioned pollers of a queue mapping', unit: 'pollers', min: 2, max: 10_000, source: 'lambda/api-event-source-mapping' },
  kafkaPollers: { what: 'the provisioned pollers of a Kafka mapping', unit: 'pollers', min: 1, max: 2_000, source: 'lambda/api-event-source-mapping' },
  queueMaximumConcurrency: {
    what: 'the concurrency of a queue mapping', unit: 'invocations', min: 2, max: 1_000, source: 'lambda/api-event-source-mapping',
  },
  kafkaFunctionTimeout: {
    what: 'the timeout of a function that Kafka or Amazon MQ invokes', unit: 'seconds', min: 1, max: 840, source: 'lambda/with-mq', confidence: 'unchecked',
  },
  queueVisibilityFactor: {
    what: "a queue's visibility timeout as a multiple of the function's timeout", unit: 'items', min: 6, max: 43_200, source: 'lambda/with-sqs',
  },
  queueReceives: {
    what: 'the receives before a queue moves a message to its dead-letter queue', unit: 'attempts', min: 5, max: 1_000, source: 'lambda/with-sqs',
  },
} as const satisfies Record<string, Limit>;

/** Who delivers to a function. */
const DELIVERY = {
  ruleRetryAttempts: { what: 'the retries of a rule target', unit: 'attempts', min: 0, max: 185, default: 185, source: 'eventbridge/put-targets' },
  ruleEventAge: { what: 'the event age of a rule target', unit: 'seconds', min: 60, max: 86_400, default: 86_400, source: 'eventbridge/put-targets' },
  scheduleRetryAttempts: { what: 'the retries of a schedule', unit: 'attempts', min: 0, max: 185, default: 185, source: 'eventbridge/scheduler' },
  scheduleEventAge: { what: 'the event age of a schedule', unit: 'seconds', min: 60, max: 86_400, default: 86_400, source: 'eventbridge/scheduler' },
  subscriberRetryAttempts: {
    what: 'the retries of a subscriber of an event bus (EventsV2)', unit: 'attempts', min: 0, max: 185, default: 5, source: 'cloudformation/subscriber',
  },
  subscriberEventAge: {
    what: 'the event age of a subscriber of an event bus (EventsV2)', unit: 'seconds', min: 60, max: 86_400, default: 300, source: 'cloudformation/subscriber',
  },
  pipeRetryAttempts: {
    what: 'the retries of a pipe that reads a stream', unit: 'attempts', min: 0, max: 10_000, default: -1, special: -1, source: 'eventbridge/pipe-streams',
  },
  /** Documented from -1; 1 to 59 are refused for mappings, which read streams the same way. */
  pipeRecordAge: {
    what: 'the record age of a pipe that reads a stream', unit: 'seconds', min: 60, max: 604_800, default: -1, special: -1, source: 'eventbridge/pipe-streams', confidence: 'derived',
  },
  topicAttempts: { what: 'the attempts of a topic to reach Lambda or SQS', unit: 'attempts', min: 100_015, max: 100_015, default: 100_015, source: 'sns/delivery-retries' },
  topicMessageAge: { what: 'the time in which a topic tries to reach Lambda or SQS', unit: 'seconds', min: 1_987_200, max: 1_987_200, default: 1_987_200, source: 'sns/delivery-retries' },
  logsDeliveryAge: {
    what: 'the time in which CloudWatch Logs tries a subscription again', unit: 'seconds', min: 86_400, max: 86_400, default: 86_400, source: 'cloudwatch-logs/subscriptions',
  },
  brokerRedeliveries: { what: 'the redeliveries of a message of Amazon MQ', unit: 'attempts', min: 6, max: 6, default: 6, source: 'lambda/with-mq-errors' },
  firehoseRetryAttempts: {
    what: 'the retries of a Firehose transformation', unit: 'attempts', min: 0, max: 300, default: 3, source: 'firehose/transformation', confidence: 'unchecked',
  },
  restIntegrationTimeout: {
    what: 'the integration timeout of a REST API', unit: 'milliseconds', min: 50, max: 29_000, default: 29_000, source: 'api-gateway/quotas',
  },
  /** The connection is also closed after 5 minutes without data, 30 seconds for edge-optimized APIs. The function may run on. */
  restStreamingTimeout: {
    what: 'the integration timeout of a REST API that streams the response', unit: 'milliseconds', min: 50, max: 900_000, source: 'api-gateway/response-streaming',
  },
  httpIntegrationTimeout: {
    what: 'the integration timeout of an HTTP API', unit: 'milliseconds', min: 50, max: 30_000, default: 30_000, source: 'api-gateway/http-api-quotas',
  },
  webSocketIntegrationTimeout: {
    what: 'the integration timeout of a WebSocket API', unit: 'milliseconds', min: 50, max: 29_000, default: 29_000, source: 'api-gateway/websocket-quotas', confidence: 'unchecked',
  },
  accessLogFormat: { what: 'the format of an access log', unit: 'characters', min: 1, max: 3_072, source: 'api-gateway/quotas', confidence: 'unchecked' },
  httpAuthorizerTimeout: {
    what: 'the answer of a Lambda authorizer of an HTTP API', unit: 'milliseconds', min: 0, max: 10_000, source: 'api-gateway/http-api-quotas',
  },
  customResourceTimeout: {
    what: 'the service timeout of a custom resource', unit: 'seconds', min: 1, max: 3_600, default: 3_600, source: 'cloudformation/custom-resource',
  },
  cognitoTriggerAttempts: { what: 'the attempts of a Cognito trigger that does not answer', unit: 'attempts', min: 1, max: 3, default: 3, source: 'cognito/triggers' },
  sesTimeout: { what: 'the answer of a function to SES (RequestResponse)', unit: 'seconds', min: 30, max: 30, default: 30, source: 'ses/lambda-action' },
  cognitoTriggerTimeout: { what: 'the answer of a Cognito trigger', unit: 'seconds', min: 0, max: 5, source: 'cognito/triggers' },
  retrierAttempts: {
    what: 'the retries of a Step Functions retrier', unit: 'attempts', min: 0, max: 99_999_999, default: 3, source: 'step-functions/error-handling',
  },
  executionHistory: {
    what: 'the time in which a failed Standard execution can be redriven', unit: 'seconds', min: 1_209_600, max: 1_209_600, default: 1_209_600, source: 'step-functions/redrive', confidence: 'unchecked',
  },
  retrierMaxDelay: {
    what: 'the longest wait of a Step Functions retrier', unit: 'seconds', min: 1, max: 31_622_400, source: 'step-functions/error-handling',
  },
} as const satisfies Record<string, Limit>;

/** How failed events come back, and how faults are injected. */
const OPERATION = {
  pipeTargetWait: { what: 'the time that a pipe waits for its target', unit: 'seconds', min: 0, max: 300, source: 'eventbridge/pipes', confidence: 'unchecked' },
  pipeVisibilityFactor: {
    what: "a queue's visibility timeout as a multiple of what enrichment and target of its pipe take", unit: 'items', min: 6, max: 43_200, source: 'eventbridge/pipe-queues',
  },
  faultDuration: { what: 'an action on Lambda functions of an experiment', unit: 'seconds', min: 60, max: 43_200, source: 'fis/actions', confidence: 'derived' },
  faultShare: { what: 'the percentage of invocations with a fault', unit: 'items', min: 1, max: 100, default: 100, source: 'fis/actions' },
  faultDelay: { what: 'the delay that an experiment adds', unit: 'milliseconds', min: 0, max: 900_000, default: 1_000, source: 'fis/actions' },
} as const satisfies Record<string, Limit>;

/** Where failures are kept. */
const KEPT_IN = {
  queueRetention: { what: 'the retention of a queue', unit: 'seconds', min: 60, max: 1_209_600, default: 345_600, source: 'sqs/attributes' },
  queueVisibilityTimeout: { what: 'the visibility timeout of a queue', unit: 'seconds', min: 0, max: 43_200, default: 30, source: 'sqs/attributes' },
  queueMessage: { what: 'a message of a queue', unit: 'bytes', min: 1_024, max: 1_048_576, default: 1_048_576, source: 'sqs/attributes' },
  /** Beyond 256 KiB only where `MaximumMessageSize` of the topic allows it. */
  topicMessage: { what: 'a message of a topic', unit: 'bytes', min: 0, max: 1_048_576, default: 262_144, source: 'sns/publish' },
  /** Beyond it Lambda leaves the payload out of the record. */
  topicFailureRecord: { what: 'a failure record sent to a topic', unit: 'bytes', min: 0, max: 262_144, source: 'lambda/api-event-source-mapping' },
  queueMaxReceiveCount: {
    what: 'the receives of a redrive policy', unit: 'attempts', min: 1, max: 1_000, default: 10, source: 'sqs/attributes', confidence: 'unchecked',
  },
  messageMoveRate: { what: 'the messages moved per second by a redrive', unit: 'items', min: 1, max: 500, source: 'sqs/message-move' },
} as const satisfies Record<string, Limit>;

/** Who hears of it. */
const ALARM = {
  /** Or 10, 20, 30 for high-resolution metrics, which AWS services don't publish. */
  alarmPeriod: { what: 'the period of an alarm, a multiple of 60', unit: 'seconds', min: 60, max: 604_800, source: 'cloudwatch/alarm' },
  alarmWindow: { what: 'period × evaluation periods, for periods below an hour', unit: 'seconds', min: 60, max: 86_400, source: 'cloudwatch/alarm' },
  alarmLongWindow: {
    what: 'period × evaluation periods, for periods of an hour and more', unit: 'seconds', min: 3_600, max: 604_800, source: 'cloudwatch/alarm',
  },
  alarmName: { what: 'the name of an alarm', unit: 'characters', min: 1, max: 255, source: 'cloudwatch/alarm' },
  alarmDescription: { what: 'the description of an alarm', unit: 'characters', min: 0, max: 1_024, source: 'cloudwatch/alarm' },
  alarmActions: { what: 'the actions of an alarm per state', unit: 'items', min: 0, max: 5, source: 'cloudwatch/alarm' },
  alarmMetrics: { what: 'the metrics of a metric-math alarm', unit: 'items', min: 1, max: 10, source: 'cloudwatch/alarm-limits' },
  insightsAlarmWindow: {
    what: 'period × evaluation periods of an alarm on a Metrics Insights query', unit: 'seconds', min: 60, max: 10_800, source: 'cloudwatch/alarm-limits',
  },
  insightsAlarmSeries: { what: 'the time series that a Metrics Insights query of an alarm returns', unit: 'items', min: 0, max: 500, source: 'cloudwatch/alarm-limits' },
  insightsAlarmMetrics: { what: 'the metrics that a Metrics Insights query of an alarm matches', unit: 'items', min: 0, max: 10_000, source: 'cloudwatch/alarm-limits' },
  insightsAlarmContributors: { what: 'the time series of an alarm that are in ALARM at once', unit: 'items', min: 0, max: 100, source: 'cloudwatch/alarm-limits' },
  insightsAlarms: { what: 'the alarms on Metrics Insights queries per region', unit: 'items', min: 0, max: 200, source: 'cloudwatch/alarm-limits' },
  muteRuleAlarms: { what: 'the alarms of a mute rule', unit: 'items', min: 1, max: 100, source: 'cloudwatch/mute-rule' },
  muteRuleDuration: { what: 'how long a mute rule mutes', unit: 'seconds', min: 60, max: 1_296_000, source: 'cloudwatch/mute-rule-schedule' },
  muteRuleExpression: { what: 'the schedule expression of a mute rule', unit: 'characters', min: 1, max: 256, source: 'cloudwatch/mute-rule-schedule' },
  compositeAlarmChildren: { what: 'the alarms under a composite alarm', unit: 'items', min: 1, max: 100, source: 'cloudwatch/composite-alarm' },
  compositeAlarmRule: { what: 'the rule of a composite alarm', unit: 'characters', min: 1, max: 10_240, source: 'cloudwatch/composite-alarm' },
  deploymentGroupAlarms: { what: 'the alarms of a deployment group of CodeDeploy', unit: 'items', min: 0, max: 10, source: 'codedeploy/alarms' },
  logGroupMetricFilters: { what: 'the metric filters of a log group', unit: 'items', min: 0, max: 100, source: 'cloudwatch-logs/metric-filter' },
  dashboardWidgets: { what: 'the widgets of a dashboard', unit: 'items', min: 0, max: 500, source: 'cloudwatch/dashboard' },
  dashboardWidgetMetrics: { what: 'the metrics of a widget of a dashboard', unit: 'items', min: 1, max: 500, source: 'cloudwatch/quotas' },
  dashboardMetrics: { what: 'the metrics of a dashboard', unit: 'items', min: 0, max: 2_500, source: 'cloudwatch/quotas' },
  xrayGroupName: { what: 'the name of an X-Ray group', unit: 'characters', min: 1, max: 32, source: 'xray/groups' },
} as const satisfies Record<string, Limit>;

/** The template around it. */
const TEMPLATE = {
  templateResources: { what: 'the resources of a template', unit: 'items', min: 1, max: 500, source: 'cloudformation/quotas' },
} as const satisfies Record<string, Limit>;

/** Ranges and defaults of settings that bear on errors. */
export const LIMITS = { ...FUNCTION, ...ASYNC, ...EVENT_SOURCE_MAPPING, ...DELIVERY, ...KEPT_IN, ...ALARM, ...TEMPLATE, ...OPERATION };

/** The id of a limit. */
export type LimitId = keyof typeof LIMITS;
