import { alarmWindowShorterThanTimeout } from '../../../src/validation/rules/alarm-window-shorter-than-timeout';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, lambda, ref } from '../support';

const errors = { Namespace: 'AWS/Lambda', MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: ref('Fn') }], Period: 60 };

describeRule({
  rule: alarmWindowShorterThanTimeout,
  violating: [[{ Fn: lambda({ Timeout: 900 }), Alarm: alarm({ ...errors, EvaluationPeriods: 5 }) }, 'Alarm Properties.EvaluationPeriods']],
  compliant: [
    { Fn: lambda({ Timeout: 900 }), Alarm: alarm({ ...errors, EvaluationPeriods: 15 }) },
    { Fn: lambda(), Alarm: alarm({ ...errors, EvaluationPeriods: 1 }) },
    { Fn: lambda({ Timeout: 900 }), Alarm: alarm({ ...errors, MetricName: 'Throttles', EvaluationPeriods: 1 }) },
  ],
  unknown: [{ Fn: lambda({ Timeout: ref('Timeout') }), Alarm: alarm({ ...errors, EvaluationPeriods: 1 }) }],
});
