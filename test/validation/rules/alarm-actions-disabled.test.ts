import { alarmActionsDisabled } from '../../../src/validation/rules/alarm-actions-disabled';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref } from '../support';

const errors = { Namespace: 'AWS/Lambda', MetricName: 'Errors' };

describeRule({
  rule: alarmActionsDisabled,
  violating: [[{ Alarm: alarm({ ...errors, ActionsEnabled: false }) }, 'Alarm Properties.ActionsEnabled']],
  compliant: [{ On: alarm({ ...errors, ActionsEnabled: true }), Default: alarm(errors), Other: alarm({ Namespace: 'Mine', MetricName: 'Sales', ActionsEnabled: false }) }],
  unknown: [{ Alarm: alarm({ ...errors, ActionsEnabled: ref('IsLive') }) }],
});
