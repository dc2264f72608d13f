import { lossUnheard } from '../../../src/validation/rules/loss-unheard';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, arn, lambda, ref, rule } from '../support';

const base = { Fn: lambda({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q' }, Role: 'arn:aws:iam::111122223333:role/r' }), Rule: rule({ Targets: [{ Arn: arn('Fn') }] }) };
const Alarm = alarm({
  Namespace: 'AWS/Lambda',
  MetricName: 'DeadLetterErrors',
  Dimensions: [{ Name: 'FunctionName', Value: ref('Fn') }],
  Statistic: 'Sum',
  ComparisonOperator: 'GreaterThanThreshold',
  Threshold: 0,
  TreatMissingData: 'notBreaching',
  EvaluationPeriods: 1,
  Period: 60,
  AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t'],
});

describeRule({
  rule: lossUnheard,
  violating: [[base, 'Fn Properties']],
  compliant: [{ ...base, Alarm }, { Fn: lambda() }],
});
