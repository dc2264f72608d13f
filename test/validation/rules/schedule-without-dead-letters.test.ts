import { scheduleWithoutDeadLetters } from '../../../src/validation/rules/schedule-without-dead-letters';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, schedule } from '../support';

const of = (target = {}) => ({ Fn: lambda(), Schedule: schedule({ Target: { Arn: arn('Fn'), RoleArn: 'arn:aws:iam::111122223333:role/r', ...target } }) });

describeRule({
  rule: scheduleWithoutDeadLetters,
  violating: [[of(), 'Schedule Properties.Target.DeadLetterConfig.Arn']],
  compliant: [of({ DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:q' } }), { Schedule: schedule({ Target: { Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage' } }) }],
});
