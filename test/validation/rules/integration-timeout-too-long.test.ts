import { integrationTimeoutTooLong } from '../../../src/validation/rules/integration-timeout-too-long';
import { describeRule } from '../../conformance/describe-rule';
import { integration, lambdaMethod, ref, resource } from '../support';

const rest = (TimeoutInMillis: unknown, EndpointConfiguration?: object) => ({ Api: resource('AWS::ApiGateway::RestApi')({ EndpointConfiguration }), Get: lambdaMethod({ TimeoutInMillis }) });
const http = (TimeoutInMillis: unknown, ProtocolType = 'HTTP') => ({ Api: resource('AWS::ApiGatewayV2::Api')({ ProtocolType }), Call: integration({ ApiId: ref('Api'), TimeoutInMillis }) });

describeRule({
  rule: integrationTimeoutTooLong,
  violating: [
    [rest(29_001, { Types: ['EDGE'] }), 'Get Properties.Integration.TimeoutInMillis'],
    [rest(60_000), 'Get Properties.Integration.TimeoutInMillis'],
    [http(30_001), 'Call Properties.TimeoutInMillis'],
    [http(29_001, 'WEBSOCKET'), 'Call Properties.TimeoutInMillis'],
  ],
  compliant: [rest(29_000), rest(60_000, { Types: ['REGIONAL'] }), http(30_000)],
  unknown: [rest(60_000, { Types: [ref('Type')] }), http(ref('Timeout'))],
});
