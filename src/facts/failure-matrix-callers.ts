import type { FailureOutcomes } from './failure-matrix';
import type { InvokerId } from './invokers';

/** Whoever asked is told at once, and nobody tries again by itself. */
const TOLD = { retriedBy: 'nobody', tries: 'once', keptBy: 'caller' } as const;
const INTERNAL = '`{"message": "Internal server error"}`';
const LATE = 'the function runs on, and a caller that tries again runs it twice';

const SDK_FAILED = {
  ...TOLD, answer: { status: 200, header: 'X-Amz-Function-Error', text: 'the error as payload; SDKs do not throw' }, toldBy: ['functionErrors'], source: 'lambda/api-invoke',
} as const;
const SDK_REFUSED = { ...TOLD, retriedBy: 'caller', tries: 'as-the-caller-decides', source: 'lambda/api-invoke' } as const;

const REST = { ...TOLD, source: 'lambda/with-api-gateway-errors' } as const;
const REST_FAILED = { ...REST, answer: { status: 502, text: INTERNAL }, toldBy: ['functionErrors', 'restApiServerErrors'] } as const;
const REST_REFUSED = { ...REST, answer: { status: 500, text: INTERNAL } } as const;
const REST_LATE = {
  ...REST, within: 'restIntegrationTimeout', answer: { status: 504 }, toldBy: ['restApiServerErrors'], source: 'api-gateway/gateway-responses', note: LATE,
} as const;

const MAPPED_FAILED = {
  ...TOLD, answer: { status: 200, text: 'the error as body, unless a selection pattern matches the whole message' }, toldBy: ['functionErrors'], source: 'api-gateway/lambda-integration-errors',
} as const;
const MAPPED_REFUSED = { ...REST_REFUSED, confidence: 'community', note: 'it never reaches a selection pattern' } as const;

const HTTP = { ...TOLD, answer: { status: 500, text: '`{"message": "Internal Server Error"}`' }, source: 'api-gateway/http-api-troubleshooting' } as const;
const HTTP_FAILED = { ...HTTP, toldBy: ['functionErrors', 'httpApiServerErrors'] } as const;

const SOCKET = {
  ...TOLD, answer: { text: 'a frame with "Internal server error"; the connection stays open, but is refused when `$connect` fails' }, source: 'api-gateway/websocket-route-response', confidence: 'community',
} as const;
const SOCKET_FAILED = { ...SOCKET, toldBy: ['functionErrors', 'webSocketIntegrationErrors'] } as const;
const SOCKET_REFUSED = { ...SOCKET, toldBy: ['webSocketExecutionErrors'] } as const;

const URL_FAILED = { ...TOLD, answer: { status: 502 }, toldBy: ['functionErrors', 'functionUrlServerErrors'], source: 'lambda/url-monitoring' } as const;

const BALANCER = { ...TOLD, answer: { status: 502 }, source: 'alb/troubleshooting' } as const;
const BALANCER_FAILED = { ...BALANCER, toldBy: ['functionErrors', 'targetLambdaUserErrors'] } as const;

const AUTHORIZER = { ...TOLD, answer: { status: 500 }, source: 'api-gateway/authorizers' } as const;
const AUTHORIZER_FAILED = { ...AUTHORIZER, toldBy: ['functionErrors', 'restApiServerErrors'] } as const;

const GRAPHQL = { ...TOLD, answer: { status: 200, error: 'Lambda:Unhandled', text: 'a GraphQL error' }, source: 'appsync/resolvers', confidence: 'unchecked' } as const;
const GRAPHQL_FAILED = { ...GRAPHQL, toldBy: ['functionErrors'] } as const;

const EDGE = { ...TOLD, source: 'cloudfront/edge-functions', confidence: 'unchecked' } as const;
const EDGE_FAILED = { ...EDGE, answer: { status: 502 }, toldBy: ['functionErrors'], note: 'the metrics are in the region of the edge location' } as const;

