import { iotRuleWithoutErrorAction } from '../../../src/validation/rules/iot-rule-without-error-action';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, resource } from '../support';

const of = (payload = {}) => ({ Fn: lambda(), Rule: resource('AWS::IoT::TopicRule')({ TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: arn('Fn') } }], ...payload } }) });

describeRule({
  rule: iotRuleWithoutErrorAction,
  violating: [[of(), 'Rule Properties.TopicRulePayload.ErrorAction']],
  compliant: [of({ ErrorAction: { Sns: { TargetArn: 'arn:aws:sns:eu-west-1:111122223333:t', RoleArn: 'arn:aws:iam::111122223333:role/r' } } }), { Fn: lambda() }],
});
