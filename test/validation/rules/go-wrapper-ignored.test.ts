import { goWrapperIgnored } from '../../../src/validation/rules/go-wrapper-ignored';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, ref } from '../support';

const fn = (Runtime: unknown, Variables: object) => ({ Fn: lambda({ Runtime, Environment: { Variables } }) });
const wrapped = { AWS_LAMBDA_EXEC_WRAPPER: '/opt/bootstrap' };

describeRule({
  rule: goWrapperIgnored,
  violating: [[fn('provided.al2023', wrapped), 'Fn Properties.Environment.Variables.AWS_LAMBDA_EXEC_WRAPPER']],
  compliant: [fn('nodejs22.x', wrapped), fn('provided.al2023', {})],
  unknown: [fn(ref('Runtime'), wrapped)],
});
