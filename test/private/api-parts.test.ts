import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { apiOf, apiPartsOf, hasDefinition } from '../../src/private/api-parts';
import { nodeFunction, testStack } from '../support';

test('finds the parts of an API, and no others', () => {
  const stack = testStack();
  const [one, other] = ['One', 'Other'].map((id) => new apigwv2.CfnApi(stack, id, { name: id, protocolType: 'HTTP' }));
  const [stage] = [one, other].map((api, index) => new apigwv2.CfnStage(stack, `Stage${index}`, { apiId: api.ref, stageName: 'live' }));
  const rest = new apigateway.CfnRestApi(stack, 'Rest');
  const method = new apigateway.CfnMethod(stack, 'Method', { restApiId: rest.ref, resourceId: rest.attrRootResourceId, httpMethod: 'GET' });

  expect(apiPartsOf(one, apigwv2.CfnStage.isCfnStage)).toEqual([stage]);
  expect(apiPartsOf(rest, apigateway.CfnMethod.isCfnMethod)).toEqual([method]);
  expect(apiOf(new apigwv2.CfnStage(stack, 'Elsewhere', { apiId: 'abc123', stageName: 'live' }))).toBeUndefined();
});

test('finds what learns later which API it is for', () => {
  const stack = testStack();
  const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler: nodeFunction(stack) });
  const api = new apigateway.RestApi(stack, 'Api', { defaultMethodOptions: { authorizer } });
  api.root.addMethod('GET');

  expect(apiPartsOf(api.node.defaultChild as apigateway.CfnRestApi, apigateway.CfnAuthorizer.isCfnAuthorizer)).toHaveLength(1);
});

test('a definition may hold more', () => {
  const stack = testStack();

  expect([{}, { body: {} }, { bodyS3Location: { key: 'api.json' } }].map((props, index) => hasDefinition(new apigateway.CfnRestApi(stack, `${index}`, props))))
    .toEqual([false, true, true]);
});
