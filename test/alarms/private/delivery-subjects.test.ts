import { CfnParameter, Fn } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import { ruleSubject, scheduleGroupSubject, scheduleSubject, topicSubject } from '../../../src/alarms/private/delivery-subjects';
import { l1Rule, l1Schedule } from '../../delivery/support';
import { testStack } from '../../support';

const stack = testStack();
const part = (index: number, logicalId: string) => ({ 'Fn::Select': [index, { 'Fn::Split': ['/', { 'Fn::GetAtt': [logicalId, 'Arn'] }] }] });

test.each<[string, events.IRuleRef, object]>([
  ['the default bus', l1Rule(stack, 'Plain'), { RuleName: part(1, 'Plain') }],
  ['the default bus by name', l1Rule(stack, 'Named', { eventBusName: 'default' }), { RuleName: part(1, 'Named') }],
  ['the default bus by ARN', l1Rule(stack, 'ByArn', { eventBusName: 'arn:aws:events:eu-west-1:111122223333:event-bus/default' }), { RuleName: part(1, 'ByArn') }],
  [
    'a bus of your own', l1Rule(stack, 'Own', { eventBusName: new events.CfnEventBus(stack, 'Bus', { name: 'orders' }).ref }),
    { EventBusName: part(1, 'Own'), RuleName: part(2, 'Own') },
  ],
  [
    'an imported rule on a bus of your own', events.Rule.fromEventRuleArn(stack, 'Imported', 'arn:aws:events:eu-west-1:111122223333:rule/orders/placed'),
    { EventBusName: 'orders', RuleName: 'placed' },
  ],
  [
    'an imported rule on the default bus', events.Rule.fromEventRuleArn(stack, 'ImportedPlain', 'arn:aws:events:eu-west-1:111122223333:rule/placed'),
    { RuleName: 'placed' },
  ],
])('a rule on %s', (_, ref, dimensions) => {
  expect(stack.resolve(ruleSubject(ref).dimensions)).toEqual(dimensions);
});

test('a rule whose ARN only the deployment knows is taken for one on the default bus', () => {
  const ref = events.Rule.fromEventRuleArn(stack, 'Unknown', new CfnParameter(stack, 'RuleArn').valueAsString);

  expect(stack.resolve(ruleSubject(ref).dimensions)).toEqual({ RuleName: { 'Fn::Select': [1, { 'Fn::Split': ['/', { Ref: 'RuleArn' }] }] } });
});

test('schedules count for their group', () => {
  const inGroup = new scheduler.CfnSchedule(stack, 'InGroup', {
    flexibleTimeWindow: { mode: 'OFF' }, scheduleExpression: 'rate(1 hour)', groupName: 'orders', target: { arn: 'arn', roleArn: 'arn' },
  });
  const imported = scheduler.Schedule.fromScheduleArn(stack, 'ImportedSchedule', 'arn:aws:scheduler:eu-west-1:111122223333:schedule/orders/placed');

  expect([l1Schedule(stack), inGroup].map((ref) => scheduleSubject(ref).dimensions)).toEqual([{ ScheduleGroup: 'default' }, { ScheduleGroup: 'orders' }]);
  expect(scheduleSubject(imported).ref).toBe(imported);
});

test('groups are known by name', () => {
  const group = new scheduler.ScheduleGroup(stack, 'Group');
  const fallback = scheduler.ScheduleGroup.fromDefaultScheduleGroup(stack, 'Default');

  expect([group, fallback].map((ref) => stack.resolve(scheduleGroupSubject(ref).dimensions))).toEqual([
    { ScheduleGroup: { Ref: 'GroupC77FDACD' } }, { ScheduleGroup: 'default' },
  ]);
  expect(scheduleGroupSubject(group.node.defaultChild as scheduler.CfnScheduleGroup).home).toBe(group);
});

test('topics are known by name', () => {
  const topic = new sns.Topic(stack, 'Topic');
  const imported = sns.Topic.fromTopicArn(stack, 'ImportedTopic', 'arn:aws:sns:eu-west-1:111122223333:orders');
  const unknown = sns.Topic.fromTopicArn(stack, 'UnknownTopic', Fn.importValue('topic'));

  expect([topic, imported].map((ref) => stack.resolve(topicSubject(ref).name))).toEqual([{ 'Fn::GetAtt': ['TopicBFC7AF6E', 'TopicName'] }, 'orders']);
  expect(stack.resolve(topicSubject(unknown).name)).toEqual({ 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::ImportValue': 'topic' }] }] });
  expect(topicSubject(topic.node.defaultChild as sns.CfnTopic).home).toBe(topic);
});
