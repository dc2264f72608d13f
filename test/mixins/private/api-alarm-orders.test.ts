import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { applyLayers, SCOPE } from './support';
import type { AlarmLayer } from '../../../src/mixins/alarm-layer';
import { Alarms } from '../../../src/mixins/private/alarm-layers';
import { isApi } from '../../../src/mixins/private/api-alarm-orders';
import { testStack } from '../../support';

function apis(options: AlarmLayer = {}) {
  const stack = testStack();
  const rest = new apigateway.RestApi(stack, 'Rest', { deploy: false });
  rest.root.addMethod('GET');
  new apigwv2.HttpApi(stack, 'Http');
  new apigwv2.WebSocketApi(stack, 'Socket');
  return { stack, rest, lines: () => applyLayers(stack, new Alarms(options, SCOPE)) };
}

test('an API has an alarm on what fails, and those that are asked for', () => {
  expect(apis().lines()).toEqual([
    'Rest/Resource alarms: added alarms: ServerErrorsAlarm',
    'Http/Resource alarms: added alarms: ServerErrorsAlarm',
    'Socket/Resource alarms: added alarms: ExecutionErrorsAlarm',
  ]);
  const options = { restApis: { latency: {} }, httpApis: { serverErrors: { enabled: false } }, webSocketApis: { integrationErrors: {} } };
  expect(apis(options).lines()).toEqual([
    'Rest/Resource alarms: added alarms: ServerErrorsAlarm, LatencyAlarm',
    'Socket/Resource alarms: added alarms: ExecutionErrorsAlarm, IntegrationErrorsAlarm',
  ]);
});

test('an alarm that the user made is enough, and twice gives the same', () => {
  const { stack, rest, lines } = apis();
  rest.metricServerError().createAlarm(stack, 'Own', { threshold: 10, evaluationPeriods: 1 });

  expect(lines()).not.toContainEqual(expect.stringContaining('Rest/'));
  expect(lines()).toEqual([]);
  Template.fromStack(stack).resourceCountIs('AWS::CloudWatch::Alarm', 3);
});

test('an API whose metrics nobody can name is left and reported', () => {
  const stack = testStack();
  new apigateway.CfnRestApi(stack, 'InFile', { bodyS3Location: { bucket: 'definitions', key: 'orders.json' } });
  new apigwv2.CfnApi(stack, 'Unknown', { name: 'orders' });

  expect(applyLayers(stack, new Alarms({}, SCOPE))).toEqual(['InFile', 'Unknown'].map((id) => expect.stringContaining(`${id} alarms: left its alarms`)));
});

test('stages are no APIs', () => {
  expect(isApi(new apigateway.CfnStage(testStack(), 'Stage', { restApiId: 'abc123' }))).toBe(false);
});
