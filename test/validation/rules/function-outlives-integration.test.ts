import { functionOutlivesIntegration } from '../../../src/validation/rules/function-outlives-integration';
import { describeRule } from '../../conformance/describe-rule';
import { arn, integration, lambda, lambdaMethod, ref, resource } from '../support';

const rest = (Timeout: unknown, more = {}) => ({ Fn: lambda({ Timeout }), Get: lambdaMethod({ Type: 'AWS_PROXY', ...more }) });
const http = (Timeout: unknown, ProtocolType: unknown = 'HTTP') => ({
  Fn: lambda({ Timeout }), Api: resource('AWS::ApiGatewayV2::Api')({ ProtocolType }), Call: integration({ ApiId: ref('Api'), IntegrationUri: arn('Fn') }),
});

describeRule({
  rule: functionOutlivesIntegration,
  violating: [
    [rest(30), 'Get Properties.Integration.TimeoutInMillis'],
    [rest(10, { TimeoutInMillis: 5_000 }), 'Get Properties.Integration.TimeoutInMillis'],
    [http(31), 'Call Properties.TimeoutInMillis'],
  ],
  compliant: [
    rest(29), rest(undefined), rest(900, { ResponseTransferMode: 'STREAM' }), http(30),
    rest(900, { RequestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" } }),
  ],
  unknown: [rest(ref('Timeout')), http(31, ref('Protocol'))],
});
