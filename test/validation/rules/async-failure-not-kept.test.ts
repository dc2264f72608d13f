import { asyncFailureNotKept } from '../../../src/validation/rules/async-failure-not-kept';
import { describeRule } from '../../conformance/describe-rule';
import { arn, asyncConfig, lambda, ref, resource, rule } from '../support';

const Rule = rule({ Targets: [{ Arn: arn('Fn') }] });
const config = (Qualifier: unknown) => asyncConfig({ FunctionName: ref('Fn'), Qualifier, DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:eu-west-1:111122223333:q' } } });

describeRule({
  rule: asyncFailureNotKept,
  violating: [
    [{ Fn: lambda(), Rule }, 'Fn Properties.DeadLetterConfig.TargetArn'],
    [{ Fn: lambda(), Rule, Config: asyncConfig({ FunctionName: ref('Fn'), Qualifier: '$LATEST', MaximumRetryAttempts: 0 }) }, 'Fn Properties.DeadLetterConfig.TargetArn'],
  ],
  compliant: [
    { Fn: lambda({ DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-west-1:111122223333:q' } }), Rule },
    { Fn: lambda(), Rule, Config: config('$LATEST') },
    { Fn: lambda() },
    { Fn: lambda(), Thing: resource('Custom::Thing')({ ServiceToken: arn('Fn') }) },
  ],
  unknown: [{ Fn: lambda(), Rule, Config: config(ref('Qualifier')) }, { Transform: 'MyMacro', Resources: { Fn: lambda(), Rule } }],
});
