import { tenantIsolationUnsupported } from '../../../src/validation/rules/tenant-isolation-unsupported';
import { describeRule } from '../../conformance/describe-rule';
import { alias, arn, lambda, lambdaMethod, mapping, ref, url } from '../support';

const TenancyConfig = { TenantIsolationMode: 'PER_TENANT' };
const Fn = lambda({ TenancyConfig });

describeRule({
  rule: tenantIsolationUnsupported,
  violating: [
    [{ Fn, Url: url({ TargetFunctionArn: arn('Fn') }) }, 'Url Properties.TargetFunctionArn'],
    [{ Fn, Map: mapping({ FunctionName: ref('Fn') }) }, 'Map Properties.FunctionName'],
    [{ Fn: lambda({ TenancyConfig, SnapStart: { ApplyOn: 'PublishedVersions' } }) }, 'Fn Properties.SnapStart.ApplyOn'],
    [{ Fn, Live: alias({ FunctionName: ref('Fn'), ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 1 } }) }, 'Live Properties.ProvisionedConcurrencyConfig'],
  ],
  compliant: [{ Fn, Get: lambdaMethod() }, { Fn: lambda(), Map: mapping({ FunctionName: ref('Fn') }) }],
  unknown: [{ Fn: lambda({ TenancyConfig: ref('Tenancy') }), Map: mapping({ FunctionName: ref('Fn') }) }],
});
