import { ruleWithoutDeadLetters } from '../../../src/validation/rules/rule-without-dead-letters';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, queue, resource, rule } from '../support';

const Fn = lambda();
const of = (target = {}) => ({ Fn, Queue: queue(), Rule: rule({ Targets: [{ Arn: 'arn:aws:sqs:eu-west-1:111122223333:q' }, { Arn: arn('Fn'), ...target }] }) });
const Policy = resource('AWS::SQS::QueuePolicy')({
  Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arn('Queue'), Principal: { Service: 'events.amazonaws.com' } }] },
});

describeRule({
  rule: ruleWithoutDeadLetters,
  violating: [[of(), 'Rule Properties.Targets.1.DeadLetterConfig.Arn']],
  compliant: [{ ...of({ DeadLetterConfig: { Arn: arn('Queue') } }), Policy }, { Rule: rule({ Targets: [{ Arn: 'arn:aws:sqs:eu-west-1:111122223333:q' }] }) }],
  unknown: [{ Transform: 'MyMacro', Resources: of() }],
});
