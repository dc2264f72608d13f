import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { burnRateAlarm } from '../../../src/alarms/private/budget-resources';

test('one window is one period, without data it is fine, and it calls nobody', () => {
  const stack = new Stack();
  const metric = { namespace: 'Orders', metricName: 'Placed' };
  const burn = { burnRate: 6, threshold: 0.6, minimumRequests: 167, longWindow: 21_600, shortWindow: 1_800 };

  burnRateAlarm(stack, { window: burn.shortWindow, burn, metrics: { requests: metric, errors: { ...metric, metricName: 'Failed' } }, minimum: 1 });

  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'));
  expect(Properties).toMatchObject({ EvaluationPeriods: 1, DatapointsToAlarm: 1, Threshold: 0.6, TreatMissingData: 'notBreaching' });
  expect(Properties.Metrics.slice(1).map(({ MetricStat: { Period, Metric } }: any) => [Period, Metric.MetricName])).toEqual([[1_800, 'Failed'], [1_800, 'Placed']]);
  expect(Properties.AlarmActions).toBeUndefined();
});
