import { GATEWAY_RESPONSES } from '../../facts';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const TYPES: readonly string[] = GATEWAY_RESPONSES.map(({ type }) => type);

export const gatewayResponseTypeUnknown: Rule = {
  id: 'GatewayResponseTypeUnknown',
  severity: 'error',
  source: 'api-gateway/gateway-responses',
  what: 'A gateway response is for a type that does not exist.',
  happens: 'API Gateway refuses it, and the deployment fails.',
  fix: 'Use a type of the list, such as `DEFAULT_5XX` or `INTEGRATION_FAILURE`. There is none for a single status.',
  check: forEach('AWS::ApiGateway::GatewayResponse', (response) => {
    const type = textOf(response.get('ResponseType'));
    return type !== undefined && !TYPES.includes(type) ? at(response, 'ResponseType', `is ${type}`) : undefined;
  }),
};
