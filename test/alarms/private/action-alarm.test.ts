import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ActionAlarm } from '../../../src/alarms/private/action-alarm';
import { nodeFunction } from '../../support';

function alarmIn(stack: Stack): cloudwatch.CfnAlarm {
  return new cloudwatch.CfnAlarm(stack, 'Alarm', { comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1 });
}

test('is the alarm, and adds nothing to the tree', () => {
  const stack = new Stack();
  const alarm = alarmIn(stack);
  const seen = new ActionAlarm(alarm);

  expect(seen).toMatchObject({ node: alarm.node, stack, env: alarm.env, alarmArn: alarm.attrArn, alarmName: alarm.ref });
  expect(seen.alarmRef).toEqual(alarm.alarmRef);
  expect(stack.node.findAll()).toEqual([stack, alarm]);
});

test('an action may grant the alarm something', () => {
  const stack = new Stack();
  const alarm = alarmIn(stack);
  new LambdaAction(nodeFunction(stack)).bind(alarm, new ActionAlarm(alarm));

  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Permission', { SourceArn: { 'Fn::GetAtt': ['Alarm', 'Arn'] } });
});

test('it can stand in a rule, be kept, and take mixins', () => {
  const stack = new Stack();
  const alarm = alarmIn(stack);
  const seen = new ActionAlarm(alarm);
  const applied: unknown[] = [];
  new cloudwatch.CompositeAlarm(stack, 'Both', { alarmRule: seen });

  seen.applyRemovalPolicy(RemovalPolicy.RETAIN);
  seen.with({ supports: () => true, applyTo: (construct) => applied.push(construct) });

  const template = Template.fromStack(stack);
  template.hasResource('AWS::CloudWatch::Alarm', { DeletionPolicy: 'Retain' });
  template.hasResourceProperties('AWS::CloudWatch::CompositeAlarm', {
    AlarmRule: { 'Fn::Join': ['', ['ALARM("', { 'Fn::GetAtt': ['Alarm', 'Arn'] }, '")']] },
  });
  expect(applied).toEqual([alarm]);
});
