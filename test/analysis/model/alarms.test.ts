import { modelWith, OPEN } from './support';

const TOPIC = { Topic: { Type: 'AWS::SNS::Topic' } };
const alarm = (properties: object, more: object = {}) => ({ Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', AlarmActions: [{ Ref: 'Topic' }], ...properties }, ...more } });
const of = (Value: unknown, Name = 'FunctionName') => ({ Dimensions: [{ Name, Value }] });

function on(resources: object) {
  const model = modelWith({ ...TOPIC, ...resources }, OPEN);
  return model.alarms.on('functionErrors', { FunctionName: model.functions[0].resource }).map(({ isAbout, rings }) => `${isAbout}${rings ? '' : ' silent'}`);
}

test.each<[string, object, string[]]>([
  ['the function', alarm(of({ Ref: 'Fn' })), ['yes']],
  ['its name', alarm(of('orders')), ['yes']],
  ['another name', alarm(of('invoices')), []],
  ['another function', { ...alarm(of({ Ref: 'Other' })), Other: { Type: 'AWS::Lambda::Function' } }, []],
  ['a name that only the deployment knows', alarm(of({ Ref: 'Stage' })), ['unknown']],
  ['a name that begins with what only the deployment knows', alarm(of({ 'Fn::Sub': '${Stage}-orders' })), ['unknown']],
  ['a name with the region in it, and no other', alarm(of({ 'Fn::Sub': '${AWS::Region}' })), []],
  ['a dimension that the metric does not have, beside its own', alarm({ Dimensions: [{ Name: 'FunctionName', Value: { Ref: 'Fn' } }, { Name: 'Stage', Value: 'live' }] }), []],
  ['a name that a condition decides', alarm(of({ 'Fn::If': ['Open', { Ref: 'Fn' }, 'invoices'] })), ['unknown']],
  ['another dimension', alarm(of({ Ref: 'Fn' }, 'Name')), []],
  ['another metric', alarm({ ...of({ Ref: 'Fn' }), MetricName: 'Throttles' }), []],
  ['all functions', alarm({}), ['yes']],
  ['all functions, by a query', alarm({ MetricName: undefined, Metrics: [{ Id: 'a', Expression: 'SELECT SUM(Errors) FROM "AWS/Lambda"' }] }), ['yes']],
  ['some functions, by a query', alarm({ MetricName: undefined, Metrics: [{ Id: 'a', Expression: 'SELECT SUM(Errors) FROM "AWS/Lambda" WHERE tag.team = \'a\'' }] }), ['unknown']],
  ['the function, if it is there', alarm(of({ Ref: 'Fn' }), { Condition: 'Open' }), ['unknown']],
  ['the function, without actions', alarm({ ...of({ Ref: 'Fn' }), AlarmActions: [] }), ['yes silent']],
  ['the function, when it is low', alarm({ ...of({ Ref: 'Fn' }), ComparisonOperator: 'LessThanThreshold' }), ['yes silent']],
])('an alarm on %s', (_what, resources, expected) => {
  expect(on(resources)).toEqual(expected);
});

test('a name of a group is meant as text', () => {
  const model = modelWith({ ...TOPIC, ...alarm({ Namespace: 'AWS/Scheduler', MetricName: 'TargetErrorCount', ...of('default', 'ScheduleGroup') }) });

  expect(['default', 'orders'].map((group) => model.alarms.on('scheduleTargetErrors', { ScheduleGroup: group }).length)).toEqual([1, 0]);
});

test('queues have nothing for all of them', () => {
  const model = modelWith({ ...TOPIC, ...alarm({ Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible' }) });

  expect(model.alarms.on('queueMessagesVisible', { QueueName: model.assembly.templates[0].resource('Queue') })).toEqual([]);
});
