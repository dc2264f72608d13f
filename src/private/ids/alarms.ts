import type { IdText } from './id-text';

export const ALARMS_ERRORS = {
  AlarmAlreadyDefined: {
    meaning: 'The same alarm is asked for twice in one scope, by name or by `recommended()`.',
    fix: 'Tune it where it is made first: `recommended({ errors: { … } })`, in a `ResilientFunction` `alarms: { errors: { … } }`. Or drop it there with `enabled: false`.',
  },
  AlarmPeriodInvalid: {
    meaning: 'CloudWatch knows periods of 10 and 30 seconds and of whole minutes, and `period` is none of these.',
    fix: 'Use `Duration.minutes()`.',
  },
  AlarmEvaluationPeriodsInvalid: {
    meaning: '`evaluationPeriods` is not a whole number of periods.',
    fix: 'Use an integer from 1, or leave it out.',
  },
  AlarmDatapointsOutOfRange: {
    meaning: '`datapointsToAlarm` is more than the periods that the alarm looks at, so that it could never fire, or is not a whole number.',
    fix: 'Use an integer from 1 to `evaluationPeriods`.',
  },
  AlarmWindowTooLong: {
    meaning: 'CloudWatch looks back one day at most (seven days for periods of an hour and more), and `period` × `evaluationPeriods` is longer.',
    fix: 'Lower `evaluationPeriods` or `period`.',
  },
  AlarmThresholdOutOfRange: {
    meaning: 'An alarm goes off at its threshold, and at 0 or below it would always be on.',
    fix: 'Use 1 to hear of every failure, or more.',
  },
  AlarmThresholdUnreachable: {
    meaning: 'The queue deletes messages before they get as old as the threshold, so that the alarm could never fire.',
    fix: 'Lower `threshold`, or raise the retention period of the queue.',
  },
  AlarmNameLengthOutOfRange: {
    meaning: 'The name of an alarm has 1 to 255 characters.',
    fix: 'Shorten `alarmName`, or leave it out.',
  },
  AlarmDescriptionTooLong: {
    meaning: 'The description of an alarm has at most 1,024 characters.',
    fix: 'Shorten `alarmDescription`, for example to a link.',
  },
  AlarmScopeInOtherRegion: {
    meaning: 'A CloudWatch alarm sees metrics of its own region only, and `scope` is in another region than the function or queue.',
    fix: 'Give a scope in a stack of the same region.',
  },
  AlarmActionsTooMany: {
    meaning: 'CloudWatch allows five actions per alarm, and `AlarmNotifications` of the scopes above it give it more.',
    fix: 'Send several of them to one SNS topic, or narrow actions with `severity`.',
  },
  DeadLetterErrorsCannotFire: {
    meaning: 'The function has no dead-letter queue or topic, so that an alarm on `DeadLetterErrors` could never fire.',
    fix: 'Set one before you ask for the alarm, or leave the alarm out. `recommended()` does by itself.',
  },
  DestinationDeliveryFailuresCannotFire: {
    meaning: 'Nothing delivers events of the function to a destination, so that an alarm on `DestinationDeliveryFailures` could never fire.',
    fix: 'Set a destination before you ask for the alarm, or leave the alarm out. `recommended()` does by itself.',
  },
  DurableAlarmCannotFire: {
    meaning: 'The function is not durable, so that an alarm on its durable executions could never fire.',
    fix: 'Set `durableConfig` before you ask for the alarm, or leave the alarm out. `recommended()` does by itself.',
  },
  AlarmMinimumRequestsOutOfRange: {
    meaning: '`minimumRequests` says how many requests in a period are enough to tell a rate, and is not a whole number from 1.',
    fix: 'Use an integer from 1, or leave it out.',
  },
  AlarmRateOutOfRange: {
    meaning: 'The threshold of a rate is in percent, and above 100 the alarm could never fire.',
    fix: 'Use a number above 0 and up to 100.',
  },
  ApiAlarmCannotFire: {
    meaning: 'The API has no such metric or log: it is of another kind, gives up before the threshold, has no authorizer, or no access log that tells.',
    fix: 'Do what the message says, or leave the alarm out. `recommended()` makes those that can fire.',
  },
  RestApiNameUnknown: {
    meaning: 'The metrics of a REST API have its name, which is not known: the API is imported, or named in a definition outside of the template.',
    fix: 'Give `fromRestApi()` the option `restApiName`.',
  },
  MappingAlarmCannotFire: {
    meaning: 'The event source mapping has no such metric: its source does not publish it, it is not in provisioned mode, or its function is not known.',
    fix: 'Leave the alarm out. `recommended()` makes those that can fire.',
  },
  RuleAlarmCannotFire: {
    meaning: 'No target of the rule has a dead-letter queue, so that an alarm on `InvocationsFailedToBeSentToDlq` could never fire.',
    fix: 'Set one before you ask for the alarm, for example with `mixins.RuleDelivery`, or leave the alarm out. `recommended()` does by itself.',
  },
} as const satisfies Record<string, IdText>;

export const ALARMS_WARNINGS = {
  'AlarmNotifications.alarmUnheard': {
    meaning: 'An alarm has no action: it goes off, and nobody hears of it.',
    fix: 'Add an action for a scope with `AlarmNotifications.of(scope).add(action)`, or for the alarm with `alarm.addAlarmAction(action)`.',
  },
  'AlarmOptions.periodBelowResolution': {
    meaning: 'AWS services publish a metric once a minute. An alarm with a shorter period costs more and sees no more.',
    fix: 'Use `Duration.minutes(1)` or longer.',
  },
  'FunctionAlarms.failurePathUnwatched': {
    meaning: 'A function got a dead-letter queue or a destination after `recommended()` made its alarms, and no alarm tells when events don\'t reach it.',
    fix: 'Call `recommended()` after that, or add the alarm by name, or drop it with `enabled: false`.',
  },
  'FunctionAlarms.windowWithinTimeout': {
    meaning: 'Lambda counts an error in the minute in which the invocation began. An alarm that looks back less than the timeout misses errors at the end of long invocations.',
    fix: 'Raise `evaluationPeriods` until `period` × `evaluationPeriods` is longer than the timeout, or leave it out.',
  },
} as const satisfies Record<string, IdText>;
