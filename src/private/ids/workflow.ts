import type { IdText } from './id-text';

export const WORKFLOW_ERRORS = {
  TaskRetryAttemptsOutOfRange: {
    meaning: 'A retrier of Step Functions tries again at most 99,999,999 times, and `retryAttempts` asks for more.',
    fix: 'Lower `retryAttempts`.',
  },
  TaskMaxEventAgeUnsupported: {
    meaning: 'A retrier of Step Functions knows no age, and the retry policy has a `maxEventAge`.',
    fix: 'Give a policy with `retryAttempts` only. What limits the time is the `timeout` of the task or of the state machine.',
  },
  TaskMaxDelayOutOfRange: {
    meaning: 'A retrier of Step Functions waits between 1 and 31,622,400 whole seconds, and `maxDelay` is outside of that.',
    fix: 'Set `maxDelay` to a value in the range, or leave it out for a minute.',
  },
  TaskResultPathInvalid: {
    meaning: '`resultPath` is not the path of a field, so that the error would replace the input, or could not be put there.',
    fix: "Use `$` and names of letters, digits and underscores, such as `'$.error'`.",
  },
  TaskNotLambda: {
    meaning: 'The task calls something else than a Lambda function, which has errors of other names.',
    fix: 'Give Lambda tasks only, or use `addToDefinition()`, which leaves other tasks alone.',
  },
  TaskAlreadyInStateMachine: {
    meaning: 'CDK writes the definition when the state machine is made, and what a task gets later is not in it.',
    fix: 'Call this before the state machine is made, or apply `mixins.StateMachineErrorHandling` to the state machine.',
  },
  FailureStateUnknown: {
    meaning: 'The definition of the state machine has no state of the name in `failureState`.',
    fix: 'Add the state to the definition, correct the name, or leave `failureState` out.',
  },
  StateMachineLogLevelOff: {
    meaning: '`level` is `LogLevel.OFF`, with which nothing is logged.',
    fix: 'Use `LogLevel.ERROR`, `LogLevel.FATAL` or `LogLevel.ALL`, or leave the mixin out.',
  },
  StateMachineLoggingConflict: {
    meaning: 'The state machine has a log setting of its own, different from the one asked for.',
    fix: 'Take one of the two away: give the mixin the same value, or remove the setting from the state machine.',
  },
} as const satisfies Record<string, IdText>;

export const WORKFLOW_WARNINGS = {
  'StateMachineErrorHandling.importedStateMachine': {
    meaning: 'The state machine is imported, so the errors of its tasks can be handled only where it is defined.',
    fix: 'Apply the mixin in the app that defines the state machine, or acknowledge the warning.',
  },
  'StateMachineErrorHandling.definitionOutOfReach': {
    meaning: 'The states of the state machine are known at deployment only, or stand in a file that is deployed, so they were left as they are.',
    fix: 'Check the retriers of its Lambda tasks by hand, or give the definition as text or object, then acknowledge the warning.',
  },
  'StateMachineErrorHandling.unknownTask': {
    meaning: 'What a task calls, retries or catches is known at deployment only, so it was left as it is.',
    fix: 'Check the retriers of the tasks named in the message if they call Lambda, then acknowledge the warning.',
  },
  'TaskErrorHandling.unknownTask': {
    meaning: 'What a task of the definition calls, retries or catches is known at deployment only, so it was left as it is.',
    fix: 'Give it to `addToTask()` if it calls Lambda, then acknowledge the warning.',
  },
  'StateMachineLogging.importedStateMachine': {
    meaning: 'The state machine is imported, so its logs can be turned on only where it is defined.',
    fix: 'Apply the mixin in the app that defines the state machine, or acknowledge the warning.',
  },
  'StateMachineLogging.unknownSetting': {
    meaning: 'The log settings of the state machine depend on a value that is known at deployment only, so they were left as they are.',
    fix: 'Check that the value turns logs on, then acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
