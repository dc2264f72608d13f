import { CfnParameter, Token } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { preflightBeside, preflightOfApi } from '../../../src/api/private/options-methods';
import { nodeFunction, testStack } from '../../support';

const HEADER = 'method.response.header.';
const l1Of = (api: apigateway.RestApiBase) => api.node.defaultChild as apigateway.CfnRestApi;

function l1Options(stack: Stack, responseParameters: Record<string, string>): apigateway.CfnRestApi {
  const api = new apigateway.CfnRestApi(stack, 'Api');
  new apigateway.CfnMethod(stack, 'Options', {
    httpMethod: 'OPTIONS', restApiId: api.ref, resourceId: api.attrRootResourceId, integration: { type: 'MOCK', integrationResponses: [{ statusCode: '204', responseParameters }] },
  });
  return api;
}

test('what CDK writes for CORS is read back, several origins included', () => {
  const api = new apigateway.RestApi(testStack(), 'Api');
  api.root.addCorsPreflight({ allowOrigins: ['https://a.example', 'https://b.example'], allowCredentials: true, exposeHeaders: ['ETag', 'X-Total'] });
  expect(preflightOfApi(l1Of(api))).toEqual({
    saidBy: 'the OPTIONS methods of the API', origins: ["'https://a.example'", "'https://b.example'"], credentials: true, exposed: ['ETag', 'X-Total'],
  });
});

test('what is written by hand is read, and overrides too', () => {
  const stack = testStack();
  const api = l1Options(stack, { [`${HEADER}access-control-allow-origin`]: "'*'" });
  expect(preflightOfApi(api)).toMatchObject({ origins: ["'*'"], credentials: false, exposed: [] });
  (stack.node.findChild('Options') as apigateway.CfnMethod).addPropertyOverride('Integration.IntegrationResponses', [
    { StatusCode: '200', ResponseParameters: { [`${HEADER}Access-Control-Allow-Origin`]: "'https://a.example'" } },
  ]);
  expect(preflightOfApi(api)).toMatchObject({ origins: ["'https://a.example'"] });
});

test('an origin that only the deployment knows is taken as it is', () => {
  const stack = testStack();
  const origin = new CfnParameter(stack, 'Origin').valueAsString;
  expect(stack.resolve(preflightOfApi(l1Options(stack, { [`${HEADER}Access-Control-Allow-Origin`]: `'${origin}'` }))!.origins)).toEqual([{ 'Fn::Join': ['', ["'", { Ref: 'Origin' }, "'"]] }]);
});

test('an API says what all of its resources say: each origin, and credentials where all agree', () => {
  const api = new apigateway.RestApi(testStack(), 'Api');
  api.root.addResource('a').addCorsPreflight({ allowOrigins: ['https://a.example'], allowCredentials: true });
  expect(preflightOfApi(l1Of(api))).toMatchObject({ origins: ["'https://a.example'"], credentials: true });
  api.root.addResource('b').addCorsPreflight({ allowOrigins: ['https://b.example'] });
  expect(preflightOfApi(l1Of(api))).toMatchObject({ origins: ["'https://a.example'", "'https://b.example'"], credentials: false });
});

test('a method is told of by the OPTIONS method beside it only', () => {
  const api = new apigateway.RestApi(testStack(), 'Api');
  const [a, b] = ['a', 'b'].map(name => api.root.addResource(name));
  a.addCorsPreflight({ allowOrigins: ['https://a.example'] });
  const [mine, other] = [a, b].map(resource => resource.addMethod('GET').node.defaultChild as apigateway.CfnMethod);
  expect(preflightBeside(mine, l1Of(api))).toMatchObject({ saidBy: 'the OPTIONS method of the resource', origins: ["'https://a.example'"] });
  expect(preflightBeside(other, l1Of(api))).toBeUndefined();
});

test('what is no preflight answer says nothing', () => {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  expect(preflightOfApi(l1Of(api))).toBeUndefined();
  api.root.addMethod('OPTIONS', new apigateway.LambdaIntegration(nodeFunction(stack)));
  const unknown = api.root.addResource('x').addMethod('OPTIONS').node.defaultChild as apigateway.CfnMethod;
  unknown.integration = Token.asAny({ 'Fn::If': ['Cors', {}, {}] }) as any;
  expect(preflightOfApi(l1Of(api))).toBeUndefined();
});

test('the OPTIONS operations of an inline definition count', () => {
  const responses = (origin: string) => ({ default: { statusCode: '204', responseParameters: { [`${HEADER}Access-Control-Allow-Origin`]: `'${origin}'` } } });
  const path = (origin: string) => ({ get: {}, options: { 'x-amazon-apigateway-integration': { type: 'mock', responses: responses(origin) } } });
  const apiDefinition = apigateway.ApiDefinition.fromInline({ openapi: '3.0.1', paths: { '/a': path('https://a.example'), '/b': path('https://a.example'), '/c': {} } });
  expect(preflightOfApi(l1Of(new apigateway.SpecRestApi(testStack(), 'Api', { apiDefinition })))).toMatchObject({ origins: ["'https://a.example'"] });
});
