import { alarmPeriodInvalid } from '../../../src/validation/rules/alarm-period-invalid';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref } from '../support';

describeRule({
  rule: alarmPeriodInvalid,
  violating: [[{ Alarm: alarm({ Period: 45 }) }, 'Alarm Properties.Period'], [{ Alarm: alarm({ Period: '90' }) }, 'Alarm Properties.Period']],
  compliant: [{ Short: alarm({ Period: 10 }), Minute: alarm({ Period: 60 }), Long: alarm({ Period: 300 }), None: alarm() }],
  unknown: [{ Parameters: { P: { Type: 'Number', Default: 45 } }, Resources: { Alarm: alarm({ Period: ref('P') }) } }],
});
