import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { describeAlarm, isLiteral, linkAlarms } from '../../../src/alarms/private/alarm-text';

function alarmIn(stack: Stack): cloudwatch.CfnAlarm {
  return new cloudwatch.CfnAlarm(stack, 'Alarm', { comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1 });
}

test('a token counts as long as a name can be', () => {
  const stack = new Stack();
  const alarm = alarmIn(stack);
  const name = new CfnParameter(stack, 'Name').valueAsString;

  describeAlarm(alarm, { method: 'errors', sentence: name.repeat(12), links: { Logs: 'x'.repeat(60) } });

  expect(alarm.alarmDescription).not.toContain('Logs'); // 12 × 80 + 66 is too long
});

test('links are added up, and an alarm that was not described is left alone', () => {
  const stack = new Stack();
  const alarm = alarmIn(stack);

  linkAlarms(stack, { runbookUrl: 'https://example.com/{alarm}' });
  linkAlarms(stack, { dashboardUrl: 'https://example.com/d' });
  expect(alarm.alarmDescription).toBeUndefined();
  describeAlarm(alarm, { method: 'errors', sentence: 'It failed.' });

  expect(alarm.alarmDescription).toBe('It failed.\nDashboard: https://example.com/d\nRunbook: https://example.com/errors');
});

test('tokens are no literals', () => {
  expect([undefined, new CfnParameter(new Stack(), 'Name').valueAsString, 'orders'].map(isLiteral)).toEqual([false, false, true]);
});
