import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration, WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { applyLayers } from './support';
import { apiLayers, type ApiLayers } from '../../../src/mixins/private/api-layers';
import { nodeFunction, testStack } from '../../support';

const off = { enabled: false };
/** The answers of REST APIs only, unless something else is asked for. */
const layers = (options: ApiLayers = {}) => apiLayers({ stageLogging: off, stageTracing: off, ...options });

test('the answers of an API are designed, and deployed', () => {
  const stack = testStack();
  new apigateway.LambdaRestApi(stack, 'Api', { handler: nodeFunction(stack) });

  expect(applyLayers(stack, ...layers())).toEqual([
    'Api/Resource restApis: completed gateway responses',
    'Api/Deployment/Resource restApis: new logical id of AWS::ApiGateway::Deployment: the answers are deployed',
  ]);
});

test('what the user answers is left and reported, and the rest is completed', () => {
  const stack = testStack();
  const api = new apigateway.LambdaRestApi(stack, 'Api', { handler: nodeFunction(stack) });
  api.addGatewayResponse('Mine', { type: apigateway.ResponseType.THROTTLED, templates: { 'application/json': '{}' } });

  const lines = applyLayers(stack, ...layers());

  expect(lines[0]).toContain('Api/Resource restApis: left GatewayResponseConflict');
  expect(lines[1]).toBe('Api/Resource restApis: completed gateway responses');
});

test('stages are logged and traced where that can be done, and the rest is reported', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  new apigateway.LambdaRestApi(stack, 'Rest', { handler: fn, cloudWatchRole: true });
  new apigateway.LambdaRestApi(stack, 'Other', { handler: fn, cloudWatchRole: false, deployOptions: { tracingEnabled: false } });
  new apigwv2.HttpApi(stack, 'Http');

  expect(applyLayers(stack, ...layers({ restApis: off, stageLogging: {}, stageTracing: {} }))).toEqual([
    'Rest/DeploymentStage.prod/Resource stageLogging: completed AccessLogSetting',
    'Rest/DeploymentStage.prod/Resource stageTracing: completed TracingEnabled',
    'Other/DeploymentStage.prod/Resource stageLogging: completed AccessLogSetting',
    expect.stringMatching(/^Other.* stageTracing: left StageTracingConflict/),
    'Http/DefaultStage/Resource stageLogging: completed AccessLogSettings',
  ]);
});

test('a stage is not logged where its deployment could fail, unless the account is said to have the role', () => {
  const [left, asked] = [testStack(), testStack()];
  [left, asked].forEach((stack) => new apigateway.LambdaRestApi(stack, 'Api', { handler: nodeFunction(stack), cloudWatchRole: false }));

  expect(applyLayers(left, ...layers({ restApis: off, stageLogging: {} }))).toEqual([expect.stringContaining('stageLogging: left its access log, because the account may lack the role')]);
  Template.fromStack(left).resourceCountIs('AWS::Logs::LogGroup', 0);
  expect(applyLayers(asked, ...layers({ restApis: off, stageLogging: { accountHasLogRole: true } }))).toHaveLength(1);
  Template.fromStack(asked).resourceCountIs('AWS::Logs::LogGroup', 1);
});

test('what functions answer to HTTP APIs is changed where it is asked for only, and that of WebSocket APIs never', () => {
  const stack = testStack();
  const fn = nodeFunction(stack);
  new apigwv2.HttpApi(stack, 'Http', { defaultIntegration: new HttpLambdaIntegration('Integration', fn) });
  new apigwv2.WebSocketApi(stack, 'Socket').addRoute('order', { integration: new WebSocketLambdaIntegration('Integration', fn) });

  expect(applyLayers(stack, ...layers())).toEqual([]);
  expect(applyLayers(stack, ...layers({ httpIntegrations: off }))).toEqual([]);
  expect(applyLayers(stack, ...layers({ httpIntegrations: { statuses: { 500: 503 } } }))).toEqual([
    expect.stringMatching(/^Http.* httpIntegrations: completed ResponseParameters$/),
  ]);
});
