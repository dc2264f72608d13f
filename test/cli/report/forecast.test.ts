import { Assembly } from '../../../src/analysis';
import { forecastOf } from '../../../src/cli/report/forecast';

const forecast = (...alarms: object[]) => forecastOf([Assembly.ofTemplate({
  Resources: Object.fromEntries(alarms.map((alarm, i) => [`A${i}`, { Type: 'AWS::CloudWatch::Alarm', ...alarm }])),
}, { name: 'Shop' })]);

test.each([
  ['of a minute', { Properties: { MetricName: 'Errors', Period: 60 } }, 0.1],
  ['of ten seconds', { Properties: { MetricName: 'Errors', Period: 10 } }, 0.3],
  ['on two metrics', { Properties: { Metrics: [{ Expression: 'a / b' }, { MetricStat: {} }, { MetricStat: {} }] } }, 0.2],
  ['on an anomaly', { Properties: { Metrics: [{ Expression: 'ANOMALY_DETECTION_BAND(m, 2)' }, { MetricStat: {} }] } }, 0.3],
  ['made of others', { Type: 'AWS::CloudWatch::CompositeAlarm' }, 0.5],
])('an alarm %s', (_, alarm, alarmCost) => {
  expect(forecast(alarm)).toMatchObject({ alarms: 1, alarmCost, openAlarms: 0 });
});

test('a query costs by what it matches, which nobody knows', () => {
  expect(forecast({ Properties: { Metrics: [{ Expression: 'SELECT SUM(Errors) FROM "AWS/Lambda" GROUP BY FunctionName' }] } })).toMatchObject({ openAlarms: 1 });
});

test('counts the resources of each stack against the limit', () => {
  expect(forecast({}, {}).stacks).toEqual([{ name: 'Shop', resources: 2, limit: 500 }]);
});

test('an alarm on nothing that is read costs as one metric, and what is no metric is none', () => {
  expect(forecast({ Properties: { Metrics: [{ Expression: 'a' }, null, 'MetricStat', 1] } })).toMatchObject({ alarmCost: 0.1, openAlarms: 0 });
  expect(forecast({ Properties: { Period: { Ref: 'Period' } } })).toMatchObject({ alarmCost: 0.1 });
  expect(forecast({ Properties: { Metrics: [{ MetricStat: {} }, { Expression: 'SELECT SUM(Errors) FROM "AWS/Lambda"' }] } })).toMatchObject({ alarms: 1, openAlarms: 1 });
  expect(forecast({ Properties: { Metrics: [{ MetricStat: {} }, { Expression: 'PRESELECTED + a' }] } })).toMatchObject({ openAlarms: 0 });
});
