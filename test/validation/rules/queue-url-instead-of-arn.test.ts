import { queueUrlInsteadOfArn } from '../../../src/validation/rules/queue-url-instead-of-arn';
import { describeRule } from '../../conformance/describe-rule';
import { arn, asyncConfig, lambda, mapping, queue, ref, rule } from '../support';

const Queue = queue();
const config = (Destination: unknown) => asyncConfig({ DestinationConfig: { OnFailure: { Destination } } });

describeRule({
  rule: queueUrlInsteadOfArn,
  violating: [
    [{ Queue, Fn: lambda({ DeadLetterConfig: { TargetArn: ref('Queue') } }) }, 'Fn Properties.DeadLetterConfig.TargetArn'],
    [{ Queue, Config: config(ref('Queue')) }, 'Config Properties.DestinationConfig.OnFailure.Destination'],
    [{ Config: config('https://sqs.eu-west-1.amazonaws.com/111122223333/q') }, 'Config Properties.DestinationConfig.OnFailure.Destination'],
    [{ Queue, Map: mapping({ EventSourceArn: ref('Queue') }) }, 'Map Properties.EventSourceArn'],
    [{ Queue, Rule: rule({ Targets: [{ Id: 'a', Arn: ref('Queue') }] }) }, 'Rule Properties.Targets.0.Arn'],
  ],
  compliant: [
    { Queue, Fn: lambda({ DeadLetterConfig: { TargetArn: arn('Queue') } }), Config: config(arn('Queue')), Map: mapping({ EventSourceArn: arn('Queue') }) },
    { Config: config('arn:aws:sqs:eu-west-1:111122223333:q'), Fn: lambda() },
  ],
});
