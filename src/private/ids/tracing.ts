import type { IdText } from './id-text';

export const TRACING_ERRORS = {
  TracingModeUnsupported: {
    meaning: '`mode` is `Tracing.DISABLED`, which is no mode of Lambda: it is what a function has without the setting.',
    fix: 'Use `Tracing.ACTIVE` or `Tracing.PASS_THROUGH`, or leave the mixin out.',
  },
  TracingModeConflict: {
    meaning: 'The function has a tracing mode of its own, different from the one asked for.',
    fix: 'Take one of the two away: give the mixin the same `mode`, or remove the setting from the function.',
  },
  GraphqlApiTracingConflict: {
    meaning: 'Tracing of the GraphQL API is switched off by its own setting.',
    fix: 'Remove the setting, or leave the mixin out for this API.',
  },
  TopicTracingConflict: {
    meaning: 'The topic has a tracing mode of its own, different from `Active`.',
    fix: 'Remove the setting, or leave the mixin out for this topic.',
  },
  TraceGroupNameInvalid: {
    meaning: 'The name of an X-Ray group has 1 to 32 letters, digits and dashes.',
    fix: 'Shorten `groupName`, or leave it out.',
  },
  TraceGroupNotificationsWithoutInsights: {
    meaning: 'A group is to send notifications of insights, and makes none.',
    fix: 'Leave `insights: false` or `notifications: true` out.',
  },
  StageTracingConflict: {
    meaning: 'Tracing of the stage is switched off by its own setting.',
    fix: 'Remove the setting, or leave the mixin out for this stage.',
  },
  StageTracingUnsupported: {
    meaning: 'X-Ray traces stages of REST APIs only, and this is one of an HTTP or WebSocket API.',
    fix: 'Leave the mixin out for this stage, and trace the functions behind it with `mixins.FunctionTracing`.',
  },
  StateMachineTracingConflict: {
    meaning: 'Tracing of the state machine is switched off by its own setting.',
    fix: 'Remove the setting, or leave the mixin out for this state machine.',
  },
} as const satisfies Record<string, IdText>;

export const TRACING_WARNINGS = {
  'GraphqlApiTracing.importedApi': {
    meaning: 'The GraphQL API is imported, so tracing can be turned on only where it is defined.',
    fix: 'Apply the mixin in the app that defines the API, or acknowledge the warning.',
  },
  'GraphqlApiTracing.unknownSetting': {
    meaning: 'Tracing of the GraphQL API depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value turns tracing on, then acknowledge the warning.',
  },
  'TopicTracing.importedTopic': {
    meaning: 'The topic is imported, so tracing can be turned on only where it is defined.',
    fix: 'Apply the mixin in the app that defines the topic, or acknowledge the warning.',
  },
  'TopicTracing.unknownSetting': {
    meaning: 'Tracing of the topic depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value turns tracing on, then acknowledge the warning.',
  },
  'StageTracing.importedStage': {
    meaning: 'The stage is imported, so tracing can be turned on only where it is defined.',
    fix: 'Apply the mixin in the app that defines the stage, or acknowledge the warning.',
  },
  'StageTracing.unknownSetting': {
    meaning: 'Tracing of the stage depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value turns tracing on, then acknowledge the warning.',
  },
  'StateMachineTracing.importedStateMachine': {
    meaning: 'The state machine is imported, so tracing can be turned on only where it is defined.',
    fix: 'Apply the mixin in the app that defines the state machine, or acknowledge the warning.',
  },
  'StateMachineTracing.unknownSetting': {
    meaning: 'Tracing of the state machine depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value turns tracing on, then acknowledge the warning.',
  },
  'FunctionTracing.importedFunction': {
    meaning: 'The function is imported, so tracing can be turned on only where it is defined.',
    fix: 'Apply the mixin in the app that defines the function, or acknowledge the warning.',
  },
  'FunctionTracing.unknownMode': {
    meaning: "The function's tracing configuration depends on a value that is known at deployment only, so it was left as it is.",
    fix: 'Check that the value turns tracing on, then acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
