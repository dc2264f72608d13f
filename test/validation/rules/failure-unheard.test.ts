import { failureUnheard } from '../../../src/validation/rules/failure-unheard';
import { describeRule } from '../../conformance/describe-rule';
import { alarm, arn, lambda, ref, rule } from '../support';

const Fn = lambda({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q' } });
const of = (Alarms: Record<string, unknown> = {}, fn: unknown = lambda()) => ({ Fn: fn, Rule: rule({ Targets: [{ Arn: arn('Fn') }] }), ...Alarms });
const on = (Namespace: string, MetricName: string, Dimensions: object[]) => alarm({
  Namespace,
  MetricName,
  Dimensions,
  Statistic: 'Sum',
  Threshold: 0,
  ComparisonOperator: 'GreaterThanThreshold',
  EvaluationPeriods: 1,
  Period: 60,
  TreatMissingData: 'notBreaching',
  AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:t'],
});
const ofFunction = (name: string) => on('AWS/Lambda', name, [{ Name: 'FunctionName', Value: ref('Fn') }]);
const heard = {
  Errors: ofFunction('Errors'),
  Throttles: ofFunction('Throttles'),
  Dropped: ofFunction('AsyncEventsDropped'),
  Failed: on('AWS/Events', 'FailedInvocations', [{ Name: 'RuleName', Value: ref('Rule') }]),
};

describeRule({
  rule: failureUnheard,
  violating: [[of(), 'Fn Properties'], [of({ Other: ofFunction('Duration') }), 'Fn Properties']],
  compliant: [of(heard), { Fn: lambda() }],
  unknown: [{ Transform: 'MyMacro', Resources: of({}, Fn) }],
});
