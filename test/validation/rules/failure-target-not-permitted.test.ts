import { failureTargetNotPermitted } from '../../../src/validation/rules/failure-target-not-permitted';
import { describeRule } from '../../conformance/describe-rule';
import { allow, arn, lambda, mapping, queue, ref, role, rule } from '../support';

const of = (Role: object, RoleArn: unknown = arn('Role')) => ({
  Role, Queue: queue(), Fn: lambda({ Role: RoleArn, DeadLetterConfig: { TargetArn: arn('Queue') } }), Rule: rule({ Targets: [{ Arn: arn('Fn') }] }),
});
const stream = (Role: object) => ({
  Role,
  Queue: queue(),
  Fn: lambda({ Role: arn('Role') }),
  Map: mapping({ FunctionName: ref('Fn'), EventSourceArn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s', MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Destination: arn('Queue') } } }),
});

describeRule({
  rule: failureTargetNotPermitted,
  violating: [
    [of(role()), 'Fn Properties.Role'],
    [of(role(allow('sqs:ReceiveMessage', arn('Queue')))), 'Fn Properties.Role'],
    [{ ...of(role()), Rule: undefined }, 'Fn Properties.Role'],
    [stream(role()), 'Map Properties.DestinationConfig.OnFailure.Destination'],
  ],
  compliant: [of(role(allow('sqs:SendMessage', arn('Queue')))), of(role(allow('sqs:*', '*'))), stream(role(allow(['sqs:SendMessage'], arn('Queue'))))],
  unknown: [of(role(), 'arn:aws:iam::111122223333:role/r'), of(role(allow(ref('Action'), arn('Queue'))))],
});
