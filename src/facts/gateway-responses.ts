import type { Fact } from './fact';

/** A response that a REST API gives by itself, without an integration or instead of its answer. */
export interface GatewayResponse extends Fact {
  /** As in `AWS::ApiGateway::GatewayResponse.ResponseType`. */
  readonly type: string;
  /**
   * The status it is given with unless changed.
   *
   * @default - a fallback for other types: giving it a status rewrites every one of its class that has none
   */
  readonly defaultStatus?: number;
  /** Who is at fault: the client, the API's own settings and limits, an authorizer, or the function behind it. */
  readonly cause: 'client' | 'api' | 'authorizer' | 'function';
  readonly when: string;
  /**
   * A trap.
   *
   * @default - none
   */
  readonly note?: string;
}

const source = 'api-gateway/gateway-responses';

/** Every gateway response type. */
export const GATEWAY_RESPONSES = [
  { type: 'ACCESS_DENIED', defaultStatus: 403, cause: 'authorizer', source, when: 'an authorizer denied the request' },
  { type: 'API_CONFIGURATION_ERROR', defaultStatus: 500, cause: 'api', source, when: 'no integration response matches, or a body could not be decoded' },
  { type: 'AUTHORIZER_CONFIGURATION_ERROR', defaultStatus: 500, cause: 'authorizer', source, when: 'the authorizer could not be reached or invoked' },
  { type: 'AUTHORIZER_FAILURE', defaultStatus: 500, cause: 'authorizer', source, when: 'the authorizer failed or returned a bad policy' },
  { type: 'BAD_REQUEST_BODY', defaultStatus: 400, cause: 'client', source, when: 'the body does not match the model' },
  { type: 'BAD_REQUEST_PARAMETERS', defaultStatus: 400, cause: 'client', source, when: 'a parameter is missing or invalid' },
  { type: 'DEFAULT_4XX', cause: 'client', source, when: 'any 4xx type that is not set itself' },
  { type: 'DEFAULT_5XX', cause: 'api', source, when: 'any 5xx type that is not set itself' },
  { type: 'EXPIRED_TOKEN', defaultStatus: 403, cause: 'client', source, when: 'the AWS authentication token has expired' },
  {
    type: 'INTEGRATION_FAILURE',
    defaultStatus: 504,
    cause: 'function',
    source,
    when: 'the integration failed, Lambda throttles included',
    note: 'Unset, clients get 500; set without a status, the same request gets the default of 504. Not documented by AWS.',
  },
  { type: 'INTEGRATION_TIMEOUT', defaultStatus: 504, cause: 'function', source, when: 'the function did not answer within the integration timeout and runs on' },
  { type: 'INVALID_API_KEY', defaultStatus: 403, cause: 'client', source, when: 'the API key is invalid' },
  { type: 'INVALID_SIGNATURE', defaultStatus: 403, cause: 'client', source, when: 'the AWS signature is invalid' },
  { type: 'MISSING_AUTHENTICATION_TOKEN', defaultStatus: 403, cause: 'client', source, when: 'no authentication token was sent, or the path and method do not exist' },
  { type: 'QUOTA_EXCEEDED', defaultStatus: 429, cause: 'client', source, when: 'the quota of the usage plan is used up' },
  { type: 'REQUEST_TOO_LARGE', defaultStatus: 413, cause: 'client', source, when: 'the request is too large' },
  { type: 'RESOURCE_NOT_FOUND', defaultStatus: 404, cause: 'client', source, when: 'the resource was not found after authentication' },
  { type: 'THROTTLED', defaultStatus: 429, cause: 'client', source, when: 'a limit of the method, stage, usage plan or account was reached; never a Lambda throttle' },
  { type: 'UNAUTHORIZED', defaultStatus: 401, cause: 'authorizer', source, when: 'the identity source is missing, or the authorizer answered "Unauthorized"' },
  { type: 'UNSUPPORTED_MEDIA_TYPE', defaultStatus: 415, cause: 'client', source, when: 'the content type is not supported and passthrough is off' },
  { type: 'WAF_FILTERED', defaultStatus: 403, cause: 'client', source, when: 'a web ACL blocked the request', note: 'A custom response of the web ACL wins over it.' },
] as const satisfies readonly GatewayResponse[];

/** A gateway response type, as in CloudFormation. */
export type GatewayResponseType = (typeof GATEWAY_RESPONSES)[number]['type'];
