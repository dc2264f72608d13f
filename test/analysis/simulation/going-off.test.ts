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

test.each([
  ['a period of the deployment', { Period: { Ref: 'P' } }],
  ['periods of the deployment', { EvaluationPeriods: { Ref: 'P' } }],
  ['another way to compare', { ComparisonOperator: 'GreaterThanUpperThreshold' }],
  ['an average', { Statistic: 'Average' }],
  ['the most of one datapoint', { Statistic: 'Maximum' }],
  ['a metric of metrics', { MetricName: undefined, Dimensions: undefined, Metrics: [{ Id: 'e', MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'F' } }] }, Period: 60, Stat: 'Sum' } }] }],
])('%s is not foreseen', (_what, properties) => {
  expect(goingOff(properties)).toEqual([['unknown', undefined]]);
});

test('a threshold between numbers needs the next one', () => {
  expect(goingOff({ Threshold: 0.5 })).toEqual([['yes', 60]]);
  expect(goingOff({ Threshold: 0.5, ComparisonOperator: 'GreaterThanThreshold' })).toEqual([['yes', 60]]);
  expect(goingOff({ Threshold: 1, ComparisonOperator: 'GreaterThanThreshold' })).toEqual([['unknown', undefined]]);
  expect(goingOff({ Threshold: 3, ComparisonOperator: 'GreaterThanThreshold' })).toEqual([['no', undefined]]);
});

describe('an alarm on the copy', () => {
  const onQueue = (properties: object) => {
    const resources = {
      F: { Type: 'AWS::Lambda::Function', Properties: { Code: {}, Timeout: 5, Role: { 'Fn::GetAtt': ['Role', 'Arn'] }, DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': ['Q', 'Arn'] } } } },
      Role: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }] } }] } },
      Q: { Type: 'AWS::SQS::Queue' },
      OnCall: { Type: 'AWS::SNS::Topic' },
      Alarm: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          Namespace: 'AWS/SQS',
          MetricName: 'ApproximateNumberOfMessagesVisible',
          Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': ['Q', 'QueueName'] } }],
          Statistic: 'Maximum',
          Period: 60,
          EvaluationPeriods: 3,
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          AlarmActions: [{ Ref: 'OnCall' }],
          ...properties,
        },
      },
    };
    return simulated(topicTemplate(resources), 'sns', 'function-error').alarms.map(({ goesOff, after }) => [goesOff, after]);
  };

  test('goes off after its periods, as the copy waits', () => {
    expect(onQueue({})).toEqual([['yes', 180 + 180]]);
    expect(onQueue({ DatapointsToAlarm: 2 })).toEqual([['yes', 180 + 120]]);
    expect(onQueue({ Threshold: 2 })).toEqual([['no', undefined]]);
  });

  test('of its age goes off when the copy is that old', () => {
    expect(onQueue({ MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 600 })).toEqual([['yes', 180 + 180 + 600]]);
  });
});
