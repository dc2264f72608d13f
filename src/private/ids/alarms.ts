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
    meaning: 'Nothing gets as far as the threshold, so that the alarm could never fire: a part is above 100 percent, an age beyond what the queue or the function keeps, a time beyond the timeout.',
    fix: 'Lower `threshold`, or raise the retention period, maximum event age or timeout that it is measured against.',
  },
  AlarmThresholdUnknown: {
    meaning: 'The default of a threshold comes from the timeout of the function, which is known at deployment only.',
    fix: 'Give `threshold`.',
  },
  RecursiveInvocationsDroppedCannotFire: {
    meaning: '`recursiveLoop` of the function is `Allow`: Lambda stops no loop, so that an alarm on `RecursiveInvocationsDropped` could never fire.',
    fix: 'Set `recursiveLoop` to `Terminate`, or leave the alarm out.',
  },
  ProvisionedConcurrencySpilloverCannotFire: {
    meaning: 'Nothing of the function has provisioned concurrency, so that an alarm on what goes beyond it could never fire.',
    fix: 'Set `provisionedConcurrentExecutions` before you ask for the alarm, or leave the alarm out.',
  },
  AccountQuotaInvalid: {
    meaning: 'The quota of the account for concurrent executions is not a whole number from 1.',
    fix: 'Use the quota that the account has in the region.',
  },
  FleetWindowTooLong: {
    meaning: 'An alarm on a Metrics Insights query sees the last three hours only, and `period` × `evaluationPeriods` is longer.',
    fix: 'Lower `evaluationPeriods`, `period` or `longestTimeout`.',
  },
  FleetTagInvalid: {
    meaning: 'A tag has characters that tags can\'t have, or an empty key.',
    fix: 'Use letters, digits, spaces and `+ - = . _ : / @`.',
  },
  AlarmGroupEmpty: {
    meaning: 'There is no alarm of this library below what an `AlarmGroup` watches, nor one given: it could never fire.',
    fix: 'Watch a scope that has alarms, give `alarms`, or leave out `severity`.',
  },
  AlarmGroupChildrenTooMany: {
    meaning: 'CloudWatch allows 100 alarms under a composite alarm.',
    fix: 'Watch fewer constructs, one `severity`, or other `AlarmGroup`s of parts of the service.',
  },
  AlarmGroupRuleTooLong: {
    meaning: 'CloudWatch allows 10,240 characters in the rule of a composite alarm, and the names of its alarms may be longer.',
    fix: 'Watch fewer constructs or one `severity`, or give alarms and stacks shorter names.',
  },
  AlarmGroupMarginInvalid: {
    meaning: 'CloudWatch waits for the suppressor of an `AlarmGroup` for whole seconds.',
    fix: 'Give `suppressionMargin` as `Duration.seconds()` or `Duration.minutes()` with a whole number.',
  },
  AlarmGroupChildElsewhere: {
    meaning: 'A composite alarm takes alarms of its own account and region only.',
    fix: 'Make an `AlarmGroup` in each account and region.',
  },
  AlarmMuteRuleEmpty: {
    meaning: 'There is no alarm of this library below what an `AlarmMuteRule` mutes, nor one given.',
    fix: 'Mute a scope that has alarms, or give `alarms`.',
  },
  AlarmMuteRuleTooMany: {
    meaning: 'CloudWatch allows 100 alarms in a mute rule.',
    fix: 'Mute fewer constructs, or their `AlarmGroup`.',
  },
  MuteScheduleInvalid: {
    meaning: 'A mute rule begins by a cron expression of five fields, or at a date and time without a time zone.',
    fix: 'Use fields that cron knows, and `YYYY-MM-DDThh:mm`.',
  },
  MuteDurationOutOfRange: {
    meaning: 'A mute rule mutes for at least a minute and at most 15 days.',
    fix: 'Use a duration in that range.',
  },
  DeploymentWindowLengthInvalid: {
    meaning: 'A deployment window is a whole number of minutes, at most a day.',
    fix: 'Use `Duration.minutes()`.',
  },
  ErrorBudgetObjectiveInvalid: {
    meaning: 'An objective of 0 or less allows everything, one of 100 leaves no budget, and thresholds are computed at synthesis.',
    fix: 'Use the part of requests that must succeed in percent, such as 99.9.',
  },
  ErrorBudgetBurnRateInvalid: {
    meaning: 'The part of an error budget that a burn rate spends is not a part in percent.',
    fix: 'Use a number above 0 and at most 100.',
  },
  ErrorBudgetBurnRateUnreachable: {
    meaning: 'A burn rate needs more errors than there are requests, so that its alarm could never fire.',
    fix: 'Raise `objective` or `longWindow`, or lower `budget`.',
  },
  ErrorBudgetWindowInvalid: {
    meaning: 'A window of a burn rate is no whole number of minutes, longer than its budget or than CloudWatch allows, or so short that errors of long invocations come too late for it.',
    fix: 'Use windows in the order that the message names.',
  },
  ErrorBudgetMetricInvalid: {
    meaning: 'An error budget is computed from two metrics that count, and an expression was given.',
    fix: 'Give the metrics themselves.',
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
    meaning: '`minimumRequests` says how many requests, or invocations, in a period are enough to tell a rate, and is not a whole number from 1.',
    fix: 'Use an integer from 1, or leave it out.',
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
    fix: 'Add an action for a scope with `AlarmNotifications.of(scope).add(action)`, or for the alarm with `AlarmNotifications.of(alarm).add(action)`.',
  },
  'AlarmNotifications.topicPolicyRefusesCloudWatch': {
    meaning: 'Alarms are sent to a topic whose policy does not let CloudWatch publish: an alarm goes off, and nobody hears of it. A policy, such as that of `enforceSSL`, replaces the default one.',
    fix: 'Add `topic.grantPublish(new iam.ServicePrincipal(\'cloudwatch.amazonaws.com\'))`.',
  },
  'AlarmNotifications.topicKeyRefusesCloudWatch': {
    meaning: 'Alarms are sent to a topic that is encrypted with the key that AWS manages for SNS, which CloudWatch may not use.',
    fix: 'Use a key of your own that lets `cloudwatch.amazonaws.com` call `kms:Decrypt` and `kms:GenerateDataKey*`.',
  },
  'AlarmOptions.periodBelowResolution': {
    meaning: 'AWS services publish a metric once a minute. An alarm with a shorter period costs more and sees no more.',
    fix: 'Use `Duration.minutes(1)` or longer.',
  },
  'FleetAlarms.tagsMayBeOff': {
    meaning: 'A fleet looks at functions by tag, which CloudWatch sees only where resource tags for telemetry are turned on in the account and region. Nothing in the app does.',
    fix: 'Set `turnOnTags` to `true` in one stack, or to `false` if they are on already.',
  },
  'FleetAlarms.functionNotCovered': {
    meaning: 'A function has no alarms of its own because of a fleet whose alarms don\'t see it: it is in another account or region, lacks the tags, or may run longer than the fleet looks back.',
    fix: 'Add the tags, raise `longestTimeout`, make a `FleetAlarms` in the region of the function, or leave `fleet` out.',
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
