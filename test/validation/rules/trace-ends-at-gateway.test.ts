import { traceEndsAtGateway } from '../../../src/validation/rules/trace-ends-at-gateway';
import { describeRule } from '../../conformance/describe-rule';
import { lambda, lambdaMethod, ref, resource } from '../support';

const of = (TracingEnabled: unknown, fn = {}) => ({
  Api: resource('AWS::ApiGateway::RestApi')(), Stage: resource('AWS::ApiGateway::Stage')({ RestApiId: ref('Api'), TracingEnabled }), Get: lambdaMethod(), Post: lambdaMethod(), Fn: lambda(fn),
});

describeRule({
  rule: traceEndsAtGateway,
  violating: [[of(true), 'Fn Properties.TracingConfig.Mode'], [of('true', { TracingConfig: { Mode: 'PassThrough' } }), 'Fn Properties.TracingConfig.Mode']],
  compliant: [of(true, { TracingConfig: { Mode: 'Active' } }), of(false)],
  unknown: [of(ref('Tracing')), of(true, { TracingConfig: ref('Config') })],
});
