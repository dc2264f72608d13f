import { readFileSync } from 'fs';
import { join } from 'path';
import { testing } from '../../../src';
import { exampleOf } from '../../test/support/layout';
import { callService } from '../../test/support/node-service';
import { removeScratchFolders, synthesize } from '../../test/support/synthesized';

const { Failure, FailureSimulator, Invoker } = testing;
const EXAMPLE = exampleOf('rest-api');
const POST = (body: object) => ['handler', { httpMethod: 'POST', body: JSON.stringify(body) }] as const;
const { directory, templates } = synthesize(EXAMPLE);
const template = templates['OrdersApi.template.json'] as { Resources: Record<string, { Type: string; Properties: { HttpMethod?: string } }> };

afterAll(removeScratchFolders);

function answerTo(httpMethod: string, errorType: string, errorMessage: string) {
  const [invokerId] = Object.entries(template.Resources).find(([, { Type, Properties }]) => Type === 'AWS::ApiGateway::Method' && Properties.HttpMethod === httpMethod)!;
  const failure = Failure.functionError(errorType, errorMessage);
  return FailureSimulator.fromTemplate(template).simulateId('OrdersFunction', Invoker.REST_API_MAPPED, failure, { invokerId }).answer!;
}

const [found, , ...errors] = callService(EXAMPLE, [
  ['handler', { httpMethod: 'GET', pathParameters: { id: '42' } }],
  POST({ id: '43', items: [{ sku: 'apple', quantity: 1 }] }),
  ['handler', { httpMethod: 'GET', pathParameters: { id: '7' } }],
  POST({ id: '43', items: [{ sku: 'apple', quantity: 1 }] }),
  POST({ id: '44' }),
]);

test('the function finds an order', () => {
  expect(found.returned).toMatchObject({ id: '42' });
});

test.each([
  ['GET', 'OrderNotFound', 404, 'Order not found'],
  ['POST', 'OrderExists', 409, 'Order exists'],
  ['POST', 'OrderInvalid', 422, '[OrderInvalid] an order needs at least one item'],
])('%s: what the function throws as %s is answered with %d', (httpMethod, code, status, detail) => {
  const { errorType, errorMessage } = errors.find((error) => error.errorType === code)!;
  const answer = answerTo(httpMethod, errorType, errorMessage);

  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body!)).toMatchObject({ status, code, detail });
  expect(answer.headers).toMatchObject({ 'Access-Control-Allow-Origin': 'https://shop.example.com' });
});

test('an error that is in no catalogue is a 500 that tells nothing', () => {
  const answer = answerTo('GET', 'TypeError', 'table orders-prod is gone');

  expect(answer.status).toBe(500);
  expect(answer.body).not.toContain('orders-prod');
});

test('the document for callers has each error', () => {
  const { components } = JSON.parse(readFileSync(join(directory, 'errors.openapi.json'), 'utf8'));
  const codes = Object.values<any>(components.responses).flatMap(({ content }) => Object.keys(content['application/problem+json'].examples));

  expect(codes).toEqual(expect.arrayContaining(['OrderNotFound', 'OrderExists', 'OrderInvalid', 'StockBusy']));
});
