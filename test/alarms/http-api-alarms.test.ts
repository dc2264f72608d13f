import { Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { HttpApiAlarms } from '../../src/alarms/http-api-alarms';
import { nodeFunction, testStack } from '../support';
import { alarmOf, SINGLE_FAILURE } from './support';

function httpApi(stack: Stack, timeout?: Duration): apigwv2.HttpApi {
  const fn = nodeFunction(stack, 'Function', { timeout: Duration.minutes(1) });
  return new apigwv2.HttpApi(stack, 'Orders', { defaultIntegration: new HttpLambdaIntegration('Integration', fn, { timeout }) });
}

test.each([['serverErrors', '5xx'], ['clientErrors', '4xx']] as const)('%s() sees a single answer', (method, metric) => {
  const stack = testStack();
  const api = httpApi(stack);
  HttpApiAlarms.fromHttpApi(api)[method]();

  expect(alarmOf(stack, metric)).toMatchObject({ Namespace: 'AWS/ApiGateway', Dimensions: [{ Name: 'ApiId', Value: stack.resolve(api.apiId) }], ...SINGLE_FAILURE });
});

test.each([['serverErrorRate', '5xx'], ['clientErrorRate', '4xx']] as const)('%s() is the part of enough requests', (method, metric) => {
  const stack = testStack();
  HttpApiAlarms.fromHttpApi(httpApi(stack))[method]();

  const { Metrics } = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))[0].Properties;
  expect(Metrics.map(({ Expression, MetricStat }: any) => Expression ?? [MetricStat.Metric.MetricName, MetricStat.Stat])).toEqual([
    'IF(all >= 20, 100 * FILL(failed, 0) / all, 0)', [metric, 'Sum'], ['Count', 'SampleCount'],
  ]);
});

test.each([[undefined, 24_000], [Duration.seconds(10), 8_000]])('latency() is nearly the integration timeout of %p', (timeout, threshold) => {
  const stack = testStack();
  HttpApiAlarms.fromHttpApi(httpApi(stack, timeout)).latency();

  expect(alarmOf(stack, 'Latency').Threshold).toBe(threshold);
});

test('recommended() makes those on 5xx and latency', () => {
  const made = HttpApiAlarms.fromHttpApi(httpApi(testStack())).recommended({ serverErrorRate: { enabled: false } });

  expect(made.map(({ node }) => node.path)).toEqual(['Stack/Orders/ServerErrorsAlarm', 'Stack/Orders/LatencyAlarm']);
});

test('one stage is watched where it is given', () => {
  const stack = testStack();
  const api = httpApi(stack);
  HttpApiAlarms.fromHttpApi(api, { stage: api.defaultStage }).serverErrors();

  expect(alarmOf(stack, '5xx').Dimensions).toEqual([{ Name: 'ApiId', Value: stack.resolve(api.apiId) }, { Name: 'Stage', Value: expect.anything() }]);
});

test('a WebSocket API has other metrics: ApiAlarmCannotFire', () => {
  const stack = testStack();

  expect(() => HttpApiAlarms.fromHttpApi(new apigwv2.WebSocketApi(stack, 'Api'))).toThrow(expect.objectContaining({ name: 'ApiAlarmCannotFire' }));
});

test('an imported API is watched by its id', () => {
  const stack = testStack();
  HttpApiAlarms.fromHttpApi(apigwv2.HttpApi.fromHttpApiAttributes(stack, 'Imported', { httpApiId: 'abc123' })).recommended();

  expect(alarmOf(stack, '5xx')).toMatchObject({ Dimensions: [{ Name: 'ApiId', Value: 'abc123' }], AlarmDescription: expect.stringContaining('HTTP API abc123') });
});
