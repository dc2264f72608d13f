import type { IdText } from './id-text';

export const EVENT_SOURCE_ERRORS = {
  EventSourceSettingUnsupported: {
    meaning: 'The event source has no such setting: Lambda refuses the event source mapping at deployment.',
    fix: 'Take the option or property away. A queue keeps failures with `mixins.QueueRedrive`, a broker with its own dead-letter queue.',
  },
  EventSourceNeedsProvisionedMode: {
    meaning: 'For Kafka, retries, record age, bisecting and partial batch responses are for mappings in provisioned mode only.',
    fix: 'Set `ProvisionedPollerConfig` on the mapping, or leave the option out: with a destination Lambda then tries a batch again ten times.',
  },
  EventSourceDestinationMissing: {
    meaning: 'The event source mapping would give records up after some retries, and nothing would keep them.',
    fix: 'Give `failureDestination`: a bucket keeps the records, a queue or topic keeps where in the stream they are.',
  },
  EventSourceDestinationUnsupported: {
    meaning: 'Event source mappings deliver failures to queues, topics and buckets only.',
    fix: 'Give a standard queue, a standard topic or a bucket.',
  },
  EventSourceRetryAttemptsOutOfRange: {
    meaning: 'An event source mapping retries 0 to 10,000 times, or without end at -1, and the number is outside of that.',
    fix: 'Use a number from 0 to 10,000.',
  },
  EventSourceRecordAgeOutOfRange: {
    meaning: 'The record age of an event source mapping is 60 seconds to 7 days, or without end at -1, and the age is outside of that.',
    fix: 'Use an age from `Duration.seconds(60)` to `Duration.days(7)`.',
  },
  EventSourceMappingConflict: {
    meaning: 'The event source mapping has a setting of its own, different from the one asked for.',
    fix: 'Take one of the two away, or make them equal. The message names the property.',
  },
  QueueBatchingInvalid: {
    meaning: 'A batch of a standard queue above 10 needs a batching window of at least a second; a FIFO queue has batches of at most 10 and no window.',
    fix: 'Set `MaximumBatchingWindowInSeconds` to 1 or more, or lower `BatchSize`. For a FIFO queue take the window away.',
  },
  ScalingConfigWithProvisionedPollers: {
    meaning: '`ScalingConfig` and `ProvisionedPollerConfig` exclude each other: Lambda refuses the event source mapping at deployment.',
    fix: 'Take one of them away.',
  },
  QueueMaxReceiveCountOutOfRange: {
    meaning: '`maxReceiveCount` is below 5, where a few throttles move good messages to the dead-letter queue, or above 1,000.',
    fix: 'Use a whole number from 5 to 1,000, or leave it out for 5.',
  },
  QueueRedriveConflict: {
    meaning: 'The queue has a redrive policy of its own, different from the one asked for, or one that moves messages after less than 5 receives.',
    fix: 'Take one of the two away, or make them equal. The message names the property.',
  },
  QueueIsItsOwnDeadLetterQueue: {
    meaning: '`deadLetterQueue` is the queue itself.',
    fix: 'Give another queue, or leave it out to get one.',
  },
  DeadLetterQueueTypeMismatch: {
    meaning: 'The dead-letter queue of a FIFO queue must be a FIFO queue, and that of a standard queue a standard queue.',
    fix: 'Give a queue of the same type, or leave `deadLetterQueue` out to get one.',
  },
  QueueVisibilityTimeoutTooShort: {
    meaning: 'Messages become visible again while the function may still work on them: they are processed twice, and end up in the dead-letter queue early.',
    fix: "Set the visibility timeout to at least six times the function's timeout plus the batching window, or leave it out.",
  },
  EventSourceDurableFunctionUnqualified: {
    meaning: 'An event source mapping names a durable function without version or alias, which Lambda refuses.',
    fix: 'Add the event source to an alias of the function, for example `fn.addAlias(\'live\')`.',
  },
  EventSourceDurableExecutionTooLong: {
    meaning: 'An event source mapping waits for the whole execution of a durable function, 15 minutes at most (90 on Managed Instances), and is refused where it may take longer.',
    fix: 'Lower `executionTimeout`, or put a function in between that invokes the durable one asynchronously.',
  },
} as const satisfies Record<string, IdText>;

