import { pipeWithoutDeadLetters } from '../../../src/validation/rules/pipe-without-dead-letters';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, pipe } from '../support';

const of = (parameters = {}) => ({
  Fn: lambda(),
  Pipe: pipe({
    RoleArn: 'arn:aws:iam::111122223333:role/r',
    Source: 'arn:aws:kinesis:eu-west-1:111122223333:stream/s',
    Target: arn('Fn'),
    SourceParameters: { KinesisStreamParameters: { MaximumRetryAttempts: 3, StartingPosition: 'LATEST', ...parameters } },
  }),
});

describeRule({
  rule: pipeWithoutDeadLetters,
  violating: [[of(), 'Pipe Properties.SourceParameters']],
  compliant: [of({ DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:q' } }), { Pipe: pipe({ Target: 'arn:aws:sqs:eu-west-1:111122223333:q' }) }],
});
