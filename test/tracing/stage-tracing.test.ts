import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { StageTracing } from '../../src/tracing/stage-tracing';
import { describeMixin } from '../conformance/describe-mixin';
import { testStack } from '../support';

const TYPE = 'AWS::ApiGateway::Stage';
const ON = { TracingEnabled: true };

describeMixin({
  mixin: StageTracing,
  create: () => new StageTracing(),
  supported: (stack) => l1Stage(stack),
  unsupported: (stack) => [new sqs.CfnQueue(stack, 'Queue'), l2Stage(stack)],
  expects: { type: TYPE, properties: ON },
  equivalentL2: { plain: (stack) => l2Stage(stack), configured: (stack) => l2Stage(stack, true) },
  conflicts: [
    { what: 'tracing is switched off', set: (stage) => { (stage as apigateway.CfnStage).tracingEnabled = false; }, error: 'StageTracingConflict' },
    { what: 'a raw override switches tracing off', set: (stage) => stage.addPropertyOverride('TracingEnabled', false), error: 'StageTracingConflict' },
  ],
  kept: { set: (stage) => { (stage as apigateway.CfnStage).stageName = 'live'; }, properties: { StageName: 'live', ...ON } },
  setLater: { set: (stage) => { (stage as apigateway.CfnStage).tracingEnabled = false; }, properties: { TracingEnabled: false } },
  token: (stage, stack) => { (stage as apigateway.CfnStage).tracingEnabled = new CfnParameter(stack, 'On').valueAsString as never; },
});

test.each(['HTTP', 'WEBSOCKET'])('a stage of an API of kind %s can\'t be traced: StageTracingUnsupported', (protocolType) => {
  const stack = testStack();
  const api = new apigwv2.CfnApi(stack, 'Api', { name: 'orders', protocolType });
  const stage = new apigwv2.CfnStage(stack, 'Stage', { apiId: api.ref, stageName: 'live' });

  expect(() => stage.with(new StageTracing())).toThrow(expect.objectContaining({ name: 'StageTracingUnsupported' }));
});

test('a setting that is known at deployment only is left with a warning: StageTracing.unknownSetting', () => {
  const stack = testStack();
  const stage = l1Stage(stack);
  stage.addPropertyOverride('TracingEnabled', { 'Fn::If': ['Traced', true, false] });
  stage.with(new StageTracing());

  Annotations.fromStack(stack).hasWarning('/Stack/L1', Match.stringLikeRegexp('StageTracing.unknownSetting'));
});

test('an imported stage gets a warning: StageTracing.importedStage', () => {
  const stack = testStack();
  const restApi = apigateway.RestApi.fromRestApiId(stack, 'Api', 'abc123');
  apigateway.Stage.fromStageAttributes(stack, 'Imported', { stageName: 'live', restApi }).with(new StageTracing());

  Annotations.fromStack(stack).hasWarning('/Stack/Imported', Match.stringLikeRegexp('StageTracing.importedStage'));
});

test('the stage of a RestApi', () => {
  const stack = testStack();
  new apigateway.RestApi(stack, 'Api').root.addMethod('GET');
  stack.with(new StageTracing());

  Template.fromStack(stack).hasResourceProperties(TYPE, ON);
});

function l1Stage(stack: Stack): apigateway.CfnStage {
  return new apigateway.CfnStage(stack, 'L1', { restApiId: 'abc123' });
}

function l2Stage(stack: Stack, tracingEnabled?: boolean): apigateway.Stage {
  const api = apigateway.RestApi.fromRestApiId(stack, 'Api', 'abc123');
  return new apigateway.Stage(stack, 'L2', { deployment: new apigateway.Deployment(stack, 'Deployment', { api }), tracingEnabled });
}
