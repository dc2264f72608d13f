import { answer, render, type IntegrationResponse } from '../../../test/api/api-gateway-evaluator';
import { invokeOnce, testWithEmulator } from '../../../test/runtime-emulator';
import { ORDER_ERRORS } from '../error-catalog';
import { AGREED_ERRORS, compiledHandler } from './support/handlers';
import { idsOf, ordersTemplate } from './support/synthesized';

interface Integration {
  readonly IntegrationResponses: IntegrationResponse[];
  readonly RequestTemplates: Record<string, string>;
}

const template = ordersTemplate();

function integrationOf(httpMethod: string): Integration {
  const methods = idsOf(template, 'AWS::ApiGateway::Method').map((id) => template.Resources[id].Properties);
  return methods.find(({ HttpMethod }) => HttpMethod === httpMethod).Integration;
}

const statusOf = (errorType: string) => ORDER_ERRORS.definitions.find(({ code }) => code === errorType)?.httpStatus ?? 500;

test.each(AGREED_ERRORS.map((agreed) => [agreed.case, agreed.error] as const))('%s is answered as the catalogue says', (_, error) => {
  for (const method of ['GET', 'POST']) {
    const { status, headers, body } = answer(integrationOf(method).IntegrationResponses, JSON.stringify(error), true);
    expect(status).toBe(statusOf(error.errorType));
    expect(headers).toMatchObject({ 'Content-Type': 'application/problem+json' });
    expect(JSON.parse(body)).toMatchObject({ status, code: status === 500 ? 'InternalError' : error.errorType });
  }
});

test('an error that passes says when to try again', () => {
  const error = { errorMessage: '[StockBusy] the stock of "tea" is being changed by someone else', errorType: 'StockBusy' };
  expect(answer(integrationOf('POST').IntegrationResponses, JSON.stringify(error), true))
    .toMatchObject({ status: 503, headers: { 'Retry-After': '2' } });
});

/** What API Gateway would do with a request and with what the compiled handler makes of it. */
async function call(method: string, resource: string, request: { id?: string; body?: string }): Promise<{ status: number; body: any }> {
  const { RequestTemplates, IntegrationResponses } = integrationOf(method);
  const context = { httpMethod: method, resourcePath: resource, path: resource, requestId: 'r-1', apiId: 'a', stage: 'prod', identity: { sourceIp: '192.0.2.1' } };
  const event = render(RequestTemplates['application/json'], request.body ?? '', context, paramsOf(request.id));
  const { payload, isError } = await invokeOnce(compiledHandler('api'), JSON.parse(event));
  const { status, body } = answer(IntegrationResponses, payload, isError);
  return { status, body: JSON.parse(body) };
}

const asMap = (entries: Record<string, string>) => ({ keySet: () => Object.keys(entries), get: (name: string) => entries[name] });

function paramsOf(id?: string): object {
  const parts: Record<string, object> = { header: asMap({}), querystring: asMap({}), path: asMap(id === undefined ? {} : { id }) };
  return { get: (name: string) => parts[name] };
}

testWithEmulator('from a request through the compiled handler to the answer', async () => {
  const order = { customer: 'ada@example.com', items: [{ sku: 'tea', quantity: 1 }] };
  await expect(call('GET', '/orders/{id}', { id: '1001' })).resolves.toMatchObject({ status: 200, body: { id: '1001', status: 'PAID' } });
  await expect(call('GET', '/orders/{id}', { id: '"\'\n' })).resolves.toMatchObject({ status: 404, body: { code: 'OrderNotFound' } });
  await expect(call('POST', '/orders', { body: JSON.stringify(order) })).resolves.toMatchObject({ status: 201, body: { ...order, status: 'PLACED' } });
  await expect(call('POST', '/orders', { body: '{"customer":"ada@example.com","items":[]}' })).resolves.toMatchObject({
    status: 422,
    body: { title: 'Unprocessable Content', detail: '[InvalidOrder] items must hold at least one item', code: 'InvalidOrder' },
  });
  await expect(call('POST', '/orders', { body: '{"customer":"ada@example.com","items":[{"sku":"teapot","quantity":2}]}' }))
    .resolves.toMatchObject({ status: 409, body: { code: 'OutOfStock' } });
}, 180_000);
