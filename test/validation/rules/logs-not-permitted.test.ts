import { logsNotPermitted } from '../../../src/validation/rules/logs-not-permitted';
import { describeRule } from '../../conformance/describe-rule';
import { allow, arn, lambda, ref, resource, role } from '../support';

const of = (...statements: Record<string, unknown>[]) => ({
  Group: resource('AWS::Logs::LogGroup')(), Role: role(...statements), Fn: lambda({ Role: arn('Role'), LoggingConfig: { LogGroup: ref('Group') } }),
});

describeRule({
  rule: logsNotPermitted,
  violating: [[of(), 'Fn Properties.LoggingConfig.LogGroup'], [of(allow('logs:CreateLogStream', arn('Group'))), 'Fn Properties.LoggingConfig.LogGroup']],
  compliant: [of(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], arn('Group'))), of(allow('logs:*', '*')), { Fn: lambda() }],
});
