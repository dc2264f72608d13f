import * as fc from 'fast-check';
import { DOCUMENT, logLines, withCatalog } from './support';
import { ErrorBody } from '../../src/api/error-body';
import { ErrorMappedLambdaIntegration } from '../../src/api/error-mapped-lambda-integration';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { catalogDocument } from '../../src/function/private/catalog-document';
import { answerErrors, type HttpAnswer } from '../../src/handler/answer-errors';
import { LambdaError } from '../../src/handler/lambda-error';
import { answer, REQUEST_ID } from '../api/api-gateway-evaluator';
import { CATALOG, DEFINITIONS, methodProperties, ordersApi } from '../api/orders-api';

const EVENT = { requestContext: { requestId: REQUEST_ID } };

async function answerTo(error: unknown, event: object = EVENT, catalog = DOCUMENT): Promise<any> {
  return answerErrors(() => { throw error; }, { catalog })(event, {});
}

/** What callers get of the same error through a REST API without proxy integration. */
function mapped(error: Error, errorBody?: ErrorBody): HttpAnswer {
  const { Integration } = methodProperties(ordersApi({ errorBody }).stack);
  const payload = JSON.stringify({ errorMessage: error.message, errorType: error.name });
  const { status, headers, body } = answer(Integration.IntegrationResponses, payload, true);
  return { statusCode: status, headers, body };
}

test(`every error is answered as ${ErrorMappedLambdaIntegration.name} answers it`, async () => {
  logLines();
  for (const { code } of DEFINITIONS) {
    const error = new LambdaError(code, 'with "quotes", a $ and\n#if');
    const { body, ...rest } = await answerTo(new Error('wrapped', { cause: error }));
    const { body: expected, ...others } = mapped(error);
    expect(rest).toEqual(others);
    expect(JSON.parse(body)).toEqual(JSON.parse(expected));
  }
  const { body, ...rest } = await answerTo(new Error('disk full'));
  expect({ ...rest, body: JSON.parse(body) }).toEqual({ ...mapped(new Error('disk full')), body: JSON.parse(mapped(new Error('disk full')).body) });
});

test('an error without a code is told by how its message begins, where the catalogue says so', async () => {
  logLines();
  const catalog = ErrorCatalog.of(ErrorDefinition.client('QuotaUsed', { httpStatus: 402, messagePrefix: 'quota used', exposeFunctionMessage: true })).toJson();

  expect(await answerTo(new Error('quota used: 7 of 7'), EVENT, catalog)).toMatchObject({ statusCode: 402, body: expect.stringContaining('"quota used: 7 of 7"') });
  for (const other of [new Error('no quota used'), new LambdaError('Other', 'x'), 'quota used']) {
    expect(await answerTo(other, EVENT, catalog)).toMatchObject({ statusCode: 500 });
  }
});

test('in the same body, whatever shape it has', async () => {
  logLines();
  const error = new LambdaError('OrderNotFound', 'x');
  const { statusCode, headers, body } = await answerTo(error, EVENT, catalogDocument(CATALOG, ErrorBody.plain()));

  expect({ statusCode, headers }).toEqual({ statusCode: 404, headers: { 'Content-Type': 'application/json' } });
  expect(JSON.parse(body)).toEqual(JSON.parse(mapped(error, ErrorBody.plain()).body));
});

test('a success is returned as it is', async () => {
  const lines = logLines();
  await expect(answerErrors(() => 'done')(EVENT, {})).resolves.toBe('done');

  expect(lines).toEqual([]);
});

test('an abort signal that went off is 504, and in the log there is everything', async () => {
  const lines = logLines();
  const { statusCode, body } = await answerTo(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));

  expect({ statusCode, ...JSON.parse(body) }).toMatchObject({ statusCode: 504, status: 504, title: 'Gateway Timeout', code: 'ServiceTimeout', requestId: REQUEST_ID });
  expect(lines).toEqual([expect.objectContaining({ level: 'ERROR', httpStatus: 504, apiRequestId: REQUEST_ID, error: expect.stringContaining('The operation was aborted') })]);
});

test('a load balancer gets the description of the status, and headers of the kind that it sent', async () => {
  logLines();
  const error = new LambdaError('StockBusy', 'x');
  const elb = { requestContext: { elb: {} } };
  const { headers, body, ...single } = await answerTo(error, { ...elb, headers: { 'x-amzn-trace-id': 'Root=1' } });
  expect(single).toEqual({ statusCode: 503, statusDescription: '503 Service Unavailable' });
  expect(headers).toEqual({ 'Content-Type': 'application/problem+json', 'Retry-After': '2' });
  expect(JSON.parse(body).requestId).toBe('Root=1');

  const multi = await answerTo(error, { ...elb, multiValueHeaders: { 'x-amzn-trace-id': ['Root=2'] } });
  expect(multi.multiValueHeaders).toEqual({ 'Content-Type': ['application/problem+json'], 'Retry-After': ['2'] });
  expect(multi.headers).toBeUndefined();
  expect(JSON.parse(multi.body).requestId).toBe('Root=2');
});

test('an event of nothing is answered too', async () => {
  logLines();
  const { statusCode, body } = await withCatalog(DOCUMENT, () => answerErrors(() => { throw new Error('x'); }))(undefined, {}) as HttpAnswer;

  expect([statusCode, JSON.parse(body).requestId]).toEqual([500, '']);
});

test('headers are added to every error answer', async () => {
  logLines();
  const handler = withCatalog(DOCUMENT, () => answerErrors(() => { throw new Error('x'); }, { headers: { 'Access-Control-Allow-Origin': '*' } }));
  const { headers } = await handler({}, {}) as HttpAnswer;

  expect(headers).toEqual({ 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/problem+json' });
});

test('whatever is thrown, the answer is JSON with nothing of it that is not meant for callers', async () => {
  logLines();
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.anything({ withNullPrototype: true, withBigInt: true })), async (thrown) => {
    const { statusCode, body } = await answerTo(thrown);
    expect(statusCode).toBe(500);
    expect(JSON.parse(body)).toEqual({
      type: 'about:blank', title: 'Internal Server Error', status: 500, detail: 'The request could not be completed', code: 'InternalError', requestId: REQUEST_ID,
    });
  }), { numRuns: 200 });
});
