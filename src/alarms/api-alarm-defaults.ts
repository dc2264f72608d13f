import type { AlarmDefault } from './alarm-defaults';
import { AlarmSeverity } from './alarm-severity';
import { METRICS, type Metric } from '../facts/metrics';

/** The part of the longest that an integration may take, at which an answer is slow. */
export const SLOW_RATIO = 0.8;

/** A single answer in the last five minutes. Whoever called was told. */
const ANY = { threshold: 1, evaluationPeriods: 5, severity: AlarmSeverity.WARNING, perQualifier: false } as const;
const SLOW = { ...ANY, threshold: 'timeout' } as const;
/** AWS recommends 5 percent. In three minutes of five it is no accident. Nobody tries the requests again: they are given up. */
const RATE = { ...ANY, threshold: 5, datapointsToAlarm: 3, severity: AlarmSeverity.CRITICAL } as const;

function rateOf(of: Metric): { readonly rate: NonNullable<AlarmDefault['rate']> } {
  return { rate: { of, minimum: 20 } };
}

/** Told by access logs only: no metric of API Gateway keeps failures of authorizers apart. The name is that of the stage. */
const AUTHORIZER_FAILURES = {
  ...ANY,
  method: 'authorizerFailures',
  id: 'AuthorizerFailuresAlarm',
  metric: {
    namespace: 'LambdaErrorHandling',
    name: 'AuthorizerFailures',
    dimensions: [],
    statistic: 'Sum',
    absent: 'nothing-failed',
    emittedWhen: 'an access log has a 5xx status and an error of the authorizer',
    source: 'api-gateway/access-logging-variables',
  },
  description: 'The Lambda authorizer of API {name} failed, timed out, was throttled or gave a malformed answer, so that callers got a 5xx status. Look at its function: its log group, Errors and Throttles.',
} as const;

/** The alarms of a REST API. */
export const REST_API_ALARMS = {
  serverErrors: {
    ...ANY,
    method: 'serverErrors',
    id: 'ServerErrorsAlarm',
    metric: METRICS.restApiServerErrors,
    description: 'REST API {name} answered with a 5xx status: 502 where a function failed, 500 where it was throttled or refused, or an authorizer failed, 504 where it took too long. Look in the access log for the integration error.',
  },
  serverErrorRate: {
    ...RATE,
    ...rateOf(METRICS.restApiRequests),
    method: 'serverErrorRate',
    id: 'ServerErrorRateAlarm',
    metric: METRICS.restApiServerErrors,
    description: 'A large part of the requests to REST API {name} is answered with a 5xx status. Look in the access log for the integration error, and at Errors and Throttles of its functions.',
  },
  clientErrors: {
    ...ANY,
    method: 'clientErrors',
    id: 'ClientErrorsAlarm',
    metric: METRICS.restApiClientErrors,
    description: 'REST API {name} answered with a 4xx status: throttled, not authorized, a wrong request, or a client error of a function. Look in the access log for the status and the type of the response.',
  },
  clientErrorRate: {
    ...RATE,
    ...rateOf(METRICS.restApiRequests),
    severity: AlarmSeverity.WARNING,
    method: 'clientErrorRate',
    id: 'ClientErrorRateAlarm',
    metric: METRICS.restApiClientErrors,
    description: 'A large part of the requests to REST API {name} is answered with a 4xx status. Look in the access log for the status: a client that sends wrong requests, throttling, or an expired key.',
  },
  latency: {
    ...SLOW,
    method: 'latency',
    id: 'LatencyAlarm',
    metric: METRICS.restApiLatency,
    description: 'REST API {name} took nearly as long as its integration timeout to answer: the next answers may be 504. Look at Duration and Init Duration of its functions, and at what their code waits for.',
  },
  authorizerFailures: AUTHORIZER_FAILURES,
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm on what a REST or HTTP API answers. */
export type RequestAlarmName = keyof typeof REST_API_ALARMS;

/** The alarms of an HTTP API. */
export const HTTP_API_ALARMS = {
  serverErrors: {
    ...REST_API_ALARMS.serverErrors,
    metric: METRICS.httpApiServerErrors,
    description: 'HTTP API {name} answered with a 5xx status: 500 where a function failed, was throttled or refused, or an authorizer failed, 503 where it took too long. Look in the access log for the integration error.',
  },
  serverErrorRate: {
    ...REST_API_ALARMS.serverErrorRate,
    ...rateOf(METRICS.httpApiRequests),
    metric: METRICS.httpApiServerErrors,
    description: 'A large part of the requests to HTTP API {name} is answered with a 5xx status. Look in the access log for the integration error, and at Errors and Throttles of its functions.',
  },
  clientErrors: {
    ...REST_API_ALARMS.clientErrors,
    metric: METRICS.httpApiClientErrors,
    description: 'HTTP API {name} answered with a 4xx status: throttled, not authorized, no such route, or a client error of a function. Look in the access log for the status and the route.',
  },
  clientErrorRate: {
    ...REST_API_ALARMS.clientErrorRate,
    ...rateOf(METRICS.httpApiRequests),
    metric: METRICS.httpApiClientErrors,
    description: 'A large part of the requests to HTTP API {name} is answered with a 4xx status. Look in the access log for the status: a client that sends wrong requests, throttling, or an expired token.',
  },
  latency: {
    ...REST_API_ALARMS.latency,
    metric: METRICS.httpApiLatency,
    description: 'HTTP API {name} took nearly as long as its integration timeout to answer: the next answers may be 503. Look at Duration and Init Duration of its functions, and at what their code waits for.',
  },
  authorizerFailures: AUTHORIZER_FAILURES,
} as const satisfies Record<RequestAlarmName, AlarmDefault>;

/** The alarms of a WebSocket API. */
export const WEB_SOCKET_API_ALARMS = {
  executionErrors: {
    ...ANY,
    method: 'executionErrors',
    id: 'ExecutionErrorsAlarm',
    metric: METRICS.webSocketExecutionErrors,
    description: 'WebSocket API {name} could not call an integration: its function was throttled or refused the call, or took too long. Look in the access log for the integration error and the route.',
  },
  integrationErrors: {
    ...ANY,
    method: 'integrationErrors',
    id: 'IntegrationErrorsAlarm',
    metric: METRICS.webSocketIntegrationErrors,
    description: 'An integration of WebSocket API {name} answered with an error: its function failed, or answered with a 4xx or 5xx status. Look in the log group of the function of the route that the access log names.',
  },
  clientErrors: {
    ...ANY,
    method: 'clientErrors',
    id: 'ClientErrorsAlarm',
    metric: METRICS.webSocketClientErrors,
    description: 'WebSocket API {name} refused messages or connections before calling an integration: not authorized, throttled, no such route, or a wrong message. Look in the access log for the route and the error.',
  },
  integrationLatency: {
    ...SLOW,
    method: 'integrationLatency',
    id: 'IntegrationLatencyAlarm',
    metric: METRICS.webSocketIntegrationLatency,
    description: 'An integration of WebSocket API {name} took nearly as long as its timeout. Look at Duration and Init Duration of its functions, and at what their code waits for.',
  },
  authorizerFailures: AUTHORIZER_FAILURES,
} as const satisfies Record<string, AlarmDefault>;

/** The name of an alarm of a WebSocket API. */
export type WebSocketApiAlarmName = keyof typeof WEB_SOCKET_API_ALARMS;
