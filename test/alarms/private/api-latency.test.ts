import { Duration, Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { longestTimes } from '../../../src/alarms/private/api-latency';
import { restApiSubject } from '../../../src/alarms/private/api-subject';
import { nodeFunction, testStack } from '../../support';

test('an API waits for as long as the slowest of its integrations may take', () => {
  const stack = testStack();
  const api = new apigateway.RestApi(stack, 'Api');
  api.root.addMethod('OPTIONS', new apigateway.MockIntegration());
  api.root.addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack, 'Fast')));
  const slow = nodeFunction(stack, 'Slow', { timeout: Duration.seconds(20) }).addAlias('live');
  api.root.addMethod('POST', new apigateway.LambdaIntegration(slow, { timeout: Duration.seconds(25) }));

  expect(longestTimes(restApiSubject(api))).toEqual({ timeout: 29_000, longest: 20_000 });
});

test('timeouts that only the deployment knows tell nothing', () => {
  const stack = testStack();
  const api = new apigateway.CfnRestApi(stack, 'Api', { name: 'orders' });
  new apigateway.CfnMethod(stack, 'Method', {
    restApiId: api.ref, resourceId: api.attrRootResourceId, httpMethod: 'GET', integration: { type: 'HTTP_PROXY', timeoutInMillis: Token.asNumber({ Ref: 'Time' }) },
  });

  expect(longestTimes(restApiSubject(api))).toEqual({ timeout: 29_000, longest: 29_000 });
});
