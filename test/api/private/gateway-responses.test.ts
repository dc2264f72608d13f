import { App, Lazy, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { completeGatewayResponses } from '../../../src/api/private/gateway-responses';
import { testStack } from '../../support';

const THROTTLED = { type: 'THROTTLED', headers: { 'Retry-After': "'1'" }, body: (status: number | undefined) => `{"status":${status ?? 429}}` } as const;
const FAILURE = { type: 'INTEGRATION_FAILURE', status: 503, headers: {}, body: (status: number | undefined) => `{"status":${status}}` } as const;
const TYPE = 'AWS::ApiGateway::GatewayResponse';
const l1Of = (api: apigateway.RestApiBase) => api.node.defaultChild as apigateway.CfnRestApi;
const failsWith = (name: string, message: string) => expect.objectContaining({ name, message: expect.stringContaining(message) });

function restApi(stack: Stack): apigateway.RestApi {
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('GET');
  return api;
}

test('for an L2 it is made where addGatewayResponse would make it', () => {
  const [ours, theirs] = [testStack(), testStack()];
  completeGatewayResponses(l1Of(restApi(ours)), [THROTTLED]);
  restApi(theirs).addGatewayResponse('THROTTLED', {
    type: apigateway.ResponseType.THROTTLED, responseHeaders: { 'Retry-After': "'1'" }, templates: { 'application/json': '{"status":429}' },
  });
  expect(Template.fromStack(ours).findResources(TYPE)).toEqual(Template.fromStack(theirs).findResources(TYPE));
});

test('for an L1 it is made below it', () => {
  const stack = testStack();
  const [response] = completeGatewayResponses(new apigateway.CfnRestApi(stack, 'Api'), [THROTTLED]);
  expect(response.node.path).toBe('Stack/Api/THROTTLED');
});

test('one that exists is completed: what is unset is set, what is equal is left, a status and other templates are kept', () => {
  const stack = testStack();
  const api = restApi(stack);
  api.addGatewayResponse('Failed', {
    type: apigateway.ResponseType.INTEGRATION_FAILURE, statusCode: '502', responseHeaders: { 'retry-after': "'1'" }, templates: { 'text/plain': 'failed' },
  });
  completeGatewayResponses(l1Of(api), [{ ...FAILURE, headers: { 'Retry-After': "'1'", 'Content-Type': "'text/x'" } }]);
  Template.fromStack(stack).hasResourceProperties(TYPE, {
    StatusCode: '502',
    ResponseParameters: { 'gatewayresponse.header.retry-after': "'1'", 'gatewayresponse.header.Content-Type': "'text/x'" },
    ResponseTemplates: { 'text/plain': 'failed', 'application/json': '{"status":502}' },
  });
});

test('a status that is needed is written', () => {
  const stack = testStack();
  completeGatewayResponses(l1Of(restApi(stack)), [FAILURE, THROTTLED]);
  const template = Template.fromStack(stack);
  template.hasResourceProperties(TYPE, { ResponseType: 'INTEGRATION_FAILURE', StatusCode: '503', ResponseTemplates: { 'application/json': '{"status":503}' } });
  template.resourcePropertiesCountIs(TYPE, { StatusCode: '503' }, 1);
});

test('doing it twice changes nothing', () => {
  const stack = testStack();
  const api = l1Of(restApi(stack));
  expect(completeGatewayResponses(api, [THROTTLED])).toEqual(completeGatewayResponses(api, [THROTTLED]));
  Template.fromStack(stack).resourceCountIs(TYPE, 1);
});

describe('GatewayResponseConflict', () => {
  test('another body is not overwritten', () => {
    const api = restApi(testStack());
    api.addGatewayResponse('Slow', { type: apigateway.ResponseType.THROTTLED, templates: { 'application/json': '{}' } });
    expect(() => completeGatewayResponses(l1Of(api), [THROTTLED])).toThrow(failsWith('GatewayResponseConflict', "ResponseTemplates['application/json'] of the gateway response THROTTLED, which Stack/Api/Slow defines"));
  });

  test('another header is not overwritten', () => {
    const api = restApi(testStack());
    api.addGatewayResponse('Slow', { type: apigateway.ResponseType.THROTTLED, responseHeaders: { 'retry-after': "'60'" } });
    expect(() => completeGatewayResponses(l1Of(api), [THROTTLED])).toThrow(failsWith('GatewayResponseConflict', "it is \"'60'\" and should be \"'1'\""));
  });

  test('RestApiErrorResponses.unknownSetting: headers that nobody knows yet are left with a warning', () => {
    const stack = testStack();
    const api = new apigateway.CfnRestApi(stack, 'Api');
    new apigateway.CfnGatewayResponse(stack, 'Slow', { restApiId: api.ref, responseType: 'THROTTLED', responseParameters: Token.asAny({ 'Fn::FindInMap': ['Headers', 'All', 'Slow'] }) });
    completeGatewayResponses(api, [THROTTLED]);
    Template.fromStack(stack).hasResourceProperties(TYPE, { ResponseParameters: { 'Fn::FindInMap': Match.anyValue() }, ResponseTemplates: { 'application/json': '{"status":429}' } });
    Annotations.fromStack(stack).hasWarning('/Stack/Slow', Match.stringLikeRegexp('ResponseParameters depends on a value'));
  });

  test('headers that are known late are completed', () => {
    const stack = testStack();
    const api = new apigateway.CfnRestApi(stack, 'Api');
    const responseParameters = Lazy.any({ produce: () => ({ 'gatewayresponse.header.X': "'1'" }) });
    new apigateway.CfnGatewayResponse(stack, 'Slow', { restApiId: api.ref, responseType: 'THROTTLED', responseParameters });
    completeGatewayResponses(api, [THROTTLED]);
    Template.fromStack(stack).hasResourceProperties(TYPE, { ResponseParameters: { 'gatewayresponse.header.X': "'1'", 'gatewayresponse.header.Retry-After': "'1'" } });
  });

  test('a definition that has one is not contradicted', () => {
    const api = new apigateway.SpecRestApi(testStack(), 'Api', {
      apiDefinition: apigateway.ApiDefinition.fromInline({ 'openapi': '3.0.0', 'x-amazon-apigateway-gateway-responses': { THROTTLED: {} } }),
    });
    expect(() => completeGatewayResponses(l1Of(api), [FAILURE, THROTTLED])).toThrow(failsWith('GatewayResponseConflict', 'x-amazon-apigateway-gateway-responses'));
  });
});

test('who wants to hear of all that differs gets the rest done, without the type of a body that is not ours', () => {
  const stack = testStack();
  const api = new apigateway.SpecRestApi(stack, 'Api', {
    apiDefinition: apigateway.ApiDefinition.fromInline({ 'openapi': '3.0.0', 'x-amazon-apigateway-gateway-responses': { WAF_FILTERED: {} } }),
  });
  api.addGatewayResponse('Slow', { type: apigateway.ResponseType.THROTTLED, responseHeaders: { 'Retry-After': "'60'" }, templates: { 'application/json': '{}' } });
  const headers = { 'Content-Type': "'text/x'", 'X-Shop': "'1'", 'Retry-After': "'1'" };
  const refuse = jest.fn();
  completeGatewayResponses(l1Of(api), [{ ...THROTTLED, headers }, { ...FAILURE, headers }, { ...THROTTLED, type: 'WAF_FILTERED' }], refuse);
  expect(refuse.mock.calls.map(([{ name }]) => name)).toEqual(Array(3).fill('GatewayResponseConflict'));
  const properties = Object.values(Template.fromStack(stack).findResources(TYPE)).map(({ Properties }) => Properties);
  expect(properties).toHaveLength(2);
  expect(properties).toEqual(expect.arrayContaining([
    expect.objectContaining({
      ResponseType: 'THROTTLED',
      ResponseTemplates: { 'application/json': '{}' },
      ResponseParameters: { 'gatewayresponse.header.Retry-After': "'60'", 'gatewayresponse.header.X-Shop': "'1'" },
    }),
    expect.objectContaining({ ResponseType: 'INTEGRATION_FAILURE', StatusCode: '503' }),
  ]));
});

test('GatewayResponseDuplicate: one that is defined later is a mistake at synthesis', () => {
  const app = new App();
  const api = restApi(new Stack(app, 'Stack'));
  completeGatewayResponses(l1Of(api), [THROTTLED]);
  api.addGatewayResponse('Slow', { type: apigateway.ResponseType.THROTTLED });
  expect(() => app.synth()).toThrow(failsWith('GatewayResponseDuplicate', 'defined by Stack/Api/Slow after RestApiErrorResponses made one at Stack/Api/THROTTLED/Resource'));
});
