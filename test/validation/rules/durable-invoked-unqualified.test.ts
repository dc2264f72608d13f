import { durableInvokedUnqualified } from '../../../src/validation/rules/durable-invoked-unqualified';
import { describeRule } from '../../conformance/describe-rule';
import { alias, arn, invocationUri, lambda, mapping, ref, rule, lambdaMethod } from '../support';

const Fn = lambda({ DurableConfig: { ExecutionTimeout: 60 } });
const Live = alias({ FunctionName: ref('Fn'), Name: 'live' });

describeRule({
  rule: durableInvokedUnqualified,
  violating: [
    [{ Fn, Map: mapping({ FunctionName: ref('Fn') }) }, 'Map Properties.FunctionName'],
    [{ Fn, Rule: rule({ Targets: [{ Arn: arn('Fn') }] }) }, 'Rule Properties.Targets.0.Arn'],
    [{ Fn, Get: lambdaMethod({ Uri: invocationUri('Fn') }) }, 'Get Properties.Integration.Uri'],
  ],
  compliant: [
    { Fn, Live, Map: mapping({ FunctionName: ref('Live') }), Rule: rule({ Targets: [{ Arn: { 'Fn::Sub': '${Fn.Arn}:live' } }] }) },
    { Fn: lambda(), Map: mapping({ FunctionName: ref('Fn') }) },
  ],
});
