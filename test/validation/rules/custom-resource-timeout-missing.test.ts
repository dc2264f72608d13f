import { customResourceTimeoutMissing } from '../../../src/validation/rules/custom-resource-timeout-missing';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, ref, resource } from '../support';

const custom = (more = {}, id = 'Fn') => resource('Custom::Thing')({ ServiceToken: arn(id), ...more });

describeRule({
  rule: customResourceTimeoutMissing,
  violating: [
    [{ Fn: lambda(), Thing: custom() }, 'Thing Properties.ServiceTimeout'],
    [{ Fn: lambda(), Thing: { ...custom(), Type: 'AWS::CloudFormation::CustomResource' } }, 'Thing Properties.ServiceTimeout'],
  ],
  compliant: [
    { Fn: lambda(), Thing: custom({ ServiceTimeout: 60 }) },
    { Thing: custom({ ServiceToken: 'arn:aws:sns:eu-west-1:111122223333:t' }) },
    { AWS679f53fac002430cb0da5b7982bd22872D164C4C: lambda(), Thing: custom({}, 'AWS679f53fac002430cb0da5b7982bd22872D164C4C') },
    { ProviderframeworkonEvent83C1D0A7: lambda(), Thing: custom({}, 'ProviderframeworkonEvent83C1D0A7') },
  ],
  unknown: [{ Fn: lambda(), Thing: custom({ ServiceTimeout: ref('Timeout') }) }],
});
