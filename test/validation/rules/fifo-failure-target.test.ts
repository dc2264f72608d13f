import { fifoFailureTarget } from '../../../src/validation/rules/fifo-failure-target';
import { describeRule } from '../../conformance/describe-rule';
import { arn, asyncConfig, lambda, queue, ref, rule, topic } from '../support';

const Fifo = queue({ FifoQueue: true });
const config = (Destination: unknown) => asyncConfig({ DestinationConfig: { OnFailure: { Destination } } });

describeRule({
  rule: fifoFailureTarget,
  violating: [
    [{ Fifo, Fn: lambda({ DeadLetterConfig: { TargetArn: arn('Fifo') } }) }, 'Fn Properties.DeadLetterConfig.TargetArn'],
    [{ Topic: topic({ FifoTopic: true }), Config: config(ref('Topic')) }, 'Config Properties.DestinationConfig.OnFailure.Destination'],
    [{ Config: config('arn:aws:sqs:eu-west-1:111122223333:q.fifo') }, 'Config Properties.DestinationConfig.OnFailure.Destination'],
    [{ Fifo, Rule: rule({ Targets: [{ DeadLetterConfig: { Arn: arn('Fifo') } }] }) }, 'Rule Properties.Targets.0.DeadLetterConfig.Arn'],
  ],
  compliant: [{ Queue: queue(), Config: config(arn('Queue')) }, { Fifo, Source: queue({ FifoQueue: true, RedrivePolicy: { deadLetterTargetArn: arn('Fifo') } }) }],
  unknown: [{ Queue: queue({ FifoQueue: ref('IsFifo') }), Config: config(arn('Queue')) }],
});
