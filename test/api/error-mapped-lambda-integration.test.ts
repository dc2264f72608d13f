import { Duration } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ErrorBody } from '../../src/api/error-body';
import { ErrorMappedLambdaIntegration } from '../../src/api/error-mapped-lambda-integration';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { nodeFunction, testStack } from '../support';
import { answer } from './api-gateway-evaluator';
import { CATALOG, DEFINITIONS, deploymentId, methodProperties, ordersApi } from './orders-api';

const responsesOf = (properties: any) => properties.Integration.IntegrationResponses;
const statusesOf = (responses: any[]) => responses.map(response => response.StatusCode);
const failure = (errorMessage: string) => JSON.stringify({ errorMessage, errorType: 'X' });

describe('what callers get', () => {
  const responses = responsesOf(methodProperties(ordersApi().stack));

  test.each(DEFINITIONS.map(definition => [definition.code, definition.httpStatus] as const))('%s is a %d', (code, status) => {
    const answered = answer(responses, failure(`[${code}] no`), true);
    expect(answered).toMatchObject({ status, headers: { 'Content-Type': 'application/problem+json' } });
    expect(JSON.parse(answered.body)).toMatchObject({ code, status });
  });

  test('Retry-After is sent as each error has it', () => {
    const waits = ['StockBusy', 'StockMoving', 'BankSlow', 'TooManyOrders'].map(code => answer(responses, failure(`[${code}]`), true).headers['Retry-After']);
    expect(waits).toEqual(['2', '60', '9', undefined]);
  });

  test('a success is a 200 with what the function returned', () => {
    expect(answer(responses, '{"id":"42"}', false)).toEqual({ status: 200, headers: {}, body: '{"id":"42"}' });
  });
});

describe('method responses', () => {
  test('every status of the integration is declared once, with every header', () => {
    const properties = methodProperties(ordersApi().stack);
    const headersOf = (response: any) => Object.keys(response.ResponseParameters ?? {});
    const declared = Object.fromEntries(properties.MethodResponses.map((response: any) => [response.StatusCode, headersOf(response)]));
    expect(Object.keys(declared).sort()).toEqual(statusesOf(responsesOf(properties)).sort());
    for (const response of responsesOf(properties)) {
      expect(declared[response.StatusCode]).toEqual(expect.arrayContaining(headersOf(response)));
    }
    expect(declared['503']).toContain('method.response.header.Retry-After');
  });

  test('what the user declares, before or after, stays and is declared once', () => {
    const { stack, method } = ordersApi({}, {}, { methodResponses: [{ statusCode: '200', responseModels: { 'application/json': apigateway.Model.EMPTY_MODEL } }] });
    method.addMethodResponse({ statusCode: '404', responseModels: { 'application/json': apigateway.Model.ERROR_MODEL } });
    const declared = methodProperties(stack).MethodResponses;
    expect(new Set(statusesOf(declared)).size).toBe(declared.length);
    expect(declared.find((response: any) => response.StatusCode === '200').ResponseModels).toEqual({ 'application/json': 'Empty' });
    expect(declared.find((response: any) => response.StatusCode === '404')).toEqual({
      StatusCode: '404', ResponseModels: { 'application/json': 'Error' }, ResponseParameters: { 'method.response.header.Content-Type': true },
    });
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });
});

describe('CORS', () => {
  const cors = (responses: any[]) => responses.map(response => response.ResponseParameters?.['method.response.header.Access-Control-Allow-Origin']);

  test('every answer has the headers that the resource allows, the success included', () => {
    const { stack } = ordersApi({}, { defaultCorsPreflightOptions: { allowOrigins: ['https://shop.example'] } });
    expect(new Set(cors(responsesOf(methodProperties(stack))))).toEqual(new Set(["'https://shop.example'"]));
  });

  test('a page can read Retry-After', () => {
    const { stack } = ordersApi({}, { defaultCorsPreflightOptions: { allowOrigins: ['*'] } });
    const busy = responsesOf(methodProperties(stack)).find((response: any) => response.StatusCode === '503');
    expect(busy.ResponseParameters['method.response.header.Access-Control-Expose-Headers']).toBe("'Retry-After'");
  });

  test('CorsOriginAmbiguous: one of several is chosen by the user', () => {
    const api = { defaultCorsPreflightOptions: { allowOrigins: ['https://a.example', 'https://b.example'] } };
    expect(() => ordersApi({}, api)).toThrow(expect.objectContaining({ name: 'CorsOriginAmbiguous' }));
    const { stack } = ordersApi({ corsAllowOrigin: 'https://b.example' }, api);
    expect(new Set(cors(responsesOf(methodProperties(stack))))).toEqual(new Set(["'https://b.example'"]));
  });

  test('an API without CORS has no CORS headers', () => {
    expect(new Set(cors(responsesOf(methodProperties(ordersApi().stack))))).toEqual(new Set([undefined]));
  });
});

