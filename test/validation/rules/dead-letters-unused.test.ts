import { deadLettersUnused } from '../../../src/validation/rules/dead-letters-unused';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, mapping, ref, rule } from '../support';

const Fn = lambda({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111122223333:dead' } });
const Map = mapping({ FunctionName: ref('Fn'), EventSourceArn: 'arn:aws:sqs:eu-west-1:111122223333:q' });

describeRule({
  rule: deadLettersUnused,
  violating: [[{ Fn, Map }, 'Fn Properties.DeadLetterConfig.TargetArn']],
  compliant: [{ Fn, Map, Rule: rule({ Targets: [{ Arn: arn('Fn') }] }) }, { Fn }, { Fn: lambda(), Map }],
});
