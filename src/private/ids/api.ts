import type { IdText } from './id-text';

export const API_ERRORS = {
  CorsOriginAmbiguous: {
    meaning: 'The API allows several origins, but an error answer can name only one.',
    fix: 'Set `corsAllowOrigin` to one of them.',
  },
  CorsOriginInvalid: {
    meaning: '`corsAllowOrigin` is neither `*` nor an origin, or has a path.',
    fix: 'Use scheme and host only: `https://shop.example`.',
  },
  CorsOriginNotAllowed: {
    meaning: "`corsAllowOrigin` is not among the origins of the API's `defaultCorsPreflightOptions`.",
    fix: 'Choose one of them, or allow it there.',
  },
  ErrorBodyNotJson: {
    meaning: 'An `ErrorBody` of your own renders something that is not JSON.',
    fix: 'Put the members of the answer behind colons as they are: their quotes are part of them.',
  },
  GatewayResponseConflict: {
    meaning: 'A gateway response of the API has a body or header that differs from what `RestApiErrorResponses` is to set.',
    fix: 'Remove it where the message says, or choose an `errorBody` and `corsAllowOrigin` that agree with it.',
  },
  GatewayResponseDuplicate: {
    meaning: 'A gateway response was defined after `RestApiErrorResponses` had made one of its type.',
    fix: 'Define it before the mixin is applied, which then completes it.',
  },
  IntegrationFailureStatusInvalid: {
    meaning: '`integrationFailureStatus` is neither 429 nor 500 to 599.',
    fix: 'Use 503, or 500 to tell a throttle from nothing else.',
  },
  RetryAfterInvalid: {
    meaning: 'A `retryAfter` is not in whole seconds, or below one.',
    fix: 'Use `Duration.seconds(n)` with n of at least 1.',
  },
  StageLoggingConflict: {
    meaning: 'The stage logs to another log group than the one asked for.',
    fix: 'Take one of the two away: leave `logGroup` of the mixin out, or remove the setting from the stage.',
  },
  StageThrottlingConflict: {
    meaning: 'The stage has a limit of requests of its own, different from the one asked for.',
    fix: 'Take one of the two away: leave the limit of the mixin out, or remove the setting from the stage.',
  },
  StageThrottlingOutOfRange: {
    meaning: '`throttlingRateLimit` or `throttlingBurstLimit` is below 0, or the latter is not a whole number.',
    fix: 'Use 0 or more, or leave it out for the limit of the account.',
  },
  SuccessStatusInvalid: {
    meaning: '`successStatus` is not 200 to 299.',
    fix: 'Use 200, 201 or 202; errors have their statuses in the catalogue.',
  },
} as const satisfies Record<string, IdText>;

export const API_WARNINGS = {
  'RestApiErrorResponses.deploymentUnchanged': {
    meaning: 'New error answers take effect with a new deployment of the API, but none is made when they change.',
    fix: 'Rename the `AWS::ApiGateway::Deployment` that the message names whenever they change, or use the `RestApi` construct.',
  },
  'RestApiErrorResponses.importedApi': {
    meaning: 'The REST API is imported, so that its gateway responses were left as they are.',
    fix: 'Apply the mixin where the API is defined.',
  },
  'StageErrorLogging.accountRoleUnknown': {
    meaning: 'A stage of a REST or WebSocket API is to log, and nothing in the app gives the account the role with which API Gateway writes logs.',
    fix: 'Set `CloudWatchRoleArn` of an `AWS::ApiGateway::Account` once for the account and region. Where that is done elsewhere, say `accountHasLogRole: true`.',
  },
  'StageErrorLogging.causesNotLogged': {
    meaning: 'The access log of the stage has a format of its own, without the variables that tell why a request failed.',
    fix: 'Add the variables that the message names, or leave the format out.',
  },
  'StageErrorLogging.importedStage': {
    meaning: 'The stage is imported, so its access log can be turned on only where it is defined.',
    fix: 'Apply the mixin in the app that defines the stage, or acknowledge the warning.',
  },
  'StageErrorLogging.unknownSetting': {
    meaning: 'A setting of the stage depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value is what you want, then acknowledge the warning.',
  },
  'RestApiErrorResponses.unknownSetting': {
    meaning: 'Headers or templates of a gateway response depend on a value that is known at deployment only, so that they were left as they are.',
    fix: 'Make them literal, or see to it that they agree with the other errors.',
  },
} as const satisfies Record<string, IdText>;
