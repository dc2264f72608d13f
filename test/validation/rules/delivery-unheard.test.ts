import { deliveryUnheard } from '../../../src/validation/rules/delivery-unheard';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, arn, lambda, ref, rule } from '../support';

const base = { Fn: lambda(), Rule: rule({ Targets: [{ Arn: arn('Fn') }] }) };
const Alarm = alarm({
  Namespace: 'AWS/Events',
  MetricName: 'FailedInvocations',
  Dimensions: [{ Name: 'RuleName', Value: ref('Rule') }],
  Statistic: 'Sum',
  ComparisonOperator: 'GreaterThanThreshold',
  Threshold: 0,
  TreatMissingData: 'notBreaching',
  EvaluationPeriods: 1,
  Period: 60,
  AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t'],
});

describeRule({
  rule: deliveryUnheard,
  violating: [[base, 'Rule Properties']],
  compliant: [{ ...base, Alarm }, { Fn: lambda() }],
});
