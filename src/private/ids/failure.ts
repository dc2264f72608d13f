import type { IdText } from './id-text';

export const FAILURE_ERRORS = {
  RetryAttemptsInvalid: {
    meaning: '`retryAttempts` is negative or not a whole number, which no service accepts.',
    fix: 'Give the number of tries after the first: 0, 1, 2, …',
  },
  MaxEventAgeInvalid: {
    meaning: '`maxEventAge` is not longer than zero, which no service accepts.',
    fix: 'Give a positive duration, or leave it out.',
  },
  AsyncRetryAttemptsOutOfRange: {
    meaning: 'Lambda retries an asynchronous invocation at most twice, and `retryAttempts` asks for more.',
    fix: 'Set `retryAttempts` to 0, 1 or 2. Retry more by redriving the failure queue.',
  },
  AsyncMaxEventAgeOutOfRange: {
    meaning: 'Lambda keeps an asynchronous event between 60 seconds and 6 hours, and `maxEventAge` is outside of that.',
    fix: 'Set `maxEventAge` to a value from `Duration.seconds(60)` to `Duration.hours(6)`.',
  },
  FailureQueueRetentionOutOfRange: {
    meaning: 'SQS keeps a message between 60 seconds and 14 days, and `retentionPeriod` is outside of that.',
    fix: 'Set `retentionPeriod` to a value from `Duration.seconds(60)` to `Duration.days(14)`, or leave it out for 14 days.',
  },
  FifoFailureDestination: {
    meaning: 'Lambda delivers failed events to standard queues and topics only: every delivery to a FIFO one fails, and the event is lost.',
    fix: 'Give a standard queue or topic, for example a `FailureQueue`.',
  },
} as const satisfies Record<string, IdText>;

export const FAILURE_WARNINGS = {
} as const satisfies Record<string, IdText>;
