import { ErrorBody } from '../../../src/api/error-body';
import { GATEWAY_RESPONSE_TYPES, defaultStatus, renderGatewayAnswer } from '../../../src/api/private/gateway-answers';
import type { GatewayResponseType } from '../../../src/facts/gateway-responses';
import { REQUEST_ID } from '../api-gateway-evaluator';

const MESSAGE = 'Invalid "header" \\ Authorization';

/** As API Gateway fills in gateway responses: names are replaced, nothing is evaluated. */
function filledIn(type: GatewayResponseType, body = ErrorBody.problemDetails()) {
  return JSON.parse(renderGatewayAnswer(body, type, defaultStatus(type))
    .replaceAll('$context.error.messageString', () => JSON.stringify(MESSAGE))
    .replaceAll('$context.error.responseType', 'THE_TYPE')
    .replaceAll('$context.requestId', REQUEST_ID));
}

test.each(GATEWAY_RESPONSE_TYPES)('%s is valid JSON in both shapes', type => {
  expect(filledIn(type)).toMatchObject({ requestId: REQUEST_ID, type: 'about:blank' });
  expect(filledIn(type, ErrorBody.plain())).toMatchObject({ requestId: REQUEST_ID });
});

test('a caller reads what is wrong with the request', () => {
  expect(filledIn('UNAUTHORIZED')).toMatchObject({ status: 401, title: 'Unauthorized', detail: MESSAGE, code: 'UNAUTHORIZED' });
});

test.each(['API_CONFIGURATION_ERROR', 'AUTHORIZER_FAILURE', 'INTEGRATION_FAILURE', 'INTEGRATION_TIMEOUT', 'DEFAULT_5XX'] as const)('nobody reads about the inside in %s', type => {
  expect(filledIn(type).detail).not.toBe(MESSAGE);
});

test.each([['DEFAULT_4XX', 'Client Error'], ['DEFAULT_5XX', 'Server Error']] as const)('the fallback %s tells the type that it stands for, and no status', (type, title) => {
  expect(filledIn(type)).toMatchObject({ code: 'THE_TYPE', title });
  expect(filledIn(type)).not.toHaveProperty('status');
});

test('the status in the body is the one that is set', () => {
  expect(JSON.parse(renderGatewayAnswer(ErrorBody.problemDetails(), 'INTEGRATION_FAILURE', 429))).toMatchObject({ status: 429, title: 'Too Many Requests', detail: 'The service is not available' });
});
