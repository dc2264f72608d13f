import type { IdText } from './id-text';

export const FAILURE_ERRORS = {
  RetryAttemptsInvalid: {
    meaning: '`retryAttempts` is negative or not a whole number, which no service accepts.',
    fix: 'Give the number of tries after the first: 0, 1, 2, …',
  },
  MaxEventAgeInvalid: {
    meaning: '`maxEventAge` is zero or no whole number of seconds, which no service accepts.',
    fix: 'Give whole seconds, or leave it out.',
  },
  MaxEventAgeTooShort: {
    meaning: 'The `maxEventAge` of a `RetryPolicy` for errors of a catalogue ends before the `retryAfter` of one of them.',
    fix: 'Make `maxEventAge` longer than the longest `retryAfter`, or leave it out.',
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
    meaning: 'SQS keeps a message between 60 seconds and 14 days, in whole seconds, and `retentionPeriod` is outside of that.',
    fix: 'Set `retentionPeriod` to a value from `Duration.seconds(60)` to `Duration.days(14)`, or leave it out for 14 days.',
  },
  FifoFailureDestination: {
    meaning: 'Lambda delivers failed events to standard queues and topics only: every delivery to a FIFO one fails, and the event is lost.',
    fix: 'Give a standard queue or topic, for example a `FailureQueue`.',
  },
  AsyncConfigConflict: {
    meaning: 'An alias, version or `$LATEST` of the function has an event invoke config that says something else than the mixin asks for.',
    fix: 'Take one of the two away, or make them equal. The message names the path of the other one.',
  },
  AsyncConfigTwice: {
    meaning: 'An alias, version or `$LATEST` of the function has two event invoke configs. Lambda keeps one: the one deployed last wins.',
    fix: 'Take one of them away. The message names their paths.',
  },
  AsyncFailureUncovered: {
    meaning: 'An alias or invoked version has no asynchronous failure handling, because the mixin was applied by an aspect that does not reach it.',
    fix: 'Turn on the feature flag `@aws-cdk/core:aspectStabilization`, or apply the mixin with `.with()`.',
  },
  DurableFunctionHasNoDestinations: {
    meaning: 'Lambda has no on-failure destinations for durable functions.',
    fix: 'Use `mixins.FunctionDeadLetter`, and a rule on the status changes of its executions.',
  },
  TenantIsolationUnsupported: {
    meaning: 'A function with tenant isolation has something that Lambda refuses for such functions: a function URL, SnapStart or provisioned concurrency.',
    fix: 'Take one of the two away. Call the function directly or through a REST API, with a tenant id.',
  },
  FunctionIsItsOwnDestination: {
    meaning: 'The failure destination of a function is the function itself: each failed event would be invoked again, as a new event.',
    fix: 'Give a `FailureQueue`, or another function.',
  },
  DeadLetterDestinationUnsupported: {
    meaning: 'Lambda sends the dead letters of a function to a queue or a topic only.',
    fix: 'Give a queue or a topic, or use `mixins.FunctionAsyncFailure`, which knows more destinations.',
  },
  DeadLetterConflict: {
    meaning: 'The function has a dead-letter queue or topic of its own, different from the one asked for.',
    fix: 'Take one of the two away, or give the mixin the one that the function has.',
  },
} as const satisfies Record<string, IdText>;

export const FAILURE_WARNINGS = {
  'FailureDestination.keyOutOfReach': {
    meaning: "A failure destination is encrypted with a customer managed KMS key that can't be changed from here, so it could not be granted.",
    fix: "Allow the function's role, or the service in the message, `kms:GenerateDataKey` and `kms:Decrypt` on the key. Then acknowledge the warning.",
  },
  'FailureDestination.queueOutOfReach': {
    meaning: 'A service is to deliver to a queue whose policy is not in the app, is known at deployment only, or is shared by several queues.',
    fix: 'Add the statement in the message to the policy of the queue where it is defined. Then acknowledge the warning.',
  },
  'FailureDestination.managedKey': {
    meaning: 'A service is to deliver to a queue that is encrypted with an AWS managed key, which services cannot use: every delivery fails.',
    fix: 'Encrypt the queue with SSE-SQS (`QueueEncryption.SQS_MANAGED`) or with a customer managed key.',
  },
  'DurableFunction.executionTooLong': {
    meaning: 'Somebody who invokes a durable function waits for the whole execution, 15 minutes at most, and the execution may take longer.',
    fix: 'Lower `executionTimeout`, invoke the function asynchronously, or put a function in between that does. Then acknowledge the warning.',
  },
  'DurableFunction.unqualifiedInvoker': {
    meaning: 'A durable function is named without a version or alias by something that invokes it, which Lambda refuses: each event is lost or comes back.',
    fix: 'Give the invoker an alias or a version, for example `fn.addAlias(\'live\')`.',
  },
  'FunctionUrl.notPermitted': {
    meaning: 'A function URL with the authentication type `NONE` is public only if the policy of the function says so; without, each request is answered 403.',
    fix: 'Add permissions for `lambda:InvokeFunctionUrl` and `lambda:InvokeFunction`, as `fn.addFunctionUrl()` does, or acknowledge the warning.',
  },
  'ManagedInstances.memoryTooSmall': {
    meaning: 'A function of a capacity provider has less memory than Managed Instances give to a function, and is refused at deployment. AWS does not document the limit.',
    fix: 'Set `memorySize` to 2048 or more, or acknowledge the warning.',
  },
  'TenantIsolation.noTenantId': {
    meaning: 'Something that invokes a function with tenant isolation does not pass a tenant id, without which Lambda refuses the call.',
    fix: 'Call the function directly with a tenant id, or through a REST API whose integration sets the header `X-Amz-Tenant-Id`.',
  },
  'FunctionAsyncFailure.latestNotInvoked': {
    meaning: 'A function of a capacity provider has an event invoke config for `$LATEST`, but without version or alias it runs `$LATEST.PUBLISHED`.',
    fix: 'Set `Qualifier` of the config to `$LATEST.PUBLISHED`, or take it away: the mixin makes one.',
  },
  'FunctionAsyncFailure.unknownSetting': {
    meaning: 'An event invoke config depends on a value that is known at deployment only, so that setting was left as it is.',
    fix: 'Check that the value is what you want for each deployment, then acknowledge the warning.',
  },
  'FunctionDeadLetter.importedFunction': {
    meaning: 'The function is imported, so its dead letters can be kept only where it is defined.',
    fix: 'Apply the mixin in the app that defines the function, or acknowledge the warning.',
  },
  'FunctionDeadLetter.unknownTarget': {
    meaning: "The function's dead-letter configuration depends on a value that is known at deployment only, so it was left as it is.",
    fix: 'Check that the value names a standard queue or topic that the role may send to, then acknowledge the warning.',
  },
  'FunctionAsyncFailure.importedFunction': {
    meaning: 'The function is imported, so its asynchronous failures can be kept only where it is defined.',
    fix: 'Apply the mixin in the app that defines the function, or acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
