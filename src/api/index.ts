export { ErrorBody } from './error-body';
export type { ErrorAnswer } from './error-body';
export { ErrorMappedLambdaIntegration } from './error-mapped-lambda-integration';
export type { ErrorMappedLambdaIntegrationOptions } from './error-mapped-lambda-integration';
export { OpenApiErrorResponses } from './open-api-error-responses';
export type { OpenApiErrorResponsesOptions } from './open-api-error-responses';
