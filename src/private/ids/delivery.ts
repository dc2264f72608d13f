import type { IdText } from './id-text';

const CONFLICT_FIX = 'Take one of the two away, or make them equal. The message names the path of the other one.';
const UNKNOWN_FIX = 'Check that the value is what you want for each deployment, then acknowledge the warning.';
const UNKNOWN_TARGET_FIX = 'Give the mixin `allTargets: true` to complete it whatever it is, or acknowledge the warning.';
const IMPORTED_FIX = 'Apply the mixin in the app that defines it, or acknowledge the warning.';

export const DELIVERY_ERRORS = {
  DeliveryRetryAttemptsOutOfRange: {
    meaning: 'The service that delivers to the function retries less often than `retryAttempts` asks for.',
    fix: 'Lower `retryAttempts` to the range in the message. Retry more by redriving the failure queue.',
  },
  DeliveryMaxEventAgeOutOfRange: {
    meaning: 'The service that delivers to the function keeps an event for a time in a range, and `maxEventAge` is outside of it.',
    fix: 'Set `maxEventAge` to a value in the range in the message.',
  },
  DeliveryDestinationUnsupported: {
    meaning: 'The service that delivers to the function does not send its failures to this kind of destination.',
    fix: 'Give a destination of a kind that the message names, for example `FailureDestination.queue()`.',
  },
  DeliveryDestinationInOtherRegion: {
    meaning: 'A service delivers failures only within its region, and the destination is in another.',
    fix: 'Give a destination in the region of the rule, schedule, subscription or pipe.',
  },
  DeliveryDestinationInOtherAccount: {
    meaning: 'SNS delivers failures only within the account of the subscription, and the queue is in another.',
    fix: 'Give a queue in the account of the subscription.',
  },
  RuleDeliveryConflict: {
    meaning: 'A target of the rule has a dead-letter queue or retry policy of its own, different from the one asked for.',
    fix: CONFLICT_FIX,
  },
  ScheduleDeliveryConflict: {
    meaning: 'The schedule has a dead-letter queue or retry policy of its own, different from the one asked for.',
    fix: CONFLICT_FIX,
  },
  SubscriptionDeliveryConflict: {
    meaning: 'The subscription has a dead-letter queue of its own, different from the one asked for.',
    fix: CONFLICT_FIX,
  },
  PipeDeliveryConflict: {
    meaning: 'The pipe has a dead-letter target, retries or batch splitting of its own, different from what is asked for.',
    fix: CONFLICT_FIX,
  },
} as const satisfies Record<string, IdText>;

export const DELIVERY_WARNINGS = {
  'RuleDelivery.unknownSetting': {
    meaning: 'A dead-letter queue or retry policy of a target depends on a value that is known at deployment only, so it was left as it is.',
    fix: UNKNOWN_FIX,
  },
  'RuleDelivery.unknownTarget': {
    meaning: 'What a rule or subscriber delivers to is known at deployment only, so it was left as it is.',
    fix: UNKNOWN_TARGET_FIX,
  },
  'RuleDelivery.importedRule': {
    meaning: 'The rule is imported, so failed deliveries can be kept only where it is defined.',
    fix: IMPORTED_FIX,
  },
  'ScheduleDelivery.unknownSetting': {
    meaning: 'The dead-letter queue or retry policy of a schedule depends on a value that is known at deployment only, so it was left as it is.',
    fix: UNKNOWN_FIX,
  },
  'ScheduleDelivery.unknownTarget': {
    meaning: 'The target of a schedule is known at deployment only, so it was left as it is.',
    fix: UNKNOWN_TARGET_FIX,
  },
  'ScheduleDelivery.importedSchedule': {
    meaning: 'The schedule is imported, so failed deliveries can be kept only where it is defined.',
    fix: IMPORTED_FIX,
  },
  'SubscriptionDelivery.unknownSetting': {
    meaning: 'The redrive policy of a subscription depends on a value that is known at deployment only, so it was left as it is.',
    fix: UNKNOWN_FIX,
  },
  'SubscriptionDelivery.unknownProtocol': {
    meaning: 'The protocol of a subscription is known at deployment only, so it was left as it is.',
    fix: 'Give the mixin `allProtocols: true` to complete it whatever it is, or acknowledge the warning.',
  },
  'SubscriptionDelivery.fifoTopic': {
    meaning: 'Subscriptions of FIFO topics send their failures to FIFO queues only, and the mixin has none to give.',
    fix: 'Give the mixin a `fifoFailureQueue`, or acknowledge the warning.',
  },
  'PipeDelivery.unknownSetting': {
    meaning: 'The source parameters of a pipe depend on a value that is known at deployment only, so they were left as they are.',
    fix: UNKNOWN_FIX,
  },
  'PipeDelivery.unknownTarget': {
    meaning: 'The target of a pipe is known at deployment only, so it was left as it is.',
    fix: UNKNOWN_TARGET_FIX,
  },
  'PipeDelivery.sourceKeepsNothing': {
    meaning: 'A pipe has no dead-letter target for this source: what fails is kept by the source, or lost.',
    fix: 'Do what the message says for the source, then acknowledge the warning.',
  },
  'PipeDelivery.importedPipe': {
    meaning: 'The pipe is imported, so failed records can be kept only where it is defined.',
    fix: IMPORTED_FIX,
  },
} as const satisfies Record<string, IdText>;
