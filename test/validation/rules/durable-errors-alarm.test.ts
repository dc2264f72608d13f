import { durableErrorsAlarm } from '../../../src/validation/rules/durable-errors-alarm';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, lambda, ref } from '../support';

const of = (MetricName: string) => alarm({ Namespace: 'AWS/Lambda', MetricName, Dimensions: [{ Name: 'FunctionName', Value: ref('Fn') }] });
const Fn = lambda({ DurableConfig: { ExecutionTimeout: 3600 } });

describeRule({
  rule: durableErrorsAlarm,
  violating: [[{ Fn, Alarm: of('Errors') }, 'Alarm Properties.MetricName']],
  compliant: [{ Fn, Alarm: of('DurableExecutionFailed') }, { Fn: lambda(), Alarm: of('Errors') }],
  unknown: [{ Fn: lambda({ DurableConfig: ref('Durable') }), Alarm: of('Errors') }],
});