describe('the deployment', () => {
  const id = (...definitions: ErrorDefinition[]) => deploymentId(ordersApi({ catalog: ErrorCatalog.of(...definitions) }).stack);
  const [gone, busy] = [ErrorDefinition.client('Gone'), ErrorDefinition.temporary('Busy')];

  test('is another one when the catalogue is', () => {
    const ids = [id(), id(gone), id(gone, busy), id(ErrorDefinition.client('Gone', { message: 'It left' })), id(ErrorDefinition.client('Gone', { httpStatus: 410 }))];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same when the catalogue is, in whatever order it is declared', () => {
    expect(id(gone, busy)).toBe(id(busy, gone));
  });
});

describe('options', () => {
  test('a success may have another status and a template of its own', () => {
    const { stack } = ordersApi({ successStatus: 201, successTemplates: { 'application/json': '{"order":$input.json(\'$\')}' } });
    expect(answer(responsesOf(methodProperties(stack)), '{"id":1}', false)).toMatchObject({ status: 201, body: '{"order":{"id":1}}' });
  });

  test.each([199, 300, 404, 200.5])('SuccessStatusInvalid: %d is no success', successStatus => {
    expect(() => ordersApi({ successStatus })).toThrow(expect.objectContaining({ name: 'SuccessStatusInvalid', message: expect.stringContaining(`got ${successStatus}`) }));
  });

  test('a plain body needs no content type of its own', () => {
    const { stack } = ordersApi({ errorBody: ErrorBody.plain() });
    const answered = answer(responsesOf(methodProperties(stack)), failure('[OrderNotFound]'), true);
    expect(answered.headers).toEqual({});
    expect(JSON.parse(answered.body)).toMatchObject({ message: 'Order not found', code: 'OrderNotFound' });
  });

  test('a request without a template is refused unless the user says else, and by default a function gets an event', () => {
    expect(methodProperties(ordersApi().stack).Integration).toMatchObject({
      Type: 'AWS', PassthroughBehavior: 'NEVER', RequestTemplates: { 'application/json': expect.stringContaining('"pathParameters"') },
    });
  });

  test('what API Gateway does with the function is as the user says', () => {
    const { stack } = ordersApi({
      requestTemplates: { 'application/json': '{}' },
      passthroughBehavior: apigateway.PassthroughBehavior.WHEN_NO_MATCH,
      timeout: Duration.seconds(5),
      requestParameters: { 'integration.request.header.X-Amz-Client-Context': "'e30='" },
      allowTestInvoke: false,
    });
    expect(methodProperties(stack).Integration).toMatchObject({
      RequestTemplates: { 'application/json': '{}' },
      PassthroughBehavior: 'WHEN_NO_MATCH',
      TimeoutInMillis: 5000,
      RequestParameters: { 'integration.request.header.X-Amz-Client-Context': "'e30='" },
    });
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Permission', 1);
  });
});

test('one integration serves several methods, each with the CORS of its resource', () => {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  const integration = new ErrorMappedLambdaIntegration(nodeFunction(stack), { catalog: CATALOG });
  api.root.addResource('a', { defaultCorsPreflightOptions: { allowOrigins: ['https://a.example'] } }).addMethod('GET', integration);
  api.root.addResource('b').addMethod('PUT', integration);
  expect(methodProperties(stack, 'GET').Integration.IntegrationResponses[0].ResponseParameters).toEqual({ 'method.response.header.Access-Control-Allow-Origin': "'https://a.example'" });
  expect(methodProperties(stack, 'PUT').Integration.IntegrationResponses[0].ResponseParameters).toBeUndefined();
  expect(methodProperties(stack, 'PUT').MethodResponses).toHaveLength(methodProperties(stack, 'GET').MethodResponses.length);
});
