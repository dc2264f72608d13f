import { payloadFormatMissing } from '../../../src/validation/rules/payload-format-missing';
import { describeRule } from '../../conformance/describe-rule';
import { arn, integration, lambda, ref, resource } from '../support';

const of = (more = {}, ProtocolType = 'HTTP') => ({
  Fn: lambda(), Api: resource('AWS::ApiGatewayV2::Api')({ ProtocolType }), Call: integration({ ApiId: ref('Api'), IntegrationType: 'AWS_PROXY', IntegrationUri: arn('Fn'), ...more }),
});

describeRule({
  rule: payloadFormatMissing,
  violating: [[of(), 'Call Properties.PayloadFormatVersion']],
  compliant: [of({ PayloadFormatVersion: '2.0' }), of({}, 'WEBSOCKET'), of({ IntegrationType: 'HTTP_PROXY', IntegrationUri: 'https://example.com' })],
  unknown: [of({ PayloadFormatVersion: ref('Version') })],
});
