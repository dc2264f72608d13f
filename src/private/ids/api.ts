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
    meaning: '`corsAllowOrigin` is not among the origins of `defaultCorsPreflightOptions`, or of the OPTIONS methods.',
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
  HttpHeaderReserved: {
    meaning: 'A header is one that API Gateway lets nobody set in an HTTP API, or its name is none.',
    fix: 'Use another name, such as `x-request-id`.',
  },
  HttpIntegrationMappingConflict: {
    meaning: 'The integration maps a status or header of an error to something else than `HttpIntegrationErrorMapping` is to.',
    fix: 'Take one of the two away: leave it out of the options of the mixin, or remove it from the integration.',
  },
  HttpIntegrationMappingUnsupported: {
    meaning: 'The integration is one of a WebSocket API, whose answers have neither status nor headers.',
    fix: 'Apply the mixin to HTTP APIs only. For WebSocket APIs there is `mixins.WebSocketRouteResponse`.',
  },
  HttpStatusMappingInvalid: {
    meaning: '`statuses` maps a status that is none of an error, or to one that is none.',
    fix: 'Use 400 to 599 on both sides.',
  },
  IntegrationFailureStatusInvalid: {
    meaning: '`integrationFailureStatus` is neither 429 nor 500 to 599.',
    fix: 'Use 503, or 500 to tell a throttle from nothing else.',
  },
  MethodErrorMappingConflict: {
    meaning: 'A method has an integration response that would choose another answer than the catalogue, or is another one.',
    fix: 'Remove what the message names, and put the errors that it is for into the catalogue.',
  },
  RetryAfterInvalid: {
    meaning: 'A `retryAfter` is not in whole seconds, or below one.',
    fix: 'Use `Duration.seconds(n)` with n of at least 1.',
  },
  RouteResponseConflict: {
    meaning: 'The route has an expression of its own for choosing a route response, and API Gateway knows `$default` only.',
    fix: 'Remove the expression, or leave the mixin out for this route.',
  },
  RouteResponseUnsupported: {
    meaning: 'The route is one of an HTTP API, which sends every answer back by itself.',
    fix: 'Apply the mixin to WebSocket APIs only.',
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
  'HttpIntegrationErrorMapping.functionOutlivesIntegration': {
    meaning: 'The function may run longer than the HTTP API waits, and runs on after the caller got 503.',
    fix: 'Lower the timeout of the function below that of the integration, or acknowledge the warning.',
  },
  'HttpIntegrationErrorMapping.unknownSetting': {
    meaning: 'The response parameters of the integration depend on a value that is known at deployment only, so they were left as they are.',
    fix: 'Check that errors are mapped as you want, then acknowledge the warning.',
  },
  'WebSocketRouteResponse.integrationResponseMissing': {
    meaning: 'The integration of the route has no proxy, and no integration response for what matches nothing else, so that no answer is sent.',
    fix: 'Add an `AWS::ApiGatewayV2::IntegrationResponse` with the key `$default`.',
  },
  'WebSocketRouteResponse.unknownSetting': {
    meaning: 'Whether the route has a response depends on a value that is known at deployment only, so it was left as it is.',
    fix: 'Check that the value is `$default`, then acknowledge the warning.',
  },
  'MethodErrorMapping.deploymentUnchanged': {
    meaning: 'New answers of a method take effect with a new deployment of the API, but none is made when they change.',
    fix: 'Rename the `AWS::ApiGateway::Deployment` that the message names whenever they change, or use the `RestApi` construct.',
  },
  'MethodErrorMapping.proxyMethod': {
    meaning: 'The method calls Lambda through its proxy, where API Gateway maps no errors.',
    fix: 'Answer errors in the handler, or use an integration without proxy.',
  },
  'MethodErrorMapping.unknownSetting': {
    meaning: 'What the method calls or answers depends on a value that is known at deployment only, so that it was left as it is.',
    fix: 'Make it literal, or see to it that every error is answered.',
  },
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
  'RestIntegration.functionTimeoutTooLong': {
    meaning: 'A function may run longer than the REST API waits for it: the caller gets 504, or half a stream, while it runs on.',
    fix: 'Make the timeout of the function shorter than that of the integration, or acknowledge the warning.',
  },
  'RestIntegration.streamingNeedsProxy': {
    meaning: 'A method is to stream the response of an integration that is no proxy, which API Gateway does not support.',
    fix: 'Use the type `AWS_PROXY`, or the transfer mode `BUFFERED`.',
  },
  'RestIntegration.streamingTimeoutOutOfRange': {
    meaning: 'The integration timeout of a streamed response is not from 50 milliseconds to 15 minutes.',
    fix: 'Set `timeoutInMillis` to 900000 or less.',
  },
  'RestIntegration.streamingUriMismatch': {
    meaning: 'Only one of `ResponseTransferMode` and the URI of a method says that the response is streamed, which API Gateway does not support.',
    fix: 'Set both: `STREAM`, and a URI that ends with `/response-streaming-invocations`; or none.',
  },
} as const satisfies Record<string, IdText>;
