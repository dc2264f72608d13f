import { gatewayResponsesWithoutCors } from '../../../src/validation/rules/gateway-responses-without-cors';
import { describeRule } from '../../conformance/describe-rule';
import { gatewayResponse, method, ref, resource } from '../support';

const Api = resource('AWS::ApiGateway::RestApi')({ Name: 'orders' });
const Preflight = method({ HttpMethod: 'OPTIONS', RestApiId: ref('Api'), Integration: { Type: 'MOCK' } });
const cors = (ResponseType: string, RestApiId: unknown = ref('Api')) =>
  gatewayResponse({ ResponseType, RestApiId, ResponseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" } });

describeRule({
  rule: gatewayResponsesWithoutCors,
  violating: [
    [{ Api, Preflight, Second: Preflight }, 'Preflight Properties.HttpMethod'],
    [{ Api, Preflight, Client: cors('DEFAULT_4XX'), Server: gatewayResponse({ RestApiId: ref('Api'), ResponseType: 'DEFAULT_5XX' }) }, 'Preflight Properties.HttpMethod'],
  ],
  compliant: [{ Api, Preflight, Client: cors('DEFAULT_4XX'), Server: cors('DEFAULT_5XX') }, { Api }, { Api: resource('AWS::ApiGateway::RestApi')({ Body: {} }), Preflight }],
  unknown: [{ Api, Preflight, Client: cors('DEFAULT_4XX', ref('Other')), Server: cors('DEFAULT_5XX', ref('Other')) }, { Transform: 'MyMacro', Resources: { Api, Preflight } }],
});
