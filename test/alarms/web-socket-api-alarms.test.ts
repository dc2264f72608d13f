import { Stack } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { WebSocketApiAlarms } from '../../src/alarms/web-socket-api-alarms';
import { nodeFunction, testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

function webSocketApi(stack: Stack): apigwv2.WebSocketApi {
  const api = new apigwv2.WebSocketApi(stack, 'Orders');
  api.addRoute('order', { integration: new WebSocketLambdaIntegration('Integration', nodeFunction(stack)) });
  return api;
}

test.each([
  ['executionErrors', 'ExecutionError'], ['integrationErrors', 'IntegrationError'], ['clientErrors', 'ClientError'],
] as const)('%s() sees a single message', (method, metric) => {
  const stack = testStack();
  const api = webSocketApi(stack);
  WebSocketApiAlarms.fromWebSocketApi(api)[method]();

  expect(alarmOf(stack, metric)).toMatchObject({ Namespace: 'AWS/ApiGateway', Dimensions: [{ Name: 'ApiId', Value: stack.resolve(api.apiId) }], ...SINGLE_FAILURE });
});

test('integrationLatency() is nearly the timeout of the function', () => {
  const stack = testStack();
  WebSocketApiAlarms.fromWebSocketApi(webSocketApi(stack)).integrationLatency();

  expect(alarmOf(stack, 'IntegrationLatency')).toMatchObject({ Statistic: 'Maximum', Threshold: 2_400 });
});

test('recommended() makes those on failed and slow integrations, the others where they are asked for', () => {
  const [some, more] = [testStack(), testStack()];
  WebSocketApiAlarms.fromWebSocketApi(webSocketApi(some)).recommended();
  WebSocketApiAlarms.fromWebSocketApi(webSocketApi(more)).recommended({ clientErrors: { enabled: true }, integrationLatency: { enabled: false } });

  expect(metricsOf(some)).toEqual(['ExecutionError', 'IntegrationError', 'IntegrationLatency']);
  expect(metricsOf(more)).toEqual(['ClientError', 'ExecutionError', 'IntegrationError']);
});

test('an HTTP API has other metrics: ApiAlarmCannotFire', () => {
  const stack = testStack();
  const api = new apigwv2.CfnApi(stack, 'Api', { name: 'orders', protocolType: 'HTTP' });

  expect(() => WebSocketApiAlarms.fromWebSocketApi(api)).toThrow(expect.objectContaining({ name: 'ApiAlarmCannotFire' }));
});
