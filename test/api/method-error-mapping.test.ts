import { Aspects, Shims, Token } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { MethodErrorMapping } from '../../src/api/method-error-mapping';
import type { MethodErrorMappingProps } from '../../src/api/method-error-mapping';
import { ErrorCatalog } from '../../src/catalog/error-catalog';
import { ErrorDefinition } from '../../src/catalog/error-definition';
import { include } from '../conformance/describe-mixin';
import { nodeFunction, testStack } from '../support';
import { answer } from './api-gateway-evaluator';
import { CATALOG, DEFINITIONS, deploymentId, methodProperties } from './orders-api';

interface Live {
  readonly stack: Stack;
  readonly api: apigateway.RestApi;
  readonly method: apigateway.Method;
}

/** A method as somebody had it before this library. */
function live(integration: apigateway.LambdaIntegrationOptions = {}, options: apigateway.MethodOptions = {}): Live {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  const method = api.root.addResource('orders').addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack), {
    proxy: false, requestTemplates: { 'application/json': '{"id":1}' }, integrationResponses: [{ statusCode: '200' }], ...integration,
  }), { methodResponses: [{ statusCode: '200' }], ...options });
  return { stack, api, method };
}

const mapping = (props: Partial<MethodErrorMappingProps> = {}) => new MethodErrorMapping({ catalog: CATALOG, ...props });
const failure = (errorMessage: string) => JSON.stringify({ errorMessage, errorType: 'X', stackTrace: ['at secret'] });

describe('what callers get', () => {
  const { stack, method } = live();
  method.with(mapping());
  const properties = methodProperties(stack);
  const responses = properties.Integration.IntegrationResponses;

  test.each(DEFINITIONS.map(definition => [definition.code, definition.httpStatus] as const))('%s is a %d', (code, status) => {
    const answered = answer(responses, failure(`[${code}] no`), true);
    expect(answered.status).toBe(status);
    expect(JSON.parse(answered.body)).toMatchObject({ code, status });
  });

  test('a success is what it was, an error without a message is none, and no stack trace is sent', () => {
    expect(answer(responses, '{"id":"42"}', false)).toEqual({ status: 200, headers: {}, body: '{"id":"42"}' });
    expect(answer(responses, failure(''), false).status).toBe(500);
    expect(answer(responses, failure('boom'), true).body).not.toContain('secret');
  });

  test('what the function gets is as it was', () => {
    expect(properties.Integration.RequestTemplates).toEqual({ 'application/json': '{"id":1}' });
    expect(properties.Integration.PassthroughBehavior).toBeUndefined();
  });

  test('every status is declared once', () => {
    const statuses = (all: any[]) => all.map(({ StatusCode }) => StatusCode).sort();
    expect(statuses(properties.MethodResponses)).toEqual(statuses(responses));
  });
});

test('a success of the user keeps its status, template and headers, and gets those of CORS', () => {
  const { stack, api, method } = live({
    integrationResponses: [{ statusCode: '303', responseTemplates: { 'application/json': '' }, responseParameters: { 'method.response.header.Location': 'integration.response.body.url' } }],
  }, { methodResponses: [{ statusCode: '303', responseParameters: { 'method.response.header.Location': true } }] });
  method.with(mapping());
  api.root.getResource('orders')!.addCorsPreflight({ allowOrigins: ['https://shop.example'] });
  const { Integration, MethodResponses } = methodProperties(stack);
  expect(Integration.IntegrationResponses[0]).toEqual({
    StatusCode: '303',
    ResponseTemplates: { 'application/json': '' },
    ResponseParameters: { 'method.response.header.Location': 'integration.response.body.url', 'method.response.header.Access-Control-Allow-Origin': "'https://shop.example'" },
  });
  expect(MethodResponses[0].ResponseParameters).toEqual({ 'method.response.header.Location': true, 'method.response.header.Access-Control-Allow-Origin': true });
  expect(Integration.IntegrationResponses.every(({ ResponseParameters }: any) => ResponseParameters['method.response.header.Access-Control-Allow-Origin'] === "'https://shop.example'")).toBe(true);
});

test('it completes what raw overrides say', () => {
  const { stack, method } = live();
  (method.node.defaultChild as apigateway.CfnMethod).addPropertyOverride('Integration.IntegrationResponses', [{ StatusCode: '202' }]);
  method.with(mapping());
  const { Integration, MethodResponses } = methodProperties(stack);
  expect(Integration.IntegrationResponses.map(({ StatusCode }: any) => StatusCode)).toEqual(['202', '400', '404', '429', '500', '502', '503', '504']);
  expect(MethodResponses.map(({ StatusCode }: any) => StatusCode)).toContain('202');
});

test('MethodErrorMappingConflict: the message names what to remove', () => {
  const { method } = live({ integrationResponses: [{ statusCode: '404', selectionPattern: '.*not found.*' }] });
  expect(() => method.with(mapping())).toThrow(expect.objectContaining({
    name: 'MethodErrorMappingConflict',
    message: expect.stringMatching(/response 404 has the selectionPattern "\.\*not found\.\*".*remove it.*Stack\/Api\/Default\/orders\/GET/),
  }));
  const other = live();
  other.method.with(mapping({ catalog: ErrorCatalog.of(ErrorDefinition.client('Gone', { httpStatus: 404 })) }));
  expect(() => other.method.with(mapping())).toThrow(expect.objectContaining({ name: 'MethodErrorMappingConflict' }));
});

