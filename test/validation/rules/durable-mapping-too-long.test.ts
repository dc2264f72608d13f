import { durableMappingTooLong } from '../../../src/validation/rules/durable-mapping-too-long';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, mapping, ref } from '../support';

const of = (ExecutionTimeout: unknown, more = {}) => ({ Fn: lambda({ DurableConfig: { ExecutionTimeout }, ...more }), Map: mapping({ FunctionName: ref('Fn') }) });

describeRule({
  rule: durableMappingTooLong,
  violating: [[of(901), 'Map Properties.FunctionName']],
  compliant: [of(900), of(901, { CapacityProviderConfig: {} }), { Fn: lambda(), Map: mapping({ FunctionName: ref('Fn') }) }],
  unknown: [of(ref('Timeout'))],
});
