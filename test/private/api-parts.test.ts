import { Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { ApiResources, apiOf, apiPartsOf, apiResourcesAround, hasDefinition, sharingApiResources } from '../../src/private/api-parts';
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

describe('who asks for the parts of many APIs', () => {
  const restApi = (stack: Stack, id: string) => new apigateway.RestApi(stack, id, { deploy: false });
  const l1Of = (api: apigateway.RestApi) => api.node.defaultChild as apigateway.CfnRestApi;
  const { isCfnGatewayResponse } = apigateway.CfnGatewayResponse;

  test('searches the app once, and again for an API that came since', () => {
    const stack = testStack();
    const apis = ['One', 'Other'].map((id) => restApi(stack, id));
    const resources = new ApiResources();
    const search = jest.spyOn(stack.node, 'children', 'get');
    const searches = (api: apigateway.RestApi) => {
      search.mockClear();
      sharingApiResources(resources, () => apiPartsOf(l1Of(api), isCfnGatewayResponse));
      return search.mock.calls.length;
    };

    expect(apis.map(searches)).toEqual([1, 0]);
    expect([restApi(stack, 'New'), ...apis].map(searches)).toEqual([1, 0, 0]);
  });

  test('finds what is in another stack at the search, and what comes below the L2 afterwards, each once', () => {
    const stack = testStack();
    const api = restApi(stack, 'Api');
    const elsewhere = new apigateway.CfnGatewayResponse(new Stack(stack.node.root as any, 'Elsewhere'), 'Response', { restApiId: api.restApiId, responseType: 'THROTTLED' });
    const resources = new ApiResources();
    const found = () => sharingApiResources(resources, () => apiPartsOf(l1Of(api), isCfnGatewayResponse));
    expect(found()).toEqual([elsewhere]);

    const later = api.addGatewayResponse('Later', { type: apigateway.ResponseType.DEFAULT_5XX }).node.defaultChild;

    expect(found()).toEqual([elsewhere, later]);
    expect(found()).toEqual([elsewhere, later]);
  });

  test('gets no parts of other APIs, but what is of none', () => {
    const stack = testStack();
    const [one, other] = ['One', 'Other'].map((id) => restApi(stack, id));
    other.addGatewayResponse('Response', { type: apigateway.ResponseType.DEFAULT_5XX });
    const account = new apigateway.CfnAccount(stack, 'Account');

    const around = sharingApiResources(new ApiResources(), () => apiResourcesAround(l1Of(one), l1Of(one)));

    expect(around).toContain(account);
    expect(around.filter(isCfnGatewayResponse)).toEqual([]);
  });

  test('searches for itself afterwards, also after an error', () => {
    const stack = testStack();
    const api = restApi(stack, 'Api');
    expect(() => sharingApiResources(new ApiResources(), () => { throw new Error('stop'); })).toThrow('stop');

    const search = jest.spyOn(stack.node, 'children', 'get');
    [1, 2].forEach(() => apiPartsOf(l1Of(api), isCfnGatewayResponse));

    expect(search).toHaveBeenCalledTimes(2);
  });
});