test('MethodErrorMappingConflict: a template that differs is named', () => {
  const one = live();
  one.method.with(mapping());
  expect(() => one.method.with(mapping({ catalog: ErrorCatalog.of(...DEFINITIONS.slice(1), ErrorDefinition.client('OrderNotFound', { httpStatus: 404, message: 'Other' })) })))
    .toThrow(/responseTemplates\['application\/json'\] of the response 404 differs/);
});

describe('the deployment', () => {
  const id = (change: (one: Live) => void) => {
    const one = live();
    change(one);
    return deploymentId(one.stack);
  };
  const mapped = (...definitions: ErrorDefinition[]) => ({ method }: Live) => { method.with(mapping({ catalog: ErrorCatalog.of(...definitions) })); };
  const [gone, busy] = [ErrorDefinition.client('Gone'), ErrorDefinition.temporary('Busy')];

  test('is another one when the catalogue is', () => {
    const changes = [() => {}, mapped(), mapped(gone), mapped(gone, busy), mapped(ErrorDefinition.client('Gone', { message: 'It left' })), mapped(ErrorDefinition.client('Gone', { httpStatus: 410 }))];
    const ids = changes.map(id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is the same when the catalogue is: declared in another order, applied twice, or as an aspect', () => {
    const twice = (one: Live) => { mapped(gone, busy)(one); mapped(gone, busy)(one); };
    const aspect = ({ stack }: Live) => Aspects.of(stack).add(Shims.asAspect(mapping({ catalog: ErrorCatalog.of(gone, busy) })));
    expect([mapped(busy, gone), twice, aspect].map(id)).toEqual(Array(3).fill(id(mapped(gone, busy))));
  });

  test('MethodErrorMapping.deploymentUnchanged: that of an included API is named', () => {
    const stack = testStack();
    const uri = 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:orders/invocations';
    include(stack, {
      Resources: {
        Shop: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'shop' } },
        Get: {
          Type: 'AWS::ApiGateway::Method',
          Properties: { RestApiId: { Ref: 'Shop' }, ResourceId: { 'Fn::GetAtt': ['Shop', 'RootResourceId'] }, HttpMethod: 'GET', AuthorizationType: 'NONE', Integration: { Type: 'AWS', Uri: uri } },
        },
        Live: { Type: 'AWS::ApiGateway::Deployment', DependsOn: 'Get', Properties: { RestApiId: { Ref: 'Shop' } } },
      },
    }).with(mapping());
    expect(methodProperties(stack).Integration.IntegrationResponses).toHaveLength(8);
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp("AWS::ApiGateway::Deployment 'Live'"));
  });

  test('MethodErrorMapping.deploymentUnchanged: that of an API of another app is not here', () => {
    const stack = testStack();
    const api = apigateway.RestApi.fromRestApiAttributes(stack, 'Api', { restApiId: 'abc', rootResourceId: 'def' });
    api.root.addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack), { proxy: false })).with(mapping());
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('its API is defined elsewhere'));
  });
});

describe('methods that it is not for', () => {
  test('MethodErrorMapping.proxyMethod: a proxy is left, and said to be', () => {
    const { stack, method } = live({ proxy: true });
    const before = methodProperties(stack);
    const other = live({ proxy: true });
    other.method.with(mapping());
    expect(methodProperties(other.stack)).toEqual(before);
    Annotations.fromStack(other.stack).hasWarning(`/${method.node.path}/Resource`, Match.stringLikeRegexp('answer errors in the handler'));
  });

  test('MethodErrorMapping.unknownSetting: what only the deployment knows is left', () => {
    const { stack, method } = live();
    const l1 = method.node.defaultChild as apigateway.CfnMethod;
    l1.integration = { ...l1.integration as apigateway.CfnMethod.IntegrationProperty, type: Token.asString({ Ref: 'Type' }) };
    method.with(mapping());
    Annotations.fromStack(stack).hasWarning('*', Match.stringLikeRegexp('What this method calls depends on a value'));
  });

  test('a whole scope is fine: what is no call of Lambda stays without a word', () => {
    const { stack, api } = live();
    api.root.addCorsPreflight({ allowOrigins: ['*'] });
    stack.with(mapping());
    expect(methodProperties(stack, 'OPTIONS').Integration.IntegrationResponses).toHaveLength(1);
    Annotations.fromStack(stack).hasNoWarning('*', Match.anyValue());
  });
});

test('what is asked for wrongly is said at once', () => {
  expect(() => mapping({ corsAllowOrigin: 'shop' })).toThrow(expect.objectContaining({ name: 'CorsOriginInvalid' }));
  expect(() => mapping({ successStatus: 500 })).toThrow(expect.objectContaining({ name: 'SuccessStatusInvalid' }));
});
