import type { FailureOutcomes } from '../../src/facts/failure-matrix';
import { CALLER_FAILURES } from '../../src/facts/failure-matrix-callers';
import { FUNCTION_URL_ANSWERS } from '../../src/facts/function-url-answers';
import { GATEWAY_RESPONSES, type GatewayResponse } from '../../src/facts/gateway-responses';
import { INVOKE_ERRORS } from '../../src/facts/invoke-errors';

test('all of them are told', () => {
  for (const outcomes of Object.values(CALLER_FAILURES)) {
    for (const { keptBy, answer } of Object.values(outcomes)) expect([keptBy, typeof answer]).toEqual(['caller', 'object']);
  }
});

test.each([
  ['rest-api', [502, 502, 502, 500, 500, 502, 504]],
  ['rest-api-mapped', [200, 200, 200, 500, 500, 200, 504]],
  ['http-api', [500, 500, 500, 500, 500, 500, 503]],
  ['load-balancer', [502, 502, 502, 502, 502, 502, 504]],
  ['sdk', [200, 200, 200, 429, 403, 200, undefined]],
] as const)('%s answers %j', (invoker, statuses) => {
  const outcomes: FailureOutcomes = CALLER_FAILURES[invoker];
  const order = ['function-error', 'timeout', 'crash', 'throttle', 'missing-permission', 'poison-record', 'too-old'] as const;
  expect(order.map((failure) => outcomes[failure].answer?.status)).toEqual(statuses);
});

test('statuses agree with what is said elsewhere', () => {
  expect(CALLER_FAILURES.sdk.throttle.answer.status).toBe(INVOKE_ERRORS.find(({ name }) => name === 'TooManyRequestsException')?.httpStatus);
  const late: GatewayResponse | undefined = GATEWAY_RESPONSES.find(({ type }) => type === 'INTEGRATION_TIMEOUT');
  expect(CALLER_FAILURES['rest-api']['too-old'].answer.status).toBe(late?.defaultStatus);
  const url = FUNCTION_URL_ANSWERS.map(({ status }) => status);
  for (const { answer } of Object.values(CALLER_FAILURES['function-url'])) expect(url).toContain(answer.status);
});
