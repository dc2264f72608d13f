export { RestApiErrorResponses } from '../api/rest-api-error-responses';
export type { RestApiErrorResponsesProps } from '../api/rest-api-error-responses';
