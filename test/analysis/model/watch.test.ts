import { templateWith } from './support';
import { watchesOf } from '../../../src/analysis/model/watch';

const alarm = (properties: object) => templateWith({ Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: properties } }).resource('Alarm')!;
const watches = (properties: object) => watchesOf(alarm(properties)).map(({ namespace, metric, statistic, dimensions, isQuery, isOpen }) =>
  [namespace, metric, statistic, dimensions.map(({ name }) => name).join(), isQuery ?? false, isOpen ?? false]);
const METRIC = { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Fn' } }] };

test('a metric', () => {
  expect(watches({ ...METRIC, Statistic: 'Sum' })).toEqual([['AWS/Lambda', 'Errors', 'Sum', 'FunctionName', false, false]]);
});

test('metric math looks at each of its metrics', () => {
  const Metrics = [{ Id: 'a', MetricStat: { Metric: METRIC, Stat: 'Sum' } }, { Id: 'b', MetricStat: { Metric: { ...METRIC, MetricName: 'Throttles' }, Stat: 'Sum' } }, { Id: 'c', Expression: 'a + b' }];

  expect(watches({ Metrics }).map(([, metric]) => metric)).toEqual(['Errors', 'Throttles']);
});

test.each([
  ['SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName)', false],
  ['SELECT SUM(Errors) FROM "AWS/Lambda" GROUP BY FunctionName ORDER BY SUM() DESC', false],
  ['select max("Errors") from SCHEMA("AWS/Lambda", FunctionName) where FunctionName = \'orders\'', true],
])('%s', (Expression, isOpen) => {
  expect(watches({ Metrics: [{ Id: 'a', Expression }] })).toEqual([['AWS/Lambda', 'Errors', expect.stringMatching(/sum|max/), '', true, isOpen]]);
});

test('dimensions that are made at the deployment may be any', () => {
  expect(watches({ ...METRIC, Dimensions: { 'Fn::FindInMap': ['A', 'B', 'C'] } })).toEqual([['AWS/Lambda', 'Errors', undefined, '', false, true]]);
});

test('nothing is made of nonsense', () => {
  expect([watches({ Metrics: 'a' }), watches({ Metrics: [{ Expression: 3 }, null] })]).toEqual([[], []]);
});
