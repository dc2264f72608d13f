import { tracingNotPermitted } from '../../../src/validation/rules/tracing-not-permitted';
import { describeRule } from '../../conformance/describe-rule';
import { allow, arn, lambda, ref, role } from '../support';

const of = (Mode: unknown, ...statements: Record<string, unknown>[]) => ({ Role: role(...statements), Fn: lambda({ TracingConfig: { Mode }, Role: arn('Role') }) });

describeRule({
  rule: tracingNotPermitted,
  violating: [[of('Active'), 'Fn Properties.TracingConfig.Mode'], [of('Active', allow('sqs:*', '*')), 'Fn Properties.TracingConfig.Mode']],
  compliant: [of('Active', allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*')), of('PassThrough')],
  unknown: [{ Fn: lambda({ TracingConfig: { Mode: 'Active' }, Role: ref('RoleArn') }) }],
});
