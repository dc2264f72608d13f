import { alarmUnheard } from '../../../src/validation/rules/alarm-unheard';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, arn, ref, resource } from '../support';

const errors = { Namespace: 'AWS/Lambda', MetricName: 'Errors' };
const composite = resource('AWS::CloudWatch::CompositeAlarm')({ AlarmRule: { 'Fn::Sub': 'ALARM("${Alarm.Arn}")' }, AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t'] });

describeRule({
  rule: alarmUnheard,
  violating: [[{ Alarm: alarm(errors) }, 'Alarm Properties.AlarmActions'], [{ Alarm: alarm({ ...errors, AlarmActions: [] }) }, 'Alarm Properties.AlarmActions']],
  compliant: [
    { Alarm: alarm({ ...errors, AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t'] }) },
    { Alarm: alarm(errors), All: composite },
    { Alarm: alarm(errors), Experiment: resource('AWS::FIS::ExperimentTemplate')({ StopConditions: [{ Source: 'aws:cloudwatch:alarm', Value: arn('Alarm') }] }) },
    { Alarm: alarm({ Namespace: 'Mine', MetricName: 'Sales' }) },
  ],
  unknown: [{ Alarm: alarm({ ...errors, AlarmActions: ref('Actions') }) }],
});
