import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { applyLayers } from './support';
import { restApis } from '../../../src/mixins/private/api-layers';
import { nodeFunction, testStack } from '../../support';

test('the answers of an API are designed, and deployed', () => {
  const stack = testStack();
  new apigateway.LambdaRestApi(stack, 'Api', { handler: nodeFunction(stack) });

  expect(applyLayers(stack, restApis({}))).toEqual([
    'Api/Resource restApis: completed gateway responses',
    'Api/Deployment/Resource restApis: new logical id of AWS::ApiGateway::Deployment: the answers are deployed',
  ]);
});

test('what the user answers is left and reported, and the rest is completed', () => {
  const stack = testStack();
  const api = new apigateway.LambdaRestApi(stack, 'Api', { handler: nodeFunction(stack) });
  api.addGatewayResponse('Mine', { type: apigateway.ResponseType.THROTTLED, templates: { 'application/json': '{}' } });

  const lines = applyLayers(stack, restApis({}));

  expect(lines[0]).toContain('Api/Resource restApis: left GatewayResponseConflict');
  expect(lines[1]).toBe('Api/Resource restApis: completed gateway responses');
});
