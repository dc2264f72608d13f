import { App, Duration, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { RestApiAlarms } from '../../src/alarms/rest-api-alarms';
import { include } from '../conformance/describe-mixin';
import { nodeFunction, testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

const ALARM = 'AWS::CloudWatch::Alarm';

function restApi(stack: Stack, props: apigateway.LambdaIntegrationOptions = {}, timeout?: Duration): apigateway.RestApi {
  const api = new apigateway.RestApi(stack, 'Orders', { cloudWatchRole: false });
  api.root.addMethod('GET', new apigateway.LambdaIntegration(nodeFunction(stack, 'Function', { timeout }), props));
  return api;
}

test.each([['serverErrors', '5XXError'], ['clientErrors', '4XXError']] as const)('%s() sees a single answer', (method, metric) => {
  const stack = testStack();
  RestApiAlarms.fromRestApi(restApi(stack))[method]();

  expect(alarmOf(stack, metric)).toMatchObject({ Namespace: 'AWS/ApiGateway', Dimensions: [{ Name: 'ApiName', Value: 'Orders' }], ...SINGLE_FAILURE });
});

test.each([['serverErrorRate', '5XXError'], ['clientErrorRate', '4XXError']] as const)('%s() is the part of enough requests', (method, metric) => {
  const stack = testStack();
  RestApiAlarms.fromRestApi(restApi(stack))[method]({ threshold: 2, minimumRequests: 50 });
  const dimensions = [{ Name: 'ApiName', Value: 'Orders' }];

  const { Metrics, ...rest } = Object.values(Template.fromStack(stack).findResources(ALARM))[0].Properties;
  expect(Metrics).toEqual([
    { Id: 'result', Expression: 'IF(all >= 50, 100 * FILL(failed, 0) / all, 0)', ReturnData: true },
    { Id: 'failed', ReturnData: false, MetricStat: { Metric: { Namespace: 'AWS/ApiGateway', MetricName: metric, Dimensions: dimensions }, Stat: 'Sum', Period: 60 } },
    { Id: 'all', ReturnData: false, MetricStat: { Metric: { Namespace: 'AWS/ApiGateway', MetricName: 'Count', Dimensions: dimensions }, Stat: 'SampleCount', Period: 60 } },
  ]);
  expect(rest).toMatchObject({ Threshold: 2, EvaluationPeriods: 5, DatapointsToAlarm: 3, TreatMissingData: 'notBreaching' });
});

test('a rate looks at no more periods than it has', () => {
  const stack = testStack();
  RestApiAlarms.fromRestApi(restApi(stack)).serverErrorRate({ evaluationPeriods: 2 });

  Template.fromStack(stack).hasResourceProperties(ALARM, { EvaluationPeriods: 2, DatapointsToAlarm: 2, Threshold: 5 });
});

test.each([
  [{ threshold: 101 }, 'AlarmThresholdUnreachable'],
  [{ threshold: 0 }, 'AlarmThresholdOutOfRange'],
  [{ minimumRequests: 0 }, 'AlarmMinimumRequestsOutOfRange'],
  [{ minimumRequests: 1.5 }, 'AlarmMinimumRequestsOutOfRange'],
])('a rate of %p is refused: %s', (options, name) => {
  expect(() => RestApiAlarms.fromRestApi(restApi(testStack())).serverErrorRate(options)).toThrow(expect.objectContaining({ name }));
});

test('a token is no number', () => {
  const alarms = RestApiAlarms.fromRestApi(restApi(testStack()));
  const number = Token.asNumber({ Ref: 'Many' });

  expect(() => alarms.serverErrorRate({ threshold: number, minimumRequests: number })).not.toThrow();
});

test.each([
  ['the timeout of its function', {}, Duration.seconds(10), 8_000],
  ['its integration timeout', { timeout: Duration.seconds(5) }, Duration.seconds(10), 4_000],
  ['the longest integration timeout there is', {}, Duration.minutes(5), 23_200],
])('latency() is nearly %s', (_, props, timeout, threshold) => {
  const stack = testStack();
  RestApiAlarms.fromRestApi(restApi(stack, props, timeout)).latency();

  expect(alarmOf(stack, 'Latency')).toMatchObject({ ...SINGLE_FAILURE, Statistic: 'Maximum', Threshold: threshold });
});

test('a latency that no answer can have is refused: ApiAlarmCannotFire', () => {
  const alarms = RestApiAlarms.fromRestApi(restApi(testStack(), { timeout: Duration.seconds(5) }));

  expect(() => alarms.latency({ threshold: Duration.seconds(6) })).toThrow(expect.objectContaining({ name: 'ApiAlarmCannotFire' }));
});

test('recommended() makes those on 5xx and latency, the others where they are asked for', () => {
  const stack = testStack();
  const made = RestApiAlarms.fromRestApi(restApi(stack)).recommended({
    clientErrors: { enabled: true, threshold: 100 },
    latency: { threshold: Duration.seconds(2) },
  });

  expect(made.map(({ node }) => node.path)).toEqual([
    'Stack/Orders/ServerErrorsAlarm', 'Stack/Orders/ServerErrorRateAlarm', 'Stack/Orders/ClientErrorsAlarm', 'Stack/Orders/LatencyAlarm',
  ]);
  expect(alarmOf(stack, 'Latency').Threshold).toBe(2_000);
});

test('one stage is watched where it is given, and its alarms stand below it', () => {
  const stack = testStack();
  const api = restApi(stack);
  const alarm = RestApiAlarms.fromRestApi(api, { stage: api.deploymentStage }).serverErrors();

  expect(alarm.node.path).toBe('Stack/Orders/DeploymentStage.prod/ServerErrorsAlarm');
  expect(alarmOf(stack, '5XXError').Dimensions).toEqual([
    { Name: 'ApiName', Value: 'Orders' }, { Name: 'Stage', Value: { Ref: expect.stringContaining('Stage') } },
  ]);
});

test.each<[string, apigateway.CfnRestApiProps, unknown]>([
  ['its name', { name: 'orders' }, 'orders'],
  ['its name without what is not ASCII', { name: 'Bücher' }, 'Bcher'],
  ['its id where nothing is left of the name', { name: '注文' }, { Ref: 'Api' }],
  ['the title of its definition', { body: { info: { title: 'orders' } } }, 'orders'],
])('metrics of an L1 have %s', (_, props, value) => {
  const stack = testStack();
  RestApiAlarms.fromRestApi(new apigateway.CfnRestApi(stack, 'Api', props)).serverErrors();

  expect(alarmOf(stack, '5XXError').Dimensions).toEqual([{ Name: 'ApiName', Value: value }]);
});

test('a name that is not known is refused unless it is given: RestApiNameUnknown', () => {
  const stack = testStack();
  const imported = apigateway.RestApi.fromRestApiId(stack, 'Imported', 'abc123');
  const inFile = new apigateway.CfnRestApi(stack, 'InFile', { bodyS3Location: { bucket: 'definitions', key: 'orders.json' } });

  for (const api of [imported, inFile]) {
    expect(() => RestApiAlarms.fromRestApi(api)).toThrow(expect.objectContaining({ name: 'RestApiNameUnknown' }));
  }
  RestApiAlarms.fromRestApi(imported, { restApiName: 'orders' }).recommended();
  expect(alarmOf(stack, '5XXError').Dimensions).toEqual([{ Name: 'ApiName', Value: 'orders' }]);
  expect(alarmOf(stack, 'Latency').Threshold).toBe(23_200);
});

test('an API of an included template, and alarms in another stack', () => {
  const app = new App();
  const original = testStack();
  restApi(original);
  const stack = new Stack(app, 'Service');
  const included = include(stack, { Resources: Template.fromStack(original).toJSON().Resources });
  const api = included.node.findAll().find(apigateway.CfnRestApi.isCfnRestApi)!;
  const monitoring = new Stack(app, 'Monitoring');
  RestApiAlarms.fromRestApi(api, { scope: monitoring }).recommended();

  expect(metricsOf(monitoring)).toEqual(['5XXError', 'Latency', undefined]);
  expect(alarmOf(monitoring, 'Latency').Threshold).toBe(2_400);
});
