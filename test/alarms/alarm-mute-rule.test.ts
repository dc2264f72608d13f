import { App, Duration, Stack, TimeZone, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { AlarmMuteRule, type AlarmMuteRuleProps } from '../../src/alarms/alarm-mute-rule';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { MuteSchedule } from '../../src/alarms/mute-schedule';
import { l1Function, testStack } from '../support';

const AT_NIGHT = { schedule: MuteSchedule.cron({ hour: '2', timeZone: TimeZone.EUROPE_VIENNA }), duration: Duration.hours(4) };

function mute(stack: Stack, props: Partial<AlarmMuteRuleProps> = {}): AlarmMuteRule {
  return new AlarmMuteRule(stack, 'Mute', { ...AT_NIGHT, ...props });
}

test('mutes what is below a scope, also what comes later, and what is given', () => {
  const stack = testStack();
  const fn = l1Function(stack);
  const own = new cloudwatch.CfnAlarm(stack, 'Own', { alarmName: 'own', comparisonOperator: 'GreaterThanThreshold', threshold: 1, evaluationPeriods: 1 });

  mute(stack, { muted: [fn], alarms: [own], muteRuleName: 'nights', description: 'batches run' });
  const errors = FunctionAlarms.fromFunction(fn).errors();

  Template.fromStack(stack).hasResourceProperties('AWS::CloudWatch::AlarmMuteRule', {
    Name: 'nights',
    Description: 'batches run',
    MuteTargets: { AlarmNames: [{ Ref: stack.resolve(errors.logicalId) }, { Ref: 'Own' }] },
    Rule: { Schedule: { Expression: 'cron(0 2 * * *)', Duration: 'PT4H', Timezone: 'Europe/Vienna' } },
  });
});

test.each([Duration.seconds(30), Duration.days(16), Duration.hours(Token.asNumber({ Ref: 'Hours' }))])('%s is refused', (duration) => {
  expect(() => mute(testStack(), { duration })).toThrow(expect.objectContaining({ name: 'MuteDurationOutOfRange' }));
});

test('a rule that mutes nothing is refused', () => {
  const stack = testStack();
  mute(stack, { muted: [stack] });

  expect(() => Template.fromStack(stack)).toThrow(expect.objectContaining({ name: 'AlarmMuteRuleEmpty' }));
});

test('a rule that mutes more than CloudWatch allows is refused', () => {
  const stack = new Stack(new App(), 'Stack');
  for (let i = 0; i < 51; i++) {
    const alarms = FunctionAlarms.fromFunction(l1Function(stack, `F${i}`));
    alarms.errors();
    alarms.throttles();
  }
  mute(stack, { muted: [stack] });

  expect(() => Template.fromStack(stack)).toThrow(expect.objectContaining({ name: 'AlarmMuteRuleTooMany' }));
});
