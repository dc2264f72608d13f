import { Assembly } from '../../../src/analysis';
import { invokerNotPermitted } from '../../../src/validation/rules/invoker-not-permitted';
import { describeRule } from '../../conformance/describe-rule';
import { arn, lambda, lambdaMethod, permission, ref, rule, subscription } from '../support';

const Fn = lambda();
const Rule = rule({ Targets: [{ Arn: arn('Fn') }] });
const permit = (Principal: unknown, more = {}) => permission({ FunctionName: ref('Fn'), Action: 'lambda:InvokeFunction', Principal, ...more });

describeRule({
  rule: invokerNotPermitted,
  violating: [
    [{ Fn, Rule }, 'Rule Properties.Targets.0.Arn'],
    [{ Fn, Rule, Permit: permit('sns.amazonaws.com') }, 'Rule Properties.Targets.0.Arn'],
    [{ Fn, Sub: subscription({ Protocol: 'lambda', Endpoint: arn('Fn') }), Permit: permit('events.amazonaws.com') }, 'Sub Properties.Endpoint'],
    [{ Fn, Get: lambdaMethod(), Permit: permit('apigateway.amazonaws.com', { InvokedViaFunctionUrl: true }) }, 'Get Properties.Integration.Uri'],
  ],
  compliant: [
    { Fn, Rule, Permit: permit('events.amazonaws.com') },
    { Fn, Rule: rule({ Targets: [{ Arn: arn('Fn'), RoleArn: 'arn:aws:iam::111122223333:role/r' }] }) },
    { Fn, Get: lambdaMethod({ Credentials: 'arn:aws:iam::111122223333:role/r' }) },
    { Rule: rule({ Targets: [{ Arn: 'arn:aws:lambda:eu-west-1:111122223333:function:other' }] }) },
  ],
  unknown: [{ Fn, Rule: rule({ Targets: { 'Fn::ForEach::Fn': [] } }) }, { Fn, Rule: rule({ Targets: { 'Fn::If': ['Open', [{ Arn: arn('Fn'), RoleArn: 'r' }], []] } }) }, { Fn, Rule, Permit: permit(ref('Who')) }, { Transform: 'MyMacro', Resources: { Fn, Rule } }],
});

test('targets that are no list are read', () => {
  const template = { Resources: { Rule: rule({ Targets: { a: [{ Arn: arn('Fn') }] } }), Fn } };

  expect(() => invokerNotPermitted.check(Assembly.ofTemplate(template))).not.toThrow();
});
