import { alarmDatapointsExceedPeriods } from '../../../src/validation/rules/alarm-datapoints-exceed-periods';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref } from '../support';

describeRule({
  rule: alarmDatapointsExceedPeriods,
  violating: [[{ Alarm: alarm({ DatapointsToAlarm: 3, EvaluationPeriods: 2 }) }, 'Alarm Properties.DatapointsToAlarm']],
  compliant: [{ Same: alarm({ DatapointsToAlarm: 3, EvaluationPeriods: 3 }), Default: alarm({ EvaluationPeriods: 3 }) }],
  unknown: [{ Alarm: alarm({ DatapointsToAlarm: 3, EvaluationPeriods: ref('Periods') }) }],
});
