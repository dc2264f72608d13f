import { resourceOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const gatewayResponseOfHttpApi: Rule = {
  id: 'GatewayResponseOfHttpApi',
  severity: 'error',
  source: 'api-gateway/rest-or-http',
  what: 'A gateway response is for an HTTP or WebSocket API.',
  happens: 'Only REST APIs have gateway responses: the deployment fails.',
  fix: 'Map the status by `ResponseParameters` of the integration, or use a REST API.',
  check: forEach('AWS::ApiGateway::GatewayResponse', (response) => {
    const api = resourceOf(response.get('RestApiId'), 'AWS::ApiGatewayV2::Api');
    return api ? at(response, 'RestApiId', `is ${api}, which is no REST API`) : undefined;
  }),
};
