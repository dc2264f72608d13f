import { METRICS } from '../../src/facts/metrics';
import type { Metric } from '../../src/facts/metrics';
import { nodeFunction, testStack } from '../support';

const ALL: readonly Metric[] = Object.values(METRICS);

test('every metric is listed once', () => {
  const keys = ALL.map(({ namespace, name, dimensions }) => [namespace, name, ...dimensions].join(' '));
  expect(new Set(keys).size).toBe(keys.length);
});

test.each(['metricErrors', 'metricThrottles', 'metricInvocations', 'metricDuration'] as const)('agrees with CDK on %s', (method) => {
  const metric = nodeFunction(testStack())[method]();
  const fact = ALL.find(({ namespace, name }) => namespace === metric.namespace && name === metric.metricName);
  expect(fact?.dimensions).toEqual(Object.keys(metric.dimensions ?? {}));
});

test('errors carry the time at which the invocation began', () => {
  expect(METRICS.functionErrors.timestamp).toBe('start');
  expect(METRICS.failedInvokeEvents.timestamp).toBe('end');
});

test('dimension names have no spaces', () => {
  for (const { dimensions } of ALL) for (const dimension of dimensions) expect(dimension).toMatch(/^[A-Za-z]+$/);
});
