import type { IdText } from './id-text';

export const REDRIVE_ERRORS = {
  RedriveFunctionsMissing: {
    meaning: 'A `RedrivePipe` has no function to bring events back to.',
    fix: 'Give the functions whose failed events the queue keeps: `functions: [orders]`.',
  },
  RedriveMaxAttemptsOutOfRange: {
    meaning: '`maxAttempts` of a `RedrivePipe` is not a whole number from 1 to 100.',
    fix: 'Give how often an event may be brought back before it stays in quarantine, or leave it out for 3.',
  },
  RedriveIntervalOutOfRange: {
    meaning: '`interval` of a `RedrivePipe` is outside of 0 to 60 seconds.',
    fix: 'Give the time to wait between two events, or leave it out for one second.',
  },
  RedriveVisibilityTimeoutTooShort: {
    meaning: 'The failure queue shows a message again before the function can be done with it, so that it would be redriven twice at once.',
    fix: 'Raise `visibilityTimeout` of the queue to the value in the message, or leave it out.',
  },
  RedrivePayloadNotKept: {
    meaning: 'A mapping or pipe that reads a stream sends positions in the stream to the queue, not the records: there is nothing to bring back.',
    fix: 'Read the records at these positions again, as `src/redrive/README.md` shows, or keep them in a bucket: `FailureDestination.bucket()`.',
  },
  RedriveQueueSource: {
    meaning: 'The queue is the dead-letter queue of another queue, which SQS redrives itself.',
    fix: 'Use `aws sqs start-message-move-task --source-arn <dead-letter queue>`, or *Start DLQ redrive* in the console, and no `RedrivePipe`.',
  },
  RedriveFunctionUnknown: {
    meaning: 'A dead letter does not say which function it is of, and the `RedrivePipe` has several functions, one of which sends dead letters to the queue.',
    fix: 'Give each function with a dead-letter queue a queue and a `RedrivePipe` of its own, or use `mixins.FunctionAsyncFailure`, whose records name the function.',
  },
  RedriveTenantUnknown: {
    meaning: 'A function with tenant isolation is invoked with a tenant id, which a failed event does not keep.',
    fix: 'Bring its events back with code that knows the tenant of an event.',
  },
} as const satisfies Record<string, IdText>;

export const REDRIVE_WARNINGS = {
  'RedrivePipe.queueOutOfReach': {
    meaning: 'The failure queue of a `RedrivePipe` is imported or in another stack, so its visibility timeout and redrive policy can be set only where it is defined.',
    fix: 'Set there what the message says, then acknowledge the warning.',
  },
  'RedrivePipe.functionNotListed': {
    meaning: 'A function fails into the queue that the `RedrivePipe` does not bring events back to: started, the pipe puts these events into quarantine.',
    fix: 'Add the function to `functions`, or give it a failure queue of its own.',
  },
  'RedrivePipe.otherMessages': {
    meaning: 'The queue also keeps what never reached a function or has no payload, such as dead letters of a rule or positions in a stream: started, the pipe puts them into quarantine.',
    fix: 'Give these sources a failure queue of their own, or acknowledge the warning.',
  },
  'RedrivePipe.functionTooSlow': {
    meaning: 'A function may run longer than a pipe waits, 5 minutes as far as is known, which AWS does not document: an event may then be redriven although it succeeded.',
    fix: 'Lower the timeout of the function, or make it idempotent and acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
