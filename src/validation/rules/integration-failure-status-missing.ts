import { isMissing, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const integrationFailureStatusMissing: Rule = {
  id: 'IntegrationFailureStatusMissing',
  severity: 'warning',
  source: 'api-gateway/gateway-responses',
  confidence: 'community',
  what: 'The gateway response for failed integrations has no status of its own.',
  happens: 'Once it is changed in any way, a throttle of the function is answered with 504 instead of 500, and looks like a timeout.',
  fix: 'Set `StatusCode`, for example to 503.',
  check: forEach('AWS::ApiGateway::GatewayResponse', (response) => (
    textOf(response.get('ResponseType')) === 'INTEGRATION_FAILURE' && isMissing(response.get('StatusCode')) ? at(response, 'StatusCode', 'is not set') : undefined)),
};
