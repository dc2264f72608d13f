import type { Resource } from '../../analysis';
import { LIMITS } from '../../facts';
import { HTTP_INTEGRATION, METHOD } from '../private/integrations';
import { isMissing, numberOf, resourceOf, textOf, textsOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const integrationTimeoutTooLong: Rule = {
  id: 'IntegrationTimeoutTooLong',
  severity: 'error',
  source: 'api-gateway/quotas',
  what: 'An API waits longer for its integration than it can.',
  happens: 'API Gateway refuses the setting, and the deployment fails.',
  fix: 'Wait for at most 29,000 ms (30,000 with an HTTP API). A regional or private REST API can have more, by a quota.',
  check: (assembly) => [
    ...assembly.ofType(METHOD).filter((method) => isEdge(resourceOf(method.get('RestApiId'), 'AWS::ApiGateway::RestApi')))
      .flatMap((method) => tooLong(method, 'Integration.TimeoutInMillis', LIMITS.restIntegrationTimeout.max)),
    ...assembly.ofType(HTTP_INTEGRATION).flatMap((integration) => {
      const protocol = textOf(resourceOf(integration.get('ApiId'), 'AWS::ApiGatewayV2::Api')?.get('ProtocolType') ?? integration.get('ProtocolType'));
      return tooLong(integration, 'TimeoutInMillis', protocol === 'WEBSOCKET' ? LIMITS.webSocketIntegrationTimeout.max : LIMITS.httpIntegrationTimeout.max);
    }),
  ],
};

/** An API that says nothing is edge-optimized. */
function isEdge(api: Resource | undefined): boolean {
  if (!api || !isMissing(api.get('Body'))) return false;
  const types = api.get('EndpointConfiguration', 'Types');
  return isMissing(types) || textsOf(types)?.includes('EDGE') === true;
}

function tooLong(resource: Resource, path: string, most: number) {
  const timeout = numberOf(resource.get(...path.split('.')));
  return timeout !== undefined && timeout > most ? [at(resource, path, `is ${timeout} ms, and ${most} is the most`)] : [];
}
