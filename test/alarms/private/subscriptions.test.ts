import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { AlarmSeverity } from '../../../src/alarms/alarm-severity';
import { announce, subscribe } from '../../../src/alarms/private/subscriptions';

function alarmIn(stack: Stack): cloudwatch.CfnAlarm {
  return new cloudwatch.CfnAlarm(stack, 'Alarm', { comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1 });
}

test('an alarm that was not announced is left alone', () => {
  const stack = new Stack();
  const bind = jest.fn();
  alarmIn(stack);

  subscribe(stack, { action: { bind }, includeOk: false });

  expect(bind).not.toHaveBeenCalled();
});

test('an action that was subscribed above and on the alarm is bound once, with the alarm', () => {
  const stack = new Stack();
  const alarm = alarmIn(stack);
  const bind = jest.fn((scope: IConstruct, bound: cloudwatch.IAlarm) =>
    ({ alarmActionArn: scope === alarm && bound.alarmArn === alarm.attrArn ? 'arn' : 'other' }));

  const action = { bind };

  subscribe(stack, { action, includeOk: false });
  subscribe(alarm, { action, includeOk: true });
  announce(alarm, AlarmSeverity.CRITICAL);

  expect(bind).toHaveBeenCalledTimes(1);
  expect(stack.resolve(alarm.alarmActions)).toEqual(['arn']);
});
