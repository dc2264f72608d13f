import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const classResponseStatusSet: Rule = {
  id: 'ClassResponseStatusSet',
  severity: 'warning',
  source: 'api-gateway/gateway-responses',
  what: 'The gateway response for all 4xx or 5xx answers has a status.',
  happens: 'Every answer of the class gets it: a throttle, 429, becomes a 400, and clients no longer know when to try again.',
  fix: 'Remove `StatusCode`, and give the types that need another status one of their own.',
  check: forEach('AWS::ApiGateway::GatewayResponse', (response) => {
    const [type, status] = [textOf(response.get('ResponseType')) ?? '', textOf(response.get('StatusCode'))];
    return /^DEFAULT_[45]XX$/.test(type) && status !== undefined ? at(response, 'StatusCode', `is ${status} for all of ${type}`) : undefined;
  }),
};
