import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { RuleAlarms } from '../../src/alarms/rule-alarms';
import { RuleDelivery } from '../../src/delivery/rule-delivery';
import { l1Rule } from '../delivery/support';
import { errorOf } from '../failure/support';
import { nodeFunction, testStack } from '../support';
import { alarmOf, metricsOf, SINGLE_FAILURE } from './support';

function ruleIn(stack: Stack): events.Rule {
  return new events.Rule(stack, 'Rule', { eventPattern: { source: ['orders'] }, targets: [new targets.LambdaFunction(nodeFunction(stack))] });
}

test('failedInvocations() sees a single event that was given up', () => {
  const stack = testStack();
  RuleAlarms.fromRule(ruleIn(stack)).failedInvocations();

  expect(alarmOf(stack, 'FailedInvocations')).toMatchObject({
    Namespace: 'AWS/Events',
    Dimensions: [{ Name: 'RuleName', Value: { 'Fn::Select': [1, { 'Fn::Split': ['/', { 'Fn::GetAtt': ['Rule4C995B7F', 'Arn'] }] }] } }],
    ...SINGLE_FAILURE,
  });
});

test('recommended() watches the dead-letter queue where there is one', () => {
  const [without, mixed] = [testStack(), testStack()];
  RuleAlarms.fromRule(ruleIn(without)).recommended();
  const rule = ruleIn(mixed);
  rule.with(new RuleDelivery());
  RuleAlarms.fromRule(rule).recommended({ failedInvocations: { threshold: 5 } });

  expect([without, mixed].map(metricsOf)).toEqual([['FailedInvocations'], ['FailedInvocations', 'InvocationsFailedToBeSentToDlq']]);
  expect(alarmOf(mixed, 'FailedInvocations').Threshold).toBe(5);
});

test('an alarm that can\'t fire is refused by name: RuleAlarmCannotFire', () => {
  const alarms = RuleAlarms.fromRule(l1Rule(testStack()));

  expect(errorOf(() => alarms.invocationsFailedToBeSentToDlq())?.name).toBe('RuleAlarmCannotFire');
});

test('of an imported rule the dead-letter queue is not known, and its alarm is allowed by name', () => {
  const stack = testStack();
  const alarms = RuleAlarms.fromRule(events.Rule.fromEventRuleArn(stack, 'Imported', 'arn:aws:events:eu-west-1:111122223333:rule/orders/placed'));
  alarms.recommended();
  alarms.invocationsFailedToBeSentToDlq();

  expect(alarmOf(stack, 'InvocationsFailedToBeSentToDlq').Dimensions).toEqual([{ Name: 'EventBusName', Value: 'orders' }, { Name: 'RuleName', Value: 'placed' }]);
});

test('L1 and L2 of a rule have one place for their alarms: AlarmAlreadyDefined', () => {
  const rule = ruleIn(testStack());
  RuleAlarms.fromRule(rule.node.defaultChild as events.CfnRule).failedInvocations();

  expect(errorOf(() => RuleAlarms.fromRule(rule).recommended())?.name).toBe('AlarmAlreadyDefined');
});

test('a scope in another region is refused: AlarmScopeInOtherRegion', () => {
  const app = new App();
  const [here, there] = ['eu-west-1', 'us-east-1'].map((region) => new Stack(app, region, { env: { region, account: '111122223333' } }));

  expect(errorOf(() => RuleAlarms.fromRule(ruleIn(here), { scope: there }).failedInvocations())?.name).toBe('AlarmScopeInOtherRegion');
});
