import { watchesOf } from '../../../src/analysis';
import { dimensionOf, factOf, isMetric, isOfFailures, partOf, watchedResource } from '../../../src/validation/private/alarms';
import { alarm, lambda, ref } from '../support';
import { resourceIn } from '../template';

const watch = (props: Record<string, unknown>) => watchesOf(resourceIn({ Fn: lambda(), Alarm: alarm(props) }, 'Alarm'))[0];
const errors = { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: ref('Fn') }] };

test('what an alarm looks at is a metric of the facts', () => {
  expect(factOf(watch(errors))?.absent).toBe('nothing-failed');
  expect([isMetric(watch(errors), 'functionErrors'), isMetric(watch(errors), 'functionThrottles')]).toEqual([true, false]);
  expect(factOf(watch({ Namespace: 'Mine', MetricName: 'Errors' }))).toBeUndefined();
});

test('a duration is no failure, and messages that wait are', () => {
  expect(['Errors', 'Duration', 'Invocations'].map((MetricName) => isOfFailures(watch({ ...errors, MetricName })))).toEqual([true, false, false]);
  expect(isOfFailures(watch({ Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible' }))).toBe(true);
});

test('a dimension names a resource', () => {
  expect(watchedResource(watch(errors), 'FunctionName', 'AWS::Lambda::Function')?.id).toBe('Fn');
  expect(dimensionOf(watch(errors), 'QueueName')).toBeUndefined();
});

test('what is wrong with one of several metrics is at all of them', () => {
  expect(partOf(watch(errors), 'Dimensions')).toBe('Dimensions');
  expect(partOf(watch({ Metrics: [{ Id: 'm', MetricStat: { Metric: errors } }] }), 'Dimensions')).toBe('Metrics');
});
