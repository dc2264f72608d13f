import { cognitoTriggerTooSlow } from '../../../src/validation/rules/cognito-trigger-too-slow';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, ref, resource } from '../support';

const pool = (LambdaConfig: object) => resource('AWS::Cognito::UserPool')({ LambdaConfig });
const Fn = lambda({ Timeout: 10 });

describeRule({
  rule: cognitoTriggerTooSlow,
  violating: [
    [{ Fn, Pool: pool({ PreSignUp: arn('Fn') }) }, 'Pool Properties.LambdaConfig.PreSignUp'],
  ],
  compliant: [
    { Fn: lambda({ Timeout: 5 }), Pool: pool({ PreSignUp: arn('Fn') }) },
    { Fn: lambda(), Pool: pool({ PreSignUp: arn('Fn') }) },
    { Fn, Pool: pool({ CustomEmailSender: { LambdaArn: arn('Fn') } }) },
  ],
  unknown: [{ Fn: lambda({ Timeout: ref('Timeout') }), Pool: pool({ PreSignUp: arn('Fn') }) }],
});
