import type { IdText } from './id-text';

const GO_FIX = 'Leave the function out. A Go function breaks itself on purpose with the switch of `go/lambdaerror`, as docs/game-day.md shows.';

export const FAULT_INJECTION_ERRORS = {
  FaultInjectionFunctionsMissing: {
    meaning: 'A `FaultInjectionExperiment` has no function to inject faults into.',
    fix: 'Give the functions: `functions: [orders]`.',
  },
  FaultInjectionFaultsMissing: {
    meaning: 'A `FaultInjectionExperiment` has no fault to inject.',
    fix: 'Give one or more, for example `faults: [InjectedFault.functionError()]`.',
  },
  FaultInjectionStopAlarmMissing: {
    meaning: 'Nothing stops the experiment when customers suffer from it.',
    fix: 'Give alarms on what customers notice, such as the error rate of the API: `stopAlarms: [checkoutFailures]`.',
  },
  FaultInjectionStopAlarmProvoked: {
    meaning: 'The alarm that is to stop the experiment goes off because of the fault that it injects, so that it stops at once and proves nothing.',
    fix: 'Give alarms on what customers notice, not on the function that is broken on purpose or on the queue that keeps its failures.',
  },
  FaultInjectionDurationOutOfRange: {
    meaning: '`duration` of an injected fault is outside of 1 minute to 12 hours.',
    fix: 'Give some minutes: it takes up to one until all invocations have the fault. Or leave it out for 5 minutes.',
  },
  FaultInjectionPercentageOutOfRange: {
    meaning: '`invocationPercentage` of an injected fault is not a whole number from 1 to 100.',
    fix: 'Give the percentage of the invocations that are to have the fault, or leave it out for all.',
  },
  FaultInjectionDelayOutOfRange: {
    meaning: 'The delay of an injected fault is outside of 1 millisecond to 15 minutes.',
    fix: 'Give a delay that is shorter than the timeout of the function to make it slow, or longer to make it time out.',
  },
  FaultInjectionStatusCodeInvalid: {
    meaning: 'The status of an injected HTTP response is not a whole number from 100 to 599.',
    fix: 'Give the status that callers are to get, for example 503.',
  },
  FaultInjectionRuntimeUnsupported: {
    meaning: 'The FIS extension starts with a wrapper script, which OS-only runtimes (`provided.*`, all Go functions) don\'t have: nothing would happen.',
    fix: GO_FIX,
  },
  FaultInjectionImageUnsupported: {
    meaning: 'A function of a container image has no layers: the FIS extension must be in the image, which can\'t be told from here.',
    fix: 'Put the extension into the image as AWS describes, and target the function with a template of your own.',
  },
  FaultInjectionStreamingUnsupported: {
    meaning: 'The FIS extension suppresses response streaming of the function, also when no experiment runs.',
    fix: 'Leave the function out, or invoke it without streaming.',
  },
  FaultInjectionLayersExceeded: {
    meaning: 'The function has five layers already, and Lambda takes no more: the FIS extension is one.',
    fix: 'Take a layer away, or leave the function out.',
  },
  FaultInjectionSettingConflict: {
    meaning: 'An environment variable of the function that the FIS extension needs is set to something else, by another extension for example.',
    fix: 'Take one of the two away. Two extensions that wrap the runtime must be chained by a script of your own.',
  },
} as const satisfies Record<string, IdText>;

export const FAULT_INJECTION_WARNINGS = {
  'FaultInjectionExperiment.importedFunction': {
    meaning: 'A function of the experiment is imported, so that it gets the FIS extension and its settings only where it is defined.',
    fix: 'Set there what the message says, then acknowledge the warning.',
  },
  'FaultInjectionExperiment.unknownSetting': {
    meaning: 'A setting of a function of the experiment is known at deployment only, so that nobody can say whether the FIS extension works.',
    fix: 'Check the setting in the message for each deployment, then acknowledge the warning.',
  },
} as const satisfies Record<string, IdText>;
