import { alarmActionNotArn } from '../../../src/validation/rules/alarm-action-not-arn';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref, topic } from '../support';

describeRule({
  rule: alarmActionNotArn,
  violating: [
    [{ Alarm: alarm({ AlarmActions: ['nope'], OKActions: ['arn:aws:sns:eu-west-1:111122223333:t', 'no'] }) }, 'Alarm Properties.AlarmActions.0', 'Alarm Properties.OKActions.1'],
    [{ All: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmActions: ['on-call'] } } }, 'All Properties.AlarmActions.0'],
  ],
  compliant: [{ Alarm: alarm({ AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t', ref('Topic')] }), Topic: topic() }, { Alarm: alarm() }],
  unknown: [{ Alarm: alarm({ AlarmActions: ref('Actions') }) }],
});
