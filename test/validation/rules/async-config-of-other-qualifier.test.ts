import { asyncConfigOfOtherQualifier } from '../../../src/validation/rules/async-config-of-other-qualifier';
import { describeRule } from '../../conformance/describe-rule';
import { alias, arn, asyncConfig, lambda, ref, rule } from '../support';

const Live = alias({ FunctionName: ref('Fn'), Name: 'live' });
const of = (Arn: unknown, Qualifier: unknown, fn = {}) => ({
  Fn: lambda(fn),
  Live,
  Rule: rule({ Targets: [{ Arn }] }),
  Config: asyncConfig({ FunctionName: ref('Fn'), Qualifier, DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } } }),
});

describeRule({
  rule: asyncConfigOfOtherQualifier,
  violating: [[of(ref('Live'), '$LATEST'), 'Config Properties.Qualifier'], [of(arn('Fn'), 'live'), 'Config Properties.Qualifier']],
  compliant: [of(ref('Live'), 'live'), of(arn('Fn'), '$LATEST'), of(ref('Live'), '$LATEST', { DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q' } })],
});
