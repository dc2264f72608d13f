import { NestedStack, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { inheritedCors, isImportedRestApi, partsOf, restApiOf, restApiOwner } from '../../../src/api/private/rest-api-parts';
import { testStack } from '../../support';

const l1Of = (api: apigateway.RestApiBase) => api.node.defaultChild as apigateway.CfnRestApi;

test('an L1 knows the L2 that made it, with its CORS options', () => {
  const stack = testStack();
  const preflight = { allowOrigins: ['*'] };
  const api = new apigateway.RestApi(stack, 'L2', { defaultCorsPreflightOptions: preflight });
  const l1 = new apigateway.CfnRestApi(stack, 'L1');
  expect(restApiOwner(l1Of(api))).toBe(api);
  expect(inheritedCors(l1Of(api))).toBe(preflight);
  expect(restApiOwner(l1)).toBeUndefined();
  expect(inheritedCors(l1)).toBeUndefined();
});

test('the parts of an API are found wherever they stand, and those of other APIs are not', () => {
  const stack = testStack();
  const nested = new NestedStack(stack, 'Nested');
  const other = new Stack(stack.node.root as any, 'Other');
  const [api, neighbour] = ['Api', 'Neighbour'].map(id => new apigateway.RestApi(stack, id));
  const mine = [stack, nested, other].map(scope => new apigateway.GatewayResponse(scope, 'Response', { restApi: api, type: apigateway.ResponseType.THROTTLED }));
  neighbour.addGatewayResponse('Response', { type: apigateway.ResponseType.THROTTLED });
  expect(partsOf(l1Of(api)).responses.map(response => response.node.scope)).toEqual(expect.arrayContaining(mine));
  expect(partsOf(l1Of(api)).responses).toHaveLength(3);
  const method = api.root.addMethod('GET');
  expect(partsOf(l1Of(api)).methods).toEqual([method.node.defaultChild]);
  expect(restApiOf(method.node.defaultChild as apigateway.CfnMethod)).toBe(l1Of(api));
  expect(restApiOf({ restApiId: 'abc' })).toBeUndefined();
  expect(partsOf(l1Of(api)).deployments.map(deployment => deployment.node.scope)).toEqual([api.latestDeployment]);
});

test('an imported API is told from those that are in the tree', () => {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  expect(isImportedRestApi(apigateway.RestApi.fromRestApiId(stack, 'ById', 'abc'))).toBe(true);
  expect(isImportedRestApi(apigateway.RestApi.fromRestApiAttributes(stack, 'ByAttributes', { restApiId: 'abc', rootResourceId: 'def' }))).toBe(true);
  expect([api, l1Of(api), api.root, stack].map(isImportedRestApi)).toEqual([false, false, false, false]);
});
