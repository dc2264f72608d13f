import type { Assembly, Resource } from '../../analysis';
import { METHOD } from '../private/integrations';
import { isMissing, resourceOf, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

const HEADER = 'gatewayresponse.header.access-control-allow-origin';

export const gatewayResponsesWithoutCors: Rule = {
  id: 'GatewayResponsesWithoutCors',
  severity: 'warning',
  source: 'api-gateway/cors',
  confidence: 'derived',
  what: 'An API is for browsers, and its own error answers have no CORS headers.',
  happens: 'Browsers hide throttles, timeouts and refusals from the page: everything looks like a failure of CORS.',
  fix: 'Add `gatewayresponse.header.Access-Control-Allow-Origin` to the gateway responses `DEFAULT_4XX` and `DEFAULT_5XX`.',
  check: (assembly) => {
    if (assembly.isOpen) return [];
    const preflights = assembly.ofType(METHOD).filter((method) => textOf(method.get('HttpMethod')) === 'OPTIONS' && textOf(method.get('Integration', 'Type')) === 'MOCK');
    const first = new Map(preflights.map((method) => [resourceOf(method.get('RestApiId'), 'AWS::ApiGateway::RestApi'), method] as const).reverse());
    return [...first].flatMap(([api, method]) => {
      const missing = api && isMissing(api.get('Body')) && isMissing(api.get('BodyS3Location')) ? ['DEFAULT_4XX', 'DEFAULT_5XX'].filter((type) => !hasCors(assembly, api, type)) : [];
      return missing.length > 0 ? [at(method, 'HttpMethod', `is for browsers, and ${missing.join(' and ')} of ${api} have no CORS headers`)] : [];
    });
  },
};

function hasCors(assembly: Assembly, api: Resource, wanted: string): boolean {
  return assembly.ofType('AWS::ApiGateway::GatewayResponse').some((response) => {
    const of = resourceOf(response.get('RestApiId'));
    const type = textOf(response.get('ResponseType'));
    const parameters = response.get('ResponseParameters');
    const names = parameters.members().map(([name]) => name.toLowerCase());
    return (of === undefined || of === api) && (type === undefined || type === wanted) && (names.includes(HEADER) || parameters.value().kind === 'unknown');
  });
}
