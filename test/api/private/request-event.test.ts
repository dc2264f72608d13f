import * as fc from 'fast-check';
import { REQUEST_EVENT } from '../../../src/api/private/request-event';
import { render } from '../api-gateway-evaluator';

const CONTEXT = {
  resourcePath: '/orders/{id}', path: '/prod/orders/42', httpMethod: 'POST', requestId: 'r-1', apiId: 'a-1', stage: 'prod', identity: { sourceIp: '192.0.2.1' },
};

function event(body: string, params: object = {}, stageVariables: object = {}) {
  return JSON.parse(render(REQUEST_EVENT, body, CONTEXT, { header: {}, querystring: {}, path: {}, ...params }, stageVariables));
}

test('a function gets what a proxy integration would send it', () => {
  const params = { header: { Accept: '*/*', Host: 'api.example' }, querystring: { full: 'yes' }, path: { id: '42' } };
  expect(event('{"sku":"tea"}', params, { table: 'orders' })).toEqual({
    resource: '/orders/{id}',
    path: '/prod/orders/42',
    httpMethod: 'POST',
    headers: { Accept: '*/*', Host: 'api.example' },
    queryStringParameters: { full: 'yes' },
    pathParameters: { id: '42' },
    stageVariables: { table: 'orders' },
    requestContext: { requestId: 'r-1', apiId: 'a-1', stage: 'prod', httpMethod: 'POST', resourcePath: '/orders/{id}', identity: { sourceIp: '192.0.2.1' } },
    body: '{"sku":"tea"}',
    isBase64Encoded: false,
  });
});

test('a request with nothing in it is an event too', () => {
  expect(event('{}')).toMatchObject({ headers: {}, queryStringParameters: {}, pathParameters: {}, stageVariables: {}, body: '{}' });
});

test('nothing that a caller sends can break the event', () => {
  const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^["'\\$#{}/\s]*$/));
  // `__proto__` would be lost in the objects of this test.
  const map = fc.dictionary(hostile.filter(name => name !== '__proto__'), hostile, { maxKeys: 3, noNullPrototype: true });
  fc.assert(fc.property(hostile, map, map, map, (body, header, querystring, path) => {
    expect(event(body, { header, querystring, path }))
      .toMatchObject({ body, headers: header, queryStringParameters: querystring, pathParameters: path });
  }));
});
