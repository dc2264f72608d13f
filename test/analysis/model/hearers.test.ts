import { modelWith } from './support';

const ALARM = 'AWS::CloudWatch::Alarm';
const COMPOSITE = 'AWS::CloudWatch::CompositeAlarm';
const TOPIC = { Topic: { Type: 'AWS::SNS::Topic' } };
const TO_TOPIC = { AlarmActions: [{ Ref: 'Topic' }] };

function heard(resources: object, id = 'Alarm') {
  const model = modelWith({ ...TOPIC, ...resources });
  return model.alarms.hearers.of(model.assembly.templates[0].resource(id)!)
    .map(({ resource, text, subscriptions, through }) => [resource?.id ?? text, subscriptions.length, through?.id].filter((part) => part !== undefined).join(' '));
}

test.each<[string, object, string[]]>([
  ['a topic', { Alarm: { Type: ALARM, Properties: TO_TOPIC } }, ['Topic 0']],
  ['a topic with subscriptions', { Alarm: { Type: ALARM, Properties: TO_TOPIC }, Mail: { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Topic' } } } }, ['Topic 1']],
  ['a topic with a subscription of its own', { Alarm: { Type: ALARM, Properties: TO_TOPIC }, Topic: { Type: 'AWS::SNS::Topic', Properties: { Subscription: [{ Protocol: 'email', Endpoint: 'a' }] } } }, ['Topic 1']],
  ['somebody else', { Alarm: { Type: ALARM, Properties: { AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:on-call'] } } }, ['arn:aws:sns:eu-west-1:111122223333:on-call 0']],
  ['nobody', { Alarm: { Type: ALARM, Properties: { OKActions: [{ Ref: 'Topic' }] } } }, []],
  ['nobody, as actions are off', { Alarm: { Type: ALARM, Properties: { ...TO_TOPIC, ActionsEnabled: false } } }, []],
  ['a composite alarm by reference', { Alarm: { Type: ALARM }, All: { Type: COMPOSITE, Properties: { ...TO_TOPIC, AlarmRule: { 'Fn::Sub': 'ALARM("${Alarm}")' } } } }, ['Topic 0 All']],
  ['a composite alarm by name', { Alarm: { Type: ALARM, Properties: { AlarmName: 'errors' } }, All: { Type: COMPOSITE, Properties: { ...TO_TOPIC, AlarmRule: 'ALARM(errors) OR ALARM("other")' } } }, ['Topic 0 All']],
  ['nobody through an alarm of others', { Alarm: { Type: ALARM }, All: { Type: COMPOSITE, Properties: { ...TO_TOPIC, AlarmRule: 'ALARM("other")' } } }, []],
])('an alarm is heard by %s', (_what, resources, expected) => {
  expect(heard(resources)).toEqual(expected);
});

test('composite alarms of each other end', () => {
  const rule = (id: string) => ({ Type: COMPOSITE, Properties: { AlarmRule: { 'Fn::Sub': `ALARM("\${${id}}")` } } });

  expect(heard({ A: rule('B'), B: rule('A') }, 'A')).toEqual([]);
});
