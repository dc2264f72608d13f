import { alarmMissingDataDefault } from '../../../src/validation/rules/alarm-missing-data-default';
import { describeRule } from '../../conformance/describe-rule';
import { alarm } from '../support';

const errors = { Namespace: 'AWS/Lambda', MetricName: 'Errors' };

describeRule({
  rule: alarmMissingDataDefault,
  violating: [
    [{ Alarm: alarm(errors) }, 'Alarm Properties.TreatMissingData'],
    [{ Alarm: alarm({ Metrics: [{ Id: 'e', MetricStat: { Metric: errors } }] }) }, 'Alarm Properties.TreatMissingData'],
  ],
  compliant: [{ Alarm: alarm({ ...errors, TreatMissingData: 'notBreaching' }), Other: alarm({ Namespace: 'Mine', MetricName: 'Sales' }) }],
  unknown: [{ Transform: 'MyMacro', Resources: { Alarm: alarm(errors) } }],
});
