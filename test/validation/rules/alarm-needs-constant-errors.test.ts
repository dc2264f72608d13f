import { alarmNeedsConstantErrors } from '../../../src/validation/rules/alarm-needs-constant-errors';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref } from '../support';

const dropped = { Namespace: 'AWS/Lambda', MetricName: 'AsyncEventsDropped' };

describeRule({
  rule: alarmNeedsConstantErrors,
  violating: [
    [{ Alarm: alarm({ ...dropped, EvaluationPeriods: 3 }) }, 'Alarm Properties.EvaluationPeriods'],
    [{ Alarm: alarm({ ...dropped, EvaluationPeriods: 5, DatapointsToAlarm: 2 }) }, 'Alarm Properties.EvaluationPeriods'],
  ],
  compliant: [
    { Once: alarm({ ...dropped, EvaluationPeriods: 3, DatapointsToAlarm: 1 }), Short: alarm({ ...dropped, EvaluationPeriods: 1 }) },
    { Errors: alarm({ ...dropped, MetricName: 'Errors', EvaluationPeriods: 3 }) },
  ],
  unknown: [{ Alarm: alarm({ ...dropped, EvaluationPeriods: 3, DatapointsToAlarm: ref('Points') }) }],
});
