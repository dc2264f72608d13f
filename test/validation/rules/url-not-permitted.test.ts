import { urlNotPermitted } from '../../../src/validation/rules/url-not-permitted';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, permission, ref, url } from '../support';

const Url = url({ AuthType: 'NONE', TargetFunctionArn: arn('Fn') });
const Permit = permission({ FunctionName: ref('Fn'), Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: 'NONE' });

describeRule({
  rule: urlNotPermitted,
  violating: [
    [{ Fn: lambda(), Url }, 'Url Properties.AuthType'],
    [{ Fn: lambda(), Url, Other: permission({ FunctionName: ref('Fn'), Action: 'lambda:InvokeFunctionUrl', Principal: 'events.amazonaws.com' }) }, 'Url Properties.AuthType'],
  ],
  compliant: [{ Fn: lambda(), Url, Permit }, { Fn: lambda(), Url: url({ AuthType: 'AWS_IAM', TargetFunctionArn: arn('Fn') }) }],
  unknown: [
    { Url },
    { Transform: 'MyMacro', Resources: { Fn: lambda(), Url } },
    { Fn: lambda(), Url, Permit: permission({ FunctionName: ref('Name'), Action: 'lambda:InvokeFunctionUrl', Principal: '*' }) },
  ],
});
