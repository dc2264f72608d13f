process.env.CDK_VALIDATION = 'true';

import { Duration, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration, WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { AlarmNotifications, HttpApiAlarms, RestApiAlarms, WebSocketApiAlarms } from '../../src/alarms';
import { HttpIntegrationErrorMapping } from '../../src/api/http-integration-error-mapping';
import { StageErrorLogging } from '../../src/api/stage-error-logging';
import { WebSocketRouteResponse } from '../../src/api/web-socket-route-response';
import { FaultTraceGroup } from '../../src/tracing/fault-trace-group';
import { StageTracing } from '../../src/tracing/stage-tracing';
import { TopicTracing } from '../../src/tracing/topic-tracing';
import { nodeFunction, strictApp } from '../support';

test('the validation is on', () => {
  const app = strictApp();
  new apigwv2.CfnStage(new Stack(app, 'Stack'), 'Stage', { apiId: 'abc123', stageName: 'live', accessLogSettings: 'everything' as never });

  expect(() => app.synth()).toThrow();
});

test('APIs of all kinds with logs, traces, answers and every alarm are clean', () => {
  const app = strictApp();
  const stack = new Stack(app, 'Orders');
  const fn = nodeFunction(stack, 'Function', { timeout: Duration.seconds(10) });
  const onCall = new sns.Topic(stack, 'OnCall', { enforceSSL: true });
  const authorizer = new apigateway.TokenAuthorizer(stack, 'Authorizer', { handler: fn });
  const rest = new apigateway.LambdaRestApi(stack, 'Rest', { handler: fn, cloudWatchRole: true, defaultMethodOptions: { authorizer } });
  const http = new apigwv2.HttpApi(stack, 'Http', { defaultIntegration: new HttpLambdaIntegration('Integration', fn) });
  const socket = new apigwv2.WebSocketApi(stack, 'Socket');
  const route = socket.addRoute('order', { integration: new WebSocketLambdaIntegration('Integration', fn) });
  new apigwv2.WebSocketStage(stack, 'SocketStage', { webSocketApi: socket, stageName: 'live' });

  stack.with(new StageErrorLogging({ throttlingRateLimit: 100, throttlingBurstLimit: 50 }));
  rest.deploymentStage.with(new StageTracing());
  http.with(new HttpIntegrationErrorMapping({ statuses: { 500: 503 } }));
  route.with(new WebSocketRouteResponse());
  onCall.with(new TopicTracing());
  new FaultTraceGroup(stack, 'Faults', { functions: [fn] });
  AlarmNotifications.of(stack).add(new SnsAction(onCall));
  const on = { enabled: true };
  RestApiAlarms.fromRestApi(rest).recommended({ clientErrors: on, clientErrorRate: on, authorizerFailures: on });
  HttpApiAlarms.fromHttpApi(http, { stage: http.defaultStage }).recommended({ clientErrors: on, clientErrorRate: on });
  WebSocketApiAlarms.fromWebSocketApi(socket).recommended({ clientErrors: on });

  expect(() => app.synth()).not.toThrow();
});
