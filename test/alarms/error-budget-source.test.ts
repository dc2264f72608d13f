import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { ErrorBudgetSource } from '../../src/alarms/error-budget-source';
import { l1Function, nodeFunction, testStack } from '../support';

test.each([[3, 180], [60, 180], [900, 1_020]])('a function with a timeout of %d seconds has no window below %d', (timeout, shortest) => {
  expect(ErrorBudgetSource.ofFunction(l1Function(testStack(), 'Function', { timeout }))._shortestWindow.toSeconds()).toBe(shortest);
});

test('a function that is imported may run as long as functions can', () => {
  const fn = lambda.Function.fromFunctionName(testStack(), 'Imported', 'orders');

  expect(ErrorBudgetSource.ofFunction(fn)._shortestWindow.toSeconds()).toBe(1_020);
});

test('an alias has its own invocations', () => {
  const stack = testStack();
  const alias = nodeFunction(stack).addAlias('live');

  const { requests, errors } = ErrorBudgetSource.ofFunction(alias)._metrics(stack);

  expect([requests.metricName, errors.metricName]).toEqual(['Invocations', 'Errors']);
  expect(requests.dimensions).toEqual(errors.dimensions);
  expect(requests.dimensions!.map(({ name }) => name)).toEqual(['FunctionName', 'Resource']);
});

test.each([
  [ErrorBudgetSource.ofRestApi('orders', 'prod'), '5XXError', { ApiName: 'orders', Stage: 'prod' }],
  [ErrorBudgetSource.ofHttpApi('a1b2', '$default'), '5xx', { ApiId: 'a1b2', Stage: '$default' }],
])('of an API, 5xx answers of all requests', (source, errorMetric, dimensions) => {
  const { requests, errors } = source._metrics(testStack());

  expect(errors).toEqual({ namespace: 'AWS/ApiGateway', metricName: errorMetric, dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })) });
  expect(requests).toEqual({ ...errors, metricName: 'Count' });
});

test('of any two metrics', () => {
  const metric = (metricName: string) => new cloudwatch.Metric({ namespace: 'Orders', metricName, dimensionsMap: { Shop: 'a' }, period: Duration.minutes(5) });

  const { requests, errors } = ErrorBudgetSource.ofMetrics('orders', metric('Placed'), metric('Failed'))._metrics(testStack());

  expect([requests, errors]).toEqual(['Placed', 'Failed'].map((metricName) => ({ namespace: 'Orders', metricName, dimensions: [{ name: 'Shop', value: 'a' }] })));
});

test('an expression is refused', () => {
  const expression = new cloudwatch.MathExpression({ expression: 'm1', usingMetrics: { m1: new cloudwatch.Metric({ namespace: 'Orders', metricName: 'Placed' }) } });

  expect(() => ErrorBudgetSource.ofMetrics('orders', expression, expression)).toThrow(expect.objectContaining({ name: 'ErrorBudgetMetricInvalid' }));
});
