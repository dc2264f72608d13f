import { gatewayResponseOfHttpApi } from '../../../src/validation/rules/gateway-response-of-http-api';
import { describeRule } from '../../conformance/describe-rule';
import { gatewayResponse, ref, resource } from '../support';

describeRule({
  rule: gatewayResponseOfHttpApi,
  violating: [[{ Api: resource('AWS::ApiGatewayV2::Api')(), All: gatewayResponse({ RestApiId: ref('Api') }) }, 'All Properties.RestApiId']],
  compliant: [{ Api: resource('AWS::ApiGateway::RestApi')(), All: gatewayResponse({ RestApiId: ref('Api') }) }],
});