/** Callers who wait for HTTP answers, and those who call the API themselves. */
export const CALLER_FAILURES = {
  'sdk': {
    'function-error': SDK_FAILED,
    'timeout': { ...SDK_FAILED, answer: { ...SDK_FAILED.answer, error: 'Sandbox.Timedout' }, confidence: 'derived' },
    'crash': { ...SDK_FAILED, answer: { ...SDK_FAILED.answer, error: 'Runtime.ExitError' }, confidence: 'derived' },
    'poison-record': SDK_FAILED,
    'throttle': { ...SDK_REFUSED, answer: { status: 429, error: 'TooManyRequestsException' }, toldBy: ['functionThrottles'] },
    'missing-permission': { ...TOLD, answer: { status: 403, error: 'AccessDeniedException' }, toldBy: [], source: 'lambda/api-invoke', confidence: 'unchecked' },
    'too-old': { ...SDK_REFUSED, answer: { text: 'the client gives up by its own timeout' }, toldBy: [], note: LATE },
  },
  'rest-api': {
    'function-error': REST_FAILED,
    'timeout': REST_FAILED,
    'crash': REST_FAILED,
    'poison-record': REST_FAILED,
    'throttle': { ...REST_REFUSED, toldBy: ['functionThrottles', 'restApiServerErrors'] },
    'missing-permission': { ...REST_REFUSED, toldBy: ['restApiServerErrors'] },
    'too-old': REST_LATE,
  },
  'rest-api-mapped': {
    'function-error': MAPPED_FAILED,
    'timeout': { ...MAPPED_FAILED, confidence: 'derived' },
    'crash': { ...MAPPED_FAILED, confidence: 'derived' },
    'poison-record': MAPPED_FAILED,
    'throttle': { ...MAPPED_REFUSED, toldBy: ['functionThrottles', 'restApiServerErrors'] },
    'missing-permission': { ...MAPPED_REFUSED, toldBy: ['restApiServerErrors'] },
    'too-old': REST_LATE,
  },
  'http-api': {
    'function-error': HTTP_FAILED,
    'timeout': { ...HTTP_FAILED, confidence: 'derived' },
    'crash': { ...HTTP_FAILED, confidence: 'derived' },
    'poison-record': HTTP_FAILED,
    'throttle': { ...HTTP, toldBy: ['functionThrottles', 'httpApiServerErrors'], confidence: 'community', note: 'some saw 503' },
    'missing-permission': { ...HTTP, toldBy: ['httpApiServerErrors'] },
    'too-old': {
      ...HTTP, within: 'httpIntegrationTimeout', answer: { status: 503, text: '`{"message": "Service Unavailable"}`' }, toldBy: ['httpApiServerErrors'], confidence: 'unchecked', note: LATE,
    },
  },
  'websocket-api': {
    'function-error': SOCKET_FAILED,
    'timeout': SOCKET_FAILED,
    'crash': SOCKET_FAILED,
    'poison-record': SOCKET_FAILED,
    'throttle': { ...SOCKET_REFUSED, toldBy: ['functionThrottles', 'webSocketExecutionErrors'] },
    'missing-permission': SOCKET_REFUSED,
    'too-old': { ...SOCKET_REFUSED, within: 'webSocketIntegrationTimeout', note: LATE },
  },
  'function-url': {
    'function-error': URL_FAILED,
    'timeout': URL_FAILED,
    'crash': URL_FAILED,
    'poison-record': URL_FAILED,
    'throttle': { ...TOLD, answer: { status: 429 }, toldBy: ['functionThrottles', 'functionUrlClientErrors'], source: 'lambda/url-configuration' },
    'missing-permission': { ...TOLD, answer: { status: 403 }, toldBy: ['functionUrlClientErrors'], source: 'lambda/url-auth' },
    'too-old': { ...URL_FAILED, within: 'functionTimeout', confidence: 'derived', note: 'a URL waits for as long as the function may run' },
  },
  'load-balancer': {
    'function-error': BALANCER_FAILED,
    'timeout': BALANCER_FAILED,
    'crash': BALANCER_FAILED,
    'poison-record': BALANCER_FAILED,
    'throttle': { ...BALANCER, toldBy: ['functionThrottles', 'targetLambdaUserErrors'] },
    'missing-permission': { ...BALANCER, toldBy: ['targetLambdaUserErrors'], confidence: 'derived' },
    'too-old': { ...BALANCER, answer: { status: 504 }, toldBy: ['targetLambdaInternalErrors'], confidence: 'derived', note: LATE },
  },
  'authorizer': {
    'function-error': AUTHORIZER_FAILED,
    'timeout': AUTHORIZER_FAILED,
    'crash': AUTHORIZER_FAILED,
    'poison-record': AUTHORIZER_FAILED,
    'throttle': { ...AUTHORIZER, toldBy: ['functionThrottles', 'restApiServerErrors'] },
    'missing-permission': { ...AUTHORIZER, toldBy: ['restApiServerErrors'], source: 'api-gateway/gateway-responses' },
    'too-old': { ...AUTHORIZER, within: 'httpAuthorizerTimeout', toldBy: ['restApiServerErrors'], confidence: 'derived', note: 'the time is that of an HTTP API' },
  },
  'appsync': {
    'function-error': GRAPHQL_FAILED,
    'timeout': GRAPHQL_FAILED,
    'crash': GRAPHQL_FAILED,
    'poison-record': GRAPHQL_FAILED,
    'throttle': { ...GRAPHQL, answer: { status: 200, text: 'a GraphQL error' }, toldBy: ['functionThrottles'] },
    'missing-permission': { ...GRAPHQL, answer: { status: 200, text: 'a GraphQL error' }, toldBy: [] },
    'too-old': { ...GRAPHQL, answer: { status: 200, text: 'a GraphQL error' }, toldBy: [], note: LATE },
  },
  'cloudfront': {
    'function-error': EDGE_FAILED,
    'timeout': { ...EDGE_FAILED, answer: { status: 503 } },
    'crash': { ...EDGE_FAILED, answer: { status: 503 } },
    'poison-record': EDGE_FAILED,
    'throttle': { ...EDGE_FAILED, answer: { status: 503 }, toldBy: ['functionThrottles'] },
    'missing-permission': { ...EDGE, answer: { status: 502 }, toldBy: [] },
    'too-old': { ...EDGE_FAILED, answer: { status: 503 } },
  },
} as const satisfies Partial<Record<InvokerId, FailureOutcomes>>;