export const EVENT_SOURCE_WARNINGS = {
  'EventSourceMappingFailure.unknownSource': {
    meaning: "What the mapping reads from can't be told from the template, so nothing was set.",
    fix: 'Say it with the option `source`.',
  },
  'EventSourceMappingFailure.unknownSetting': {
    meaning: 'A setting of the mapping depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value is what you want for each deployment, then acknowledge the warning.',
  },
  'EventSourceMappingFailure.importedMapping': {
    meaning: 'The event source mapping is imported, so its failures can be kept only where it is defined.',
    fix: 'Apply the mixin in the app that defines the mapping, or acknowledge the warning.',
  },
  'EventSourceMappingFailure.functionOutOfReach': {
    meaning: "The function of the mapping is not in the app, so its role can't be allowed to deliver failures.",
    fix: 'Add the statement in the message to the role of the function. Then acknowledge the warning.',
  },
  'EventSourceMappingFailure.wholeBatchRepeats': {
    meaning: 'When one message of a batch fails, all of them come back: the mapping takes no partial batch responses.',
    fix: 'Return the failed ids and set `reportBatchItemFailures: true`. Or set it to `false`, to say that a batch succeeds or fails as a whole.',
  },
  'EventSourceMappingFailure.kafkaOnDemand': {
    meaning: 'The Kafka mapping is not in provisioned mode, so only its destination was set. Lambda tries a batch again ten times, as a whole.',
    fix: 'Set `ProvisionedPollerConfig` for retries, record age, bisecting and metrics (it costs money), or acknowledge the warning.',
  },
  'EventSourceMappingFailure.functionTimeoutTooLong': {
    meaning: 'The function may run longer than 14 minutes, which AWS documented as the maximum for functions that read from Kafka and Amazon MQ.',
    fix: 'Lower the timeout of the function to 840 seconds, or acknowledge the warning when the deployment accepts it.',
  },
  'EventSourceMappingFailure.concurrencyAboveReserved': {
    meaning: 'SQS mappings may invoke the function more often at a time than it has reserved concurrency: throttled messages use up their receives.',
    fix: 'Set `ScalingConfig.MaximumConcurrency` of its SQS mappings so that they add up to no more than the reserved concurrency.',
  },
  'EventSourceMappingFailure.queueWithoutRedrive': {
    meaning: 'The source queue has no dead-letter queue: a message that fails comes back until the queue deletes it.',
    fix: "Apply `mixins.QueueRedrive` to the queue. The function's own dead-letter queue is not used for messages of a queue.",
  },
  'QueueRedrive.importedQueue': {
    meaning: 'The queue is imported, so its redrive policy can be set only where it is defined.',
    fix: 'Apply the mixin in the app that defines the queue, or acknowledge the warning.',
  },
  'QueueRedrive.unknownSetting': {
    meaning: 'A setting of the queue depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value is what you want for each deployment, then acknowledge the warning.',
  },
  'QueueRedrive.unknownTimeout': {
    meaning: "The timeout of a function that reads from the queue is not known, so the queue's visibility timeout can't be derived from it.",
    fix: "Set the visibility timeout to at least six times the function's timeout plus the batching window, then acknowledge the warning.",
  },
  'QueueRedrive.deadLettersExpireEarly': {
    meaning: 'The dead-letter queue keeps messages no longer than the queue does. Their age counts on in a standard queue, so they may be deleted as they arrive.',
    fix: 'Give the dead-letter queue a longer retention period, for example 14 days.',
  },
} as const satisfies Record<string, IdText>;
