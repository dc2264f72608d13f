import { compositeAlarmTooLarge } from '../../../src/validation/rules/composite-alarm-too-large';
import { describeRule } from '../../conformance/describe-rule';
import { resource } from '../support';

const composite = (children: number) => ({
  All: resource('AWS::CloudWatch::CompositeAlarm')({ AlarmRule: Array.from({ length: children }, (_, index) => `ALARM("a${index}")`).join(' OR ') }),
});

describeRule({
  rule: compositeAlarmTooLarge,
  violating: [[composite(101), 'All Properties.AlarmRule']],
  compliant: [composite(100), composite(1)],
});
