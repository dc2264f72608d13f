export { RestApiErrorResponses, RestApiErrorResponsesProps } from '../api/rest-api-error-responses';
export { FunctionAsyncFailure, FunctionAsyncFailureProps } from '../failure/function-async-failure';
export { FunctionDeadLetter, FunctionDeadLetterProps } from '../failure/function-dead-letter';
export { FunctionTracing, FunctionTracingProps } from '../tracing/function-tracing';
