import { Duration, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ErrorBody } from '../../src/api/error-body';
import { OpenApiErrorResponses } from '../../src/api/open-api-error-responses';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { testStack } from '../support';
import { CATALOG, methodProperties, ordersApi } from './orders-api';

const STATUSES = ['400', '404', '429', '500', '502', '503', '504'];
const openApi = OpenApiErrorResponses.fromCatalog(CATALOG);
const { schemas, responses } = openApi.components as any;

test('an operation refers to one response per status', () => {
  expect(Object.keys(openApi.responses)).toEqual(STATUSES);
  for (const { $ref } of Object.values<any>(openApi.responses)) {
    expect(responses).toHaveProperty($ref.replace('#/components/responses/', ''));
  }
});

test('a response says what it is, when to come back, and shows each of its errors', () => {
  expect(responses.Error503).toEqual({
    description: 'Service Unavailable: StockBusy, StockMoving',
    headers: { 'Retry-After': { description: expect.any(String), schema: { type: 'integer', minimum: 1 } } },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Error' },
        examples: {
          StockBusy: {
            summary: 'Stock busy',
            value: { type: 'about:blank', title: 'Service Unavailable', status: 503, detail: 'Stock busy', code: 'StockBusy', requestId: expect.any(String) },
          },
          StockMoving: expect.anything(),
        },
      },
    },
  });
  expect(responses.Error404).not.toHaveProperty('headers');
  expect(Object.keys(responses.Error500.content['application/problem+json'].examples)).toEqual(['LedgerCorrupt', 'InternalError']);
});

test('text of the catalogue is shown as callers read it', () => {
  const { UserNotFound } = responses.Error404.content['application/problem+json'].examples;
  expect(UserNotFound.value).toMatchObject({ detail: 'Costs $input #if "quoted"', type: 'https://docs.example/#user' });
  expect(responses.Error400.content['application/problem+json'].examples.BadOrder.value.detail).toBe('[BadOrder] …');
});

test('the schema is that of the body, whatever its shape', () => {
  expect(schemas.Error).toMatchObject({ type: 'object', required: ['type', 'title', 'status', 'detail', 'code', 'requestId'], properties: { status: { type: 'integer' } } });
  const plain = OpenApiErrorResponses.fromCatalog(CATALOG, { errorBody: ErrorBody.plain() }).components as any;
  expect(plain.schemas.Error.required).toEqual(['message', 'code', 'requestId']);
  expect(plain.responses.Error404.content).toHaveProperty('application/json');
});

test('what API Gateway maps is what ErrorMappedLambdaIntegration maps', () => {
  const { stack } = ordersApi({}, { defaultCorsPreflightOptions: { allowOrigins: ['https://shop.example'] } });
  const mapped = Object.fromEntries(methodProperties(stack).Integration.IntegrationResponses.map((response: any) => [response.SelectionPattern ?? 'default', {
    statusCode: response.StatusCode, responseParameters: response.ResponseParameters, responseTemplates: response.ResponseTemplates,
  }]));
  expect(OpenApiErrorResponses.fromCatalog(CATALOG, { corsAllowOrigin: 'https://shop.example' }).integrationResponses).toEqual(mapped);
});

test('it fits into the definition of a SpecRestApi', () => {
  const stack = testStack();
  const integration = { type: 'aws', httpMethod: 'POST', uri: 'arn:…', responses: openApi.integrationResponses };
  new apigateway.SpecRestApi(stack, 'Api', {
    apiDefinition: apigateway.ApiDefinition.fromInline({
      openapi: '3.0.1', components: openApi.components, paths: { '/orders': { get: { 'responses': openApi.responses, 'x-amazon-apigateway-integration': integration } } },
    }),
  });
  const [{ Properties: { Body } }] = Object.values(Template.fromStack(stack).findResources('AWS::ApiGateway::RestApi'));
  expect(Body.paths['/orders'].get['x-amazon-apigateway-integration'].responses).toEqual(openApi.integrationResponses);
});

test('what it can\'t say is said at once', () => {
  const wait = Duration.seconds(Token.asNumber({ Ref: 'Wait' }));
  expect(() => OpenApiErrorResponses.fromCatalog(ErrorCatalog.of(ErrorDefinition.throttled('Fast', { retryAfter: wait })))).toThrow(expect.objectContaining({ name: 'ErrorRetryAfterUnknown' }));
  expect(() => OpenApiErrorResponses.fromCatalog(CATALOG, { corsAllowOrigin: 'shop' })).toThrow(expect.objectContaining({ name: 'CorsOriginInvalid' }));
});
