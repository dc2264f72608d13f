import { alarmActionNotArn } from './alarm-action-not-arn';
import { alarmActionsDisabled } from './alarm-actions-disabled';
import { alarmDatapointsExceedPeriods } from './alarm-datapoints-exceed-periods';
import { alarmDimensionNeverMatches } from './alarm-dimension-never-matches';
import { alarmMetricMisspelt } from './alarm-metric-misspelt';
import { alarmMissingDataBreaching } from './alarm-missing-data-breaching';
import { alarmMissingDataDefault } from './alarm-missing-data-default';
import { alarmNeedsConstantErrors } from './alarm-needs-constant-errors';
import { alarmOnMessagesSent } from './alarm-on-messages-sent';
import { alarmPeriodInvalid } from './alarm-period-invalid';
import { alarmReversed } from './alarm-reversed';
import { alarmTopicKeyManaged } from './alarm-topic-key-managed';
import { alarmTopicRefusesCloudWatch } from './alarm-topic-refuses-cloud-watch';
import { alarmUnheard } from './alarm-unheard';
import { alarmWindowShorterThanTimeout } from './alarm-window-shorter-than-timeout';
import { allErrorsNotLast } from './all-errors-not-last';
import { asyncConfigOfOtherQualifier } from './async-config-of-other-qualifier';
import { asyncFailureNotKept } from './async-failure-not-kept';
import { batchNotBisected } from './batch-not-bisected';
import { batchNotPartial } from './batch-not-partial';
import { batchWithoutWindow } from './batch-without-window';
import { catchReplacesInput } from './catch-replaces-input';
import { classResponseStatusSet } from './class-response-status-set';
import { cognitoTriggerTooSlow } from './cognito-trigger-too-slow';
import { compositeAlarmTooLarge } from './composite-alarm-too-large';
import { customResourceTimeoutMissing } from './custom-resource-timeout-missing';
import { deadLetterExpiredOnArrival } from './dead-letter-expired-on-arrival';
import { deadLetterQueueRefusesService } from './dead-letter-queue-refuses-service';
import { deadLetterRetentionShort } from './dead-letter-retention-short';
import { deadLettersUnused } from './dead-letters-unused';
import { defaultResponseNotOne } from './default-response-not-one';
import { deliveryUnheard } from './delivery-unheard';
import { durableDestination } from './durable-destination';
import { durableErrorsAlarm } from './durable-errors-alarm';
import { durableInvokedUnqualified } from './durable-invoked-unqualified';
import { durableMappingTooLong } from './durable-mapping-too-long';
import { errorsAnsweredAsSuccess } from './errors-answered-as-success';
import { experimentWithoutStop } from './experiment-without-stop';
import { expressWithoutCatch } from './express-without-catch';
import { expressWithoutLogs } from './express-without-logs';
import { failureKeyNotPermitted } from './failure-key-not-permitted';
import { failureQueueRetentionShort } from './failure-queue-retention-short';
import { failureQueueWithoutAlarm } from './failure-queue-without-alarm';
import { failureTargetNotPermitted } from './failure-target-not-permitted';
import { failureUnheard } from './failure-unheard';
import { faultInjectionWithStreaming } from './fault-injection-with-streaming';
import { fifoBatchingWindow } from './fifo-batching-window';
import { fifoFailureTarget } from './fifo-failure-target';
import { functionOutlivesIntegration } from './function-outlives-integration';
import { gatewayResponseOfHttpApi } from './gateway-response-of-http-api';
import { gatewayResponseTypeUnknown } from './gateway-response-type-unknown';
import { gatewayResponsesWithoutCors } from './gateway-responses-without-cors';
import { gatewayTemplateQuotedMessage } from './gateway-template-quoted-message';
import { goErrorTypeMeaningless } from './go-error-type-meaningless';
import { goWrapperIgnored } from './go-wrapper-ignored';
import { httpMethodUnknown } from './http-method-unknown';
import { insightsAlarmUnordered } from './insights-alarm-unordered';
import { integrationFailureStatusMissing } from './integration-failure-status-missing';
import { integrationStatusNotDeclared } from './integration-status-not-declared';
import { integrationTimeoutTooLong } from './integration-timeout-too-long';
import { invokerNotPermitted } from './invoker-not-permitted';
import { iotRuleWithoutErrorAction } from './iot-rule-without-error-action';
import { jsonFilterOnTextLogs } from './json-filter-on-text-logs';
import { kafkaFunctionTooSlow } from './kafka-function-too-slow';
import { kafkaRetriesCapped } from './kafka-retries-capped';
import { kafkaRetriesNeedProvisionedMode } from './kafka-retries-need-provisioned-mode';
import { lambdaIntegrationNotPost } from './lambda-integration-not-post';
import { loadBalancerErrorsUnseen } from './load-balancer-errors-unseen';
import { logLevelWithText } from './log-level-with-text';
import { logsNotPermitted } from './logs-not-permitted';
import { lossUnheard } from './loss-unheard';
import { mappingDisabled } from './mapping-disabled';
import { mappingMetricNotEnabled } from './mapping-metric-not-enabled';
import { mappingSettingUnsupported } from './mapping-setting-unsupported';
import { maxReceiveCountLow } from './max-receive-count-low';
import { maxReceiveCountOutOfRange } from './max-receive-count-out-of-range';
import { metricFilterUnbalanced } from './metric-filter-unbalanced';
import { payloadFormatMissing } from './payload-format-missing';
import { pipeWithoutDeadLetters } from './pipe-without-dead-letters';
import { qualifierLatestMisspelt } from './qualifier-latest-misspelt';
import { queueFeedsItself } from './queue-feeds-itself';
import { queueTypesDiffer } from './queue-types-differ';
import { queueUrlInsteadOfArn } from './queue-url-instead-of-arn';
import { recordAgeTooYoung } from './record-age-too-young';
import { recursionAllowed } from './recursion-allowed';
import { redriveDenied } from './redrive-denied';
import { reservedConcurrencyBelowScaling } from './reserved-concurrency-below-scaling';
import { reservedConcurrencyZero } from './reserved-concurrency-zero';
import { ruleWithoutDeadLetters } from './rule-without-dead-letters';
import { scalingWithProvisionedPollers } from './scaling-with-provisioned-pollers';
import { scheduleWithoutDeadLetters } from './schedule-without-dead-letters';
import { selectionPatternInvalid } from './selection-pattern-invalid';
import { selectionPatternIsGlob } from './selection-pattern-is-glob';
import { selectionPatternMatchesSuccess } from './selection-pattern-matches-success';
import { selectionPatternMissesNewlines } from './selection-pattern-misses-newlines';
import { sourceQueueWithoutDeadLetters } from './source-queue-without-dead-letters';
import { stageLogsMissing } from './stage-logs-missing';
import { stageLogsWithoutCause } from './stage-logs-without-cause';
import { stateErrorUnknown } from './state-error-unknown';
import { streamDropsSilently } from './stream-drops-silently';
import { streamRetriesEndless } from './stream-retries-endless';
import { streamingUriMismatch } from './streaming-uri-mismatch';
import { subscriptionProtocolUnknown } from './subscription-protocol-unknown';
import { subscriptionWithoutDeadLetters } from './subscription-without-dead-letters';
import { successDestinationBucket } from './success-destination-bucket';
import { taskDoesNotWait } from './task-does-not-wait';
import { taskRetriesMissThrottles } from './task-retries-miss-throttles';
import { taskWithoutRetry } from './task-without-retry';
import { tenantIsolationUnsupported } from './tenant-isolation-unsupported';
import { timeoutNotHandled } from './timeout-not-handled';
import { topicDestinationTooSmall } from './topic-destination-too-small';
import { traceEndsAtGateway } from './trace-ends-at-gateway';
import { tracingNotPermitted } from './tracing-not-permitted';
import { urlNotPermitted } from './url-not-permitted';
import { visibilityTimeoutShort } from './visibility-timeout-short';
import type { Rule } from '../private/rule';

