import { alarmReversed } from '../../../src/validation/rules/alarm-reversed';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, ref } from '../support';

const of = (ComparisonOperator: unknown, MetricName = 'Errors') => ({ Alarm: alarm({ Namespace: 'AWS/Lambda', MetricName, ComparisonOperator }) });

describeRule({
  rule: alarmReversed,
  violating: [[of('LessThanThreshold'), 'Alarm Properties.ComparisonOperator'], [of('LessThanOrEqualToThreshold', 'Throttles'), 'Alarm Properties.ComparisonOperator']],
  compliant: [of('GreaterThanThreshold'), of('LessThanThreshold', 'PolledEventCount'), of('LessThanThreshold', 'Invocations')],
  unknown: [of(ref('Operator'))],
});
