import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { structureProblems } from './structure';
import { bodyIn, bodyOf, ENV, functionsIn, service } from './support';
import { FailureDashboard } from '../../src/dashboard/failure-dashboard';
import { nodeFunction, testStack } from '../support';

const titlesOf = (body: any): string[] => body.widgets.map(({ properties }: any) => properties.title ?? properties.markdown.split('\n')[0]);
const graph = (body: any, title: string): any => body.widgets.find(({ properties }: any) => properties.title?.startsWith(title)).properties;

test('rows from the caller to the failure queue', () => {
  const { stack, errorLogs } = service();
  const body = bodyOf(stack, { watched: [stack], errorLogs });

  expect(structureProblems(body)).toEqual([]);
  expect(titlesOf(body)).toEqual([
    '# Service/Dashboard', 'Alarms',
    '## Callers', 'Answers 5xx', 'Share of 5xx', 'Answers 4xx',
    '## Functions', 'Errors', 'Throttles', 'Slowest (ms)',
    '## Errors by type', 'Errors of the code', 'Stopped, crashed or not started', 'Last errors',
    '## Retries and drops', 'Age of asynchronous events (ms)', 'Dropped', 'Lost: not delivered to the destination', 'Lost: not delivered to the dead letters',
    '## Queues', 'Messages', 'Age of the oldest (s)', 'Messages in work',
  ]);
});

test('lines have the metrics of the facts, the names of resources and labels that people know', () => {
  const { stack, errorLogs } = service();
  const body = bodyOf(stack, { watched: [stack], errorLogs });

  expect(graph(body, 'Errors').metrics).toEqual([
    ['AWS/Lambda', 'Errors', 'FunctionName', expect.stringMatching(/^Orders/), { label: 'Orders' }], ['AWS/Lambda', 'Errors', 'FunctionName', expect.stringMatching(/^Notify/), { label: 'Notify' }],
  ]);
  expect(graph(body, 'Answers 5xx').metrics).toEqual([
    ['AWS/ApiGateway', '5XXError', 'ApiName', 'RestApi', { label: 'RestApi' }], ['AWS/ApiGateway', '5xx', 'ApiId', 'HttpApi', { label: 'HttpApi' }],
  ]);
  expect(graph(body, 'Share of 5xx').stat).toBe('Average');
  expect(graph(body, 'Messages').metrics).toEqual([['AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', expect.stringMatching(/^Failures/), { label: 'Failures' }]]);
  expect(graph(body, 'Errors of the code').metrics.map((metric: any) => metric[1])).toEqual(['FunctionErrors', 'StockBusy', 'OrderNotFound']);
  expect(graph(body, 'Last errors').query).toMatch(/^SOURCE '\/aws\/lambda\/.*' \| fields/);
});

test('alarms of this library on what is shown', () => {
  const { stack } = service();
  const shown = graph(bodyOf(stack, { watched: [stack] }), 'Alarms').alarms;
  const alarms = Object.keys(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));

  expect(alarms.length).toBeGreaterThan(5);
  expect(shown.sort()).toEqual(alarms.sort());
});

test('what is listed is shown once, an alias as its function, and rows without anything are left out', () => {
  const stack = testStack();
  const fn = nodeFunction(stack, 'Orders');
  const body = bodyOf(stack, { functions: [fn, fn.addAlias('live')] });

  expect(graph(body, 'Errors').metrics).toHaveLength(1);
  expect(titlesOf(body)).not.toContain('## Callers');
  expect(titlesOf(body)).not.toContain('## Queues');
  expect(titlesOf(body)).not.toContain('Alarms');
});

test('what is added after the dashboard is shown, from other stacks too', () => {
  const app = new App();
  const [stack, monitoring] = ['Service', 'Monitoring'].map((id) => new Stack(app, id, { env: ENV }));
  new FailureDashboard(monitoring, 'Dashboard', { watched: [stack] });
  nodeFunction(stack, 'Late');

  expect(graph(bodyIn(monitoring), 'Errors').metrics[0]).toEqual(['AWS/Lambda', 'Errors', 'FunctionName', 'imported', { label: 'Late' }]);
});

test('of more than ten lines the highest are drawn, within the structure', () => {
  const stack = testStack();
  const body = bodyOf(stack, { functions: functionsIn(stack, 100) });
  const { title, metrics } = graph(body, 'Errors');

  expect(structureProblems(body)).toEqual([]);
  expect(title).toBe('Errors: the 10 highest of 100');
  expect(metrics[0]).toEqual([{ expression: 'SORT(METRICS(), MAX, DESC, 10)', id: 'highest', label: '' }]);
  expect(metrics.slice(1).every((metric: any) => metric[metric.length - 1].visible === false)).toBe(true);
});

test('WebSocket APIs and provider functions are not shown', () => {
  const stack = testStack();
  new apigatewayv2.CfnApi(stack, 'Socket', { name: 'socket', protocolType: 'WEBSOCKET' });
  nodeFunction(stack, 'Orders');

  expect(titlesOf(bodyOf(stack, { watched: [stack] }))).not.toContain('## Callers');
});

test('FailureDashboardEmpty', () => {
  const stack = testStack();
  new FailureDashboard(stack, 'Dashboard', { watched: [stack] });

  expect(() => Template.fromStack(stack)).toThrow(expect.objectContaining({ name: 'FailureDashboardEmpty' }));
});

test('FailureDashboardTooLarge', () => {
  const stack = testStack();
  new FailureDashboard(stack, 'Dashboard', { functions: functionsIn(stack, 400) });

  expect(() => Template.fromStack(stack)).toThrow(expect.objectContaining({ name: 'FailureDashboardTooLarge', message: expect.stringContaining('and 2807 metrics') }));
});

test('FailureDashboardElsewhere', () => {
  const app = new App();
  const away = new Stack(app, 'Away', { env: { ...ENV, region: 'us-east-1' } });
  const stack = new Stack(app, 'Stack', { env: ENV });
  new FailureDashboard(stack, 'Dashboard', { queues: [new sqs.Queue(away, 'Queue', { queueName: 'q' })] });

  expect(() => app.synth()).toThrow(expect.objectContaining({ name: 'FailureDashboardElsewhere', message: expect.stringContaining('got Away/Queue in 111122223333/us-east-1') }));
});

test('a REST API without a name that is known is not shown: a warning', () => {
  const stack = testStack();
  nodeFunction(stack, 'Orders');
  new apigateway.CfnRestApi(stack, 'Api', { body: { openapi: '3.0.1' } });
  const body = bodyOf(stack, { watched: [stack] });

  expect(titlesOf(body)).not.toContain('Answers 5xx');
  Annotations.fromStack(stack).hasWarning('/Stack/Dashboard', Match.stringLikeRegexp('Stack/Api is not known.*cdk-lambda-error-handling:FailureDashboard.apiWithoutName'));
});

test('a name that only the deployment knows is taken', () => {
  const stack = testStack();
  new apigateway.CfnRestApi(stack, 'Api', { name: new CfnParameter(stack, 'Name').valueAsString });

  expect(graph(bodyOf(stack, { watched: [stack] }), 'Answers 5xx').metrics[0].slice(2, 4)).toEqual(['ApiName', 'Name']);
});

test('its address is for links in descriptions of alarms', () => {
  const { stack } = service();
  const dashboard = new FailureDashboard(stack, 'Dashboard', { watched: [stack], dashboardName: 'orders' });

  expect(stack.resolve(dashboard.dashboardUrl)).toEqual({ 'Fn::Join': ['', ['https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards:name=', { Ref: expect.any(String) }]] });
});
