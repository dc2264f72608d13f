import { simulated, topicTemplate } from './support';

const goingOff = (properties: object, failure: 'function-error' | 'throttle' = 'function-error') => {
  const Alarm = {
    Type: 'AWS::CloudWatch::Alarm',
    Properties: {
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'F' } }],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [{ Ref: 'OnCall' }],
      ...properties,
    },
  };
  return simulated(topicTemplate({ Alarm, OnCall: { Type: 'AWS::SNS::Topic' } }), 'sns', failure).alarms.map(({ goesOff, after }) => [goesOff, after]);
};

test.each([
  ['one error is enough', {}, ['yes', 60]],
  ['more than none is one', { ComparisonOperator: 'GreaterThanThreshold', Threshold: 0 }, ['yes', 60]],
  ['three attempts are three errors, but not in one period', { Threshold: 3 }, ['unknown', undefined]],
  ['twenty are not reached', { Threshold: 20 }, ['no', undefined]],
  ['one datapoint of three is enough', { EvaluationPeriods: 3, DatapointsToAlarm: 1 }, ['yes', 60]],
  ['three periods may be too many', { EvaluationPeriods: 3 }, ['unknown', undefined]],
  ['a threshold of the deployment', { Threshold: { Ref: 'P' } }, ['unknown', undefined]],
  ['dropped events come with the last attempt', { MetricName: 'AsyncEventsDropped' }, ['yes', 240]],
])('%s', (_what, properties, expected) => {
  expect(goingOff(properties)).toEqual([expected]);
});

test('an alarm on something else is not among them', () => {
  expect(goingOff({ MetricName: 'Throttles' })).toEqual([]);
  expect(goingOff({ MetricName: 'Throttles' }, 'throttle')).toEqual([['yes', 60]]);
});
