import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { WebSocketRouteResponse } from '../../src/api/web-socket-route-response';
import { describeMixin } from '../conformance/describe-mixin';
import { nodeFunction, testStack } from '../support';

const TYPE = 'AWS::ApiGatewayV2::Route';
const RESPONSE = 'AWS::ApiGatewayV2::RouteResponse';
const TWO_WAY = { RouteResponseSelectionExpression: '$default' };

describeMixin({
  mixin: WebSocketRouteResponse,
  create: () => new WebSocketRouteResponse(),
  supported: (stack) => l1Route(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), ...['$connect', '$disconnect'].map((key) => l1Route(stack, key))],
  expects: { type: TYPE, properties: TWO_WAY },
  equivalentL2: { plain: (stack) => l2Api(stack), configured: (stack) => l2Api(stack, true) },
  conflicts: [
    {
      what: 'another expression is set',
      set: (route) => { (route as apigwv2.CfnRoute).routeResponseSelectionExpression = '$request.body.action'; },
      error: 'RouteResponseConflict',
    },
  ],
  kept: { set: (route) => { (route as apigwv2.CfnRoute).operationName = 'order'; }, properties: { OperationName: 'order', ...TWO_WAY } },
  setLater: {
    set: (route) => { (route as apigwv2.CfnRoute).routeResponseSelectionExpression = '$default'; },
    properties: TWO_WAY,
  },
  token: (route, stack) => { (route as apigwv2.CfnRoute).routeResponseSelectionExpression = new CfnParameter(stack, 'Way').valueAsString; },
});

test('gives an L2 the same template as its own property', () => {
  const [mixed, given] = [testStack(), testStack()];
  l2Api(mixed);
  mixed.with(new WebSocketRouteResponse());
  l2Api(given, true);

  expect(Template.fromStack(mixed).toJSON()).toEqual(Template.fromStack(given).toJSON());
});

test('a response that is there is enough', () => {
  const stack = testStack();
  const route = l1Route(stack);
  new apigwv2.CfnRouteResponse(stack, 'Own', { apiId: route.apiId, routeId: route.ref, routeResponseKey: '$default' });
  route.with(new WebSocketRouteResponse());

  Template.fromStack(stack).resourceCountIs(RESPONSE, 1);
});

test('a route of an HTTP API is refused: RouteResponseUnsupported', () => {
  const stack = testStack();
  const api = new apigwv2.CfnApi(stack, 'Http', { name: 'orders', protocolType: 'HTTP' });
  const route = new apigwv2.CfnRoute(stack, 'Route', { apiId: api.ref, routeKey: 'GET /orders' });

  expect(() => route.with(new WebSocketRouteResponse())).toThrow(expect.objectContaining({ name: 'RouteResponseUnsupported' }));
});

test('what only the deployment knows is left with a warning, and no response: WebSocketRouteResponse.unknownSetting', () => {
  const stack = testStack();
  const route = l1Route(stack);
  route.routeResponseSelectionExpression = new CfnParameter(stack, 'Way').valueAsString;
  route.with(new WebSocketRouteResponse());

  Annotations.fromStack(stack).hasWarning('/Stack/order', Match.stringLikeRegexp('WebSocketRouteResponse.unknownSetting'));
  Template.fromStack(stack).resourceCountIs(RESPONSE, 0);
});

describe('an integration without proxy', () => {
  const MISSING = Match.stringLikeRegexp('WebSocketRouteResponse.integrationResponseMissing');

  function withoutProxy(...keys: string[]): Stack {
    const stack = testStack();
    const route = l1Route(stack);
    const integration = new apigwv2.CfnIntegration(stack, 'Integration', { apiId: route.apiId, integrationType: 'AWS' });
    route.target = `integrations/${integration.ref}`;
    const { apiId } = route;
    for (const integrationResponseKey of keys) {
      new apigwv2.CfnIntegrationResponse(stack, integrationResponseKey, { apiId, integrationId: integration.ref, integrationResponseKey });
    }
    route.with(new WebSocketRouteResponse());
    return stack;
  }

  test('needs a response for what matches nothing else: WebSocketRouteResponse.integrationResponseMissing', () => {
    Annotations.fromStack(withoutProxy('/not found/')).hasWarning('/Stack/order', MISSING);
  });

  test('is complete with it', () => {
    Annotations.fromStack(withoutProxy('$default', '/not found/')).hasNoWarning('*', MISSING);
  });
});

function l1Route(stack: Stack, routeKey = 'order'): apigwv2.CfnRoute {
  const api = stack.node.tryFindChild('Api') as apigwv2.CfnApi | undefined
    ?? new apigwv2.CfnApi(stack, 'Api', { name: 'orders', protocolType: 'WEBSOCKET', routeSelectionExpression: '$request.body.action' });
  return new apigwv2.CfnRoute(stack, routeKey, { apiId: api.ref, routeKey });
}

function l2Api(stack: Stack, returnResponse?: boolean): apigwv2.WebSocketApi {
  const api = new apigwv2.WebSocketApi(stack, 'L2');
  api.addRoute('order', { integration: new WebSocketLambdaIntegration('Integration', nodeFunction(stack)), returnResponse });
  return api;
}
