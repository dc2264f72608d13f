import { FUNCTION_ALARMS, type AlarmDefault } from './alarm-defaults';

/** The alarms of many functions: those of one function, with one series for each of them. */
export const FLEET_ALARMS = {
  errors: {
    ...FUNCTION_ALARMS.errors,
    description: 'Functions of {name} failed: the contributors of this alarm say which. Look for the errors in their log groups and traces at the time of the invocation.',
  },
  throttles: {
    ...FUNCTION_ALARMS.throttles,
    description: 'Invocations of functions of {name} were refused for lack of concurrency: the contributors of this alarm say of which. Compare ConcurrentExecutions with reserved concurrency and the quota of the account.',
  },
  deadLetterErrors: {
    ...FUNCTION_ALARMS.deadLetterErrors,
    description: 'Events of functions of {name} did not reach their dead-letter queue and are lost: the contributors of this alarm say of which. Check that the queue exists, its policy and key, and the role of the function.',
  },
  destinationDeliveryFailures: {
    ...FUNCTION_ALARMS.destinationDeliveryFailures,
    description: 'Records of functions of {name} did not reach their destination and are lost: the contributors of this alarm say of which. Check that the destination exists, its policy and key, the size of the events, and the role of the function.',
  },
  asyncEventsDropped: {
    ...FUNCTION_ALARMS.asyncEventsDropped,
    description: 'Asynchronous events of functions of {name} were given up: the contributors of this alarm say of which. They are kept only if the function has a failure destination or dead-letter queue: look there, and at Errors and Throttles.',
  },
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a fleet. */
export type FleetAlarmName = keyof typeof FLEET_ALARMS;
