import { templateWith } from './support';
import { flawsOf, silencesOf } from '../../../src/analysis/model/alarm';
import { METRICS } from '../../../src/facts/metrics';

const alarm = (properties: object) => templateWith({ Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: properties } }).resource('Alarm')!;

test.each<[object, string | undefined, boolean]>([
  [{}, 'Sum', false],
  [{ ComparisonOperator: 'GreaterThanThreshold' }, 'Sum', false],
  [{ ComparisonOperator: 'LessThanThreshold' }, 'Sum', true],
  [{}, 'SampleCount', true],
  [{ DatapointsToAlarm: 3, EvaluationPeriods: 2 }, 'Sum', true],
  [{ ActionsEnabled: 'false' }, 'Sum', true],
])('%j with %s is silent: %s', (properties, statistic, isSilent) => {
  expect(silencesOf(alarm(properties), statistic, METRICS.functionErrors).length > 0).toBe(isSilent);
});

test('a metric that is low when something stopped may be watched for that', () => {
  expect(silencesOf(alarm({ ComparisonOperator: 'LessThanThreshold' }), 'Sum', METRICS.polledEvents)).toEqual([]);
});

test.each<[object, boolean]>([[{}, true], [{ TreatMissingData: 'missing' }, true], [{ TreatMissingData: 'breaching' }, true], [{ TreatMissingData: 'notBreaching' }, false], [{ TreatMissingData: { Ref: 'Stage' } }, false]])(
  '%j is unquiet without data: %s', (properties, isUnquiet) => {
    expect(flawsOf(alarm(properties), METRICS.functionErrors).length > 0).toBe(isUnquiet);
  },
);

test.each<[object, string | undefined, string[]]>([
  [{ ComparisonOperator: 'LessThanOrEqualToThreshold' }, 'Sum', ['it goes off when the metric is low']],
  [{ ComparisonOperator: 'GreaterThanThreshold' }, 'Minimum', ['the statistic Minimum does not count failures']],
  [{}, 'MinimumOfAll', []],
  [{}, undefined, []],
  [{ DatapointsToAlarm: 2, EvaluationPeriods: 2 }, 'Sum', []],
  [{ DatapointsToAlarm: 3, EvaluationPeriods: { Ref: 'Stage' } }, 'Sum', []],
  [{ DatapointsToAlarm: { Ref: 'Stage' }, EvaluationPeriods: 2 }, 'Sum', []],
  [{ ActionsEnabled: true }, 'Sum', []],
  [{ ActionsEnabled: false, DatapointsToAlarm: 3, EvaluationPeriods: 2 }, 'Sum', ['`DatapointsToAlarm` is more than `EvaluationPeriods`', '`ActionsEnabled` is false']],
])('%j with %s: %j', (properties, statistic, why) => {
  expect(silencesOf(alarm(properties), statistic, METRICS.functionErrors)).toEqual(why);
});

test('a metric that stops when its source does is not unquiet', () => {
  expect(flawsOf(alarm({}), METRICS.polledEvents)).toEqual([]);
  expect(flawsOf(alarm({ TreatMissingData: 'notmissing' }), METRICS.functionErrors)).toEqual([]);
});
