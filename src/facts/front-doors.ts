import type { Fact } from './fact';
import type { InvokerId } from './invokers';

/** Who decides what a caller reads of an error. */
export type Decider =
  /** The front door, by what the function reports: one answer for each error. */
  | 'front-door-by-error'
  /** The front door, by the status of the answer. */
  | 'front-door-by-status'
  /** The function, in what it returns: an error that it reports instead gets one answer for all. */
  | 'function'
  /** Nobody: it is one for all. */
  | 'nobody';

/** What can be done about errors of a function where callers come in. */
export interface FrontDoor extends Fact {
  readonly name: string;
  /** What a caller gets when the function reports an error, without any of this. */
  readonly byDefault: string;
  readonly status: Decider;
  readonly body: Decider;
  /** Whether the front door can say of a single request what failed. */
  readonly log: 'access-log' | 'field-log' | 'none';
  /** Whether X-Ray traces requests from here, and not only from the function on. */
  readonly traced: boolean;
  /** What can be done, and how. */
  readonly can: string;
  /** What can't be done. */
  readonly cannot: string;
}

const API_GATEWAY = { log: 'access-log', traced: false } as const;

/** Where callers come in, and what can be done about errors there. Nobody of these tries again. */
export const FRONT_DOORS = {
  'rest-api': {
    ...API_GATEWAY,
    name: 'REST API, proxy integration',
    byDefault: '502 `Internal server error`',
    status: 'function',
    body: 'function',
    traced: true,
    can: 'answer with a `statusCode` and body from the function; change what API Gateway answers by itself, per type of gateway response',
    cannot: 'tell errors that the function reports apart: all are 502, and no gateway response is for them alone',
    source: 'lambda/with-api-gateway-errors',
  },
  'rest-api-mapped': {
    ...API_GATEWAY,
    name: 'REST API, integration without proxy',
    byDefault: '200 with the error as body',
    status: 'front-door-by-error',
    body: 'front-door-by-error',
    traced: true,
    can: 'select an integration response by the message of the error, with status, headers and a template for the body',
    cannot: 'see the type of the error, or what Lambda refuses: that is a gateway response',
    source: 'api-gateway/lambda-integration-errors',
  },
  'http-api': {
    ...API_GATEWAY,
    name: 'HTTP API',
    byDefault: '500 `Internal Server Error`',
    status: 'front-door-by-status',
    body: 'function',
    can: 'change the status and headers of an answer by the status that the integration returned',
    cannot: 'change a body, or tell two errors of one status apart; there are no gateway responses, and answers of API Gateway itself are not documented to be changed',
    source: 'api-gateway/http-api-parameter-mapping',
  },
  'websocket-api': {
    ...API_GATEWAY,
    name: 'WebSocket API',
    byDefault: 'a message `Internal server error`; what the function returns reaches nobody',
    status: 'nobody',
    body: 'function',
    can: 'send back what the function returns, with a route response; refuse a connection in `$connect`; map errors by their message in an integration without proxy',
    cannot: 'answer on `$disconnect`, or have integration responses with a proxy integration',
    source: 'api-gateway/websocket-integration-responses',
  },
  'function-url': {
    name: 'Function URL',
    byDefault: '502',
    status: 'function',
    body: 'function',
    log: 'none',
    traced: false,
    can: 'answer with a `statusCode` and body from the function',
    cannot: 'change what Lambda answers by itself, 502, 429 and 403; log requests that never reach the function',
    source: 'lambda/url-invocation',
  },
  'load-balancer': {
    name: 'Application Load Balancer',
    byDefault: '502',
    status: 'function',
    body: 'function',
    log: 'access-log',
    traced: false,
    can: 'answer with a `statusCode` and body from the function; read `error_reason` in the access log',
    cannot: 'change what the load balancer answers by itself; tell errors of the function by `HTTPCode_Target_5XX`, which does not count them',
    source: 'alb/troubleshooting',
  },
  'appsync': {
    name: 'AppSync resolver',
    byDefault: '200 with an entry in `errors`, `Lambda:Unhandled`',
    status: 'nobody',
    body: 'front-door-by-error',
    log: 'field-log',
    traced: true,
    can: 'raise another error with `util.error()` in the response handler of the resolver',
    cannot: 'answer with another status; say more than a message and a type without a resolver of code',
    source: 'appsync/resolvers',
    confidence: 'unchecked',
  },
  'authorizer': {
    ...API_GATEWAY,
    name: 'Lambda authorizer',
    byDefault: '500 when it fails, 403 for a denial, 401 for `Unauthorized`',
    status: 'nobody',
    body: 'nobody',
    can: 'change the answer with the gateway responses `AUTHORIZER_FAILURE`, `ACCESS_DENIED` and `UNAUTHORIZED` of a REST API',
    cannot: 'change it in an HTTP or WebSocket API; tell failures from those of the integration by a metric: only the access log does',
    source: 'api-gateway/authorizers',
  },
} as const satisfies Partial<Record<InvokerId, FrontDoor>>;

/** The id of a front door: that of the invoker. */
export type FrontDoorId = keyof typeof FRONT_DOORS;

/** Headers of an HTTP API that no parameter mapping may change, in lower case. A star stands for the rest of the name. */
export const RESERVED_HEADERS = {
  names: [
    'access-control-*', 'apigw-*', 'authorization', 'connection', 'content-encoding', 'content-length', 'content-location', 'forwarded', 'keep-alive', 'origin',
    'proxy-authenticate', 'proxy-authorization', 'te', 'trailers', 'transfer-encoding', 'upgrade', 'x-amz-*', 'x-amzn-*', 'x-forwarded-for', 'x-forwarded-host',
    'x-forwarded-proto', 'via',
  ],
  source: 'api-gateway/http-api-parameter-mapping',
} as const satisfies Fact & { readonly names: readonly string[] };
