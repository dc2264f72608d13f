import { Lazy, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { ErrorMapping } from '../../../src/api/private/error-mapping';
import { MappedMethod } from '../../../src/api/private/mapped-method';
import { testStack } from '../../support';
import { CATALOG, methodProperties } from '../orders-api';

const MAPPING = new ErrorMapping({ catalog: CATALOG });
const STATUSES = ['200', '400', '404', '429', '500', '502', '503', '504'];

function l1(integration?: apigateway.CfnMethodProps['integration']) {
  const stack = testStack();
  const api = new apigateway.CfnRestApi(stack, 'Api');
  return { stack, api, method: new apigateway.CfnMethod(stack, 'Method', { httpMethod: 'GET', restApiId: api.ref, resourceId: api.attrRootResourceId, integration }) };
}

test.each([
  ['an object', { type: 'AWS' }],
  ['a token', Lazy.any({ produce: () => ({ type: 'AWS', integrationResponses: [{ statusCode: '200' }] }) })],
  ['an object with a token', { type: 'AWS', integrationResponses: Lazy.any({ produce: () => [{ statusCode: '200' }] }) }],
] as const)('it completes %s', (_, integration) => {
  const { stack, method } = l1(integration as any);
  new MappedMethod(method, MAPPING).complete();
  const { Integration, MethodResponses } = methodProperties(stack);
  expect(Integration.IntegrationResponses.map(({ StatusCode }: any) => StatusCode)).toEqual(STATUSES);
  expect(MethodResponses.map(({ StatusCode }: any) => StatusCode)).toEqual(STATUSES);
});

test('an OPTIONS method that comes later counts', () => {
  const { stack, api, method } = l1({ type: 'AWS' });
  new MappedMethod(method, MAPPING).complete();
  new apigateway.CfnMethod(stack, 'Options', {
    httpMethod: 'OPTIONS',
    restApiId: api.ref,
    resourceId: api.attrRootResourceId,
    integration: { type: 'MOCK', integrationResponses: [{ statusCode: '204', responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'*'" } }] },
  });
  for (const { ResponseParameters } of methodProperties(stack).Integration.IntegrationResponses) {
    expect(ResponseParameters['method.response.header.Access-Control-Allow-Origin']).toBe("'*'");
  }
});

test('what only the deployment knows is unknown', () => {
  const isUnknown = (integration: any) => new MappedMethod(l1(integration).method, MAPPING).isUnknown;
  expect(isUnknown({ type: 'AWS', integrationResponses: Token.asAny({ 'Fn::If': ['A', [], []] }) })).toBe(true);
  expect(isUnknown({ type: 'AWS', integrationResponses: [] })).toBe(false);
});

test('an override of a single response is left to the deployment', () => {
  const { stack, method } = l1({ type: 'AWS', integrationResponses: [{ statusCode: '200' }] });
  method.addPropertyOverride('Integration.IntegrationResponses.0.StatusCode', '201');
  expect(new MappedMethod(method, MAPPING).isUnknown).toBe(true);
  expect(Template.fromStack(stack)).toBeDefined();
});