/** Every rule. `docs/rules.md` is generated from this list. */
export const RULES: readonly Rule[] = [
  alarmActionNotArn,
  alarmActionsDisabled,
  alarmDatapointsExceedPeriods,
  alarmDimensionNeverMatches,
  alarmMetricMisspelt,
  alarmMissingDataBreaching,
  alarmMissingDataDefault,
  alarmNeedsConstantErrors,
  alarmOnMessagesSent,
  alarmPeriodInvalid,
  alarmReversed,
  alarmTopicKeyManaged,
  alarmTopicRefusesCloudWatch,
  alarmUnheard,
  alarmWindowShorterThanTimeout,
  allErrorsNotLast,
  asyncConfigOfOtherQualifier,
  asyncFailureNotKept,
  batchNotBisected,
  batchNotPartial,
  batchWithoutWindow,
  catchReplacesInput,
  classResponseStatusSet,
  cognitoTriggerTooSlow,
  compositeAlarmTooLarge,
  customResourceTimeoutMissing,
  deadLetterExpiredOnArrival,
  deadLetterQueueRefusesService,
  deadLetterRetentionShort,
  deadLettersUnused,
  defaultResponseNotOne,
  deliveryUnheard,
  durableDestination,
  durableErrorsAlarm,
  durableInvokedUnqualified,
  durableMappingTooLong,
  errorsAnsweredAsSuccess,
  experimentWithoutStop,
  expressWithoutCatch,
  expressWithoutLogs,
  failureKeyNotPermitted,
  failureQueueRetentionShort,
  failureQueueWithoutAlarm,
  failureTargetNotPermitted,
  failureUnheard,
  faultInjectionWithStreaming,
  fifoBatchingWindow,
  fifoFailureTarget,
  functionOutlivesIntegration,
  gatewayResponseOfHttpApi,
  gatewayResponseTypeUnknown,
  gatewayResponsesWithoutCors,
  gatewayTemplateQuotedMessage,
  goErrorTypeMeaningless,
  goWrapperIgnored,
  httpMethodUnknown,
  insightsAlarmUnordered,
  integrationFailureStatusMissing,
  integrationStatusNotDeclared,
  integrationTimeoutTooLong,
  invokerNotPermitted,
  iotRuleWithoutErrorAction,
  jsonFilterOnTextLogs,
  kafkaFunctionTooSlow,
  kafkaRetriesCapped,
  kafkaRetriesNeedProvisionedMode,
  lambdaIntegrationNotPost,
  loadBalancerErrorsUnseen,
  logLevelWithText,
  logsNotPermitted,
  lossUnheard,
  mappingDisabled,
  mappingMetricNotEnabled,
  mappingSettingUnsupported,
  maxReceiveCountLow,
  maxReceiveCountOutOfRange,
  metricFilterUnbalanced,
  payloadFormatMissing,
  pipeWithoutDeadLetters,
  qualifierLatestMisspelt,
  queueFeedsItself,
  queueTypesDiffer,
  queueUrlInsteadOfArn,
  recordAgeTooYoung,
  recursionAllowed,
  redriveDenied,
  reservedConcurrencyBelowScaling,
  reservedConcurrencyZero,
  ruleWithoutDeadLetters,
  scalingWithProvisionedPollers,
  scheduleWithoutDeadLetters,
  selectionPatternInvalid,
  selectionPatternIsGlob,
  selectionPatternMatchesSuccess,
  selectionPatternMissesNewlines,
  sourceQueueWithoutDeadLetters,
  stageLogsMissing,
  stageLogsWithoutCause,
  stateErrorUnknown,
  streamDropsSilently,
  streamRetriesEndless,
  streamingUriMismatch,
  subscriptionProtocolUnknown,
  subscriptionWithoutDeadLetters,
  successDestinationBucket,
  taskDoesNotWait,
  taskRetriesMissThrottles,
  taskWithoutRetry,
  tenantIsolationUnsupported,
  timeoutNotHandled,
  topicDestinationTooSmall,
  traceEndsAtGateway,
  tracingNotPermitted,
  urlNotPermitted,
  visibilityTimeoutShort,
];
