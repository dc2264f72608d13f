import type { Fact } from './fact';

/** The kinds of APIs of API Gateway. */
export type ApiKind = 'REST' | 'HTTP' | 'WEBSOCKET';

/** What API Gateway can write into an access log. A variable without a value is written as `-`, which AWS doesn't document. */
export interface AccessLogVariable extends Fact {
  readonly name: `$context.${string}`;
  /** What a line of JSON calls it. */
  readonly key: string;
  readonly apis: readonly ApiKind[];
  /** What it tells. */
  readonly tells: string;
  /**
   * Whether a line without it can't say why a request failed.
   *
   * @default false
   */
  readonly tellsCause?: boolean;
  /**
   * Another name of the same.
   *
   * @default - none
   */
  readonly also?: string;
}

const EVERY: readonly ApiKind[] = ['REST', 'HTTP', 'WEBSOCKET'];
const REST = { source: 'api-gateway/access-logging-variables', apis: EVERY } as const;
const HTTP = { source: 'api-gateway/http-api-access-logging-variables', apis: ['REST', 'HTTP'] } as const;
const SOCKET = { source: 'api-gateway/websocket-access-logging-variables', apis: ['WEBSOCKET'] } as const;
/** HTTP APIs have a single authorizer variable. */
const AUTHORIZATION = { ...SOCKET, apis: ['REST', 'WEBSOCKET'] } as const;
/** Used by people for WebSocket APIs; that page was not read again. */
const INTEGRATION = { ...REST, confidence: 'unchecked' } as const;

/** The variables that tell which request failed, and why. Addresses and names of callers are not among them. */
export const ACCESS_LOG_VARIABLES = [
  { ...REST, name: '$context.requestId', key: 'requestId', tells: 'the request, as the caller knows it; a log must have it' },
  { ...REST, name: '$context.extendedRequestId', key: 'extendedRequestId', tells: 'the request, as AWS Support knows it' },
  { ...REST, name: '$context.requestTime', key: 'requestTime', tells: 'when' },
  { ...REST, name: '$context.apiId', key: 'apiId', tells: 'the API' },
  { ...REST, name: '$context.stage', key: 'stage', tells: 'the stage' },
  { ...HTTP, name: '$context.httpMethod', key: 'httpMethod', tells: 'the method' },
  { ...REST, apis: ['REST'], name: '$context.resourcePath', key: 'resourcePath', tells: 'the resource, without what is in its place in the path' },
  { ...HTTP, apis: ['HTTP', 'WEBSOCKET'], name: '$context.routeKey', key: 'routeKey', tells: 'the route' },
  { ...SOCKET, name: '$context.eventType', key: 'eventType', tells: 'connect, message or disconnect' },
  { ...SOCKET, name: '$context.connectionId', key: 'connectionId', tells: 'the connection' },
  { ...SOCKET, name: '$context.messageId', key: 'messageId', tells: 'the message' },
  { ...REST, name: '$context.status', key: 'status', tells: 'what the caller got', tellsCause: true },
  { ...HTTP, name: '$context.responseLatency', key: 'responseLatency', tells: 'how long it took, in milliseconds' },
  { ...REST, name: '$context.error.message', key: 'errorMessage', tells: 'what API Gateway says' },
  { ...REST, name: '$context.error.responseType', key: 'errorResponseType', tells: 'the type of the gateway response', tellsCause: true },
  { ...INTEGRATION, name: '$context.integration.error', key: 'integrationError', tells: 'why calling the integration failed', tellsCause: true, also: '$context.integrationErrorMessage' },
  { ...INTEGRATION, name: '$context.integration.integrationStatus', key: 'integrationServiceStatus', tells: 'the status of the Lambda service', tellsCause: true, also: '$context.integrationStatus' },
  { ...INTEGRATION, name: '$context.integration.status', key: 'integrationStatus', tells: 'the status that the function returned' },
  { ...INTEGRATION, name: '$context.integration.latency', key: 'integrationLatency', tells: 'how long the integration took, in milliseconds' },
  { ...INTEGRATION, name: '$context.integration.requestId', key: 'integrationRequestId', tells: 'the request, as the log of the function knows it' },
  { ...REST, name: '$context.authorizer.error', key: 'authorizerError', tells: 'why the authorizer failed' },
  { ...AUTHORIZATION, name: '$context.authorizer.status', key: 'authorizerStatus', tells: 'the status that the authorizer returned' },
  { ...AUTHORIZATION, name: '$context.authorizer.integrationStatus', key: 'authorizerServiceStatus', tells: 'the status of the Lambda service for the authorizer' },
  { ...AUTHORIZATION, name: '$context.authorizer.requestId', key: 'authorizerRequestId', tells: 'the request, as the log of the authorizer knows it' },
  { ...AUTHORIZATION, name: '$context.authorize.error', key: 'authorizeError', tells: 'why the request was not allowed' },
  { ...AUTHORIZATION, name: '$context.authenticate.error', key: 'authenticateError', tells: 'why nobody knows who asked' },
  { ...REST, apis: ['REST'], name: '$context.waf.error', key: 'wafError', tells: 'why the web application firewall failed' },
  { ...REST, apis: ['REST'], name: '$context.waf.status', key: 'wafStatus', tells: 'the status of the web application firewall' },
  { ...REST, apis: ['REST'], name: '$context.xrayTraceId', key: 'xrayTraceId', tells: 'the trace' },
] as const satisfies readonly AccessLogVariable[];
