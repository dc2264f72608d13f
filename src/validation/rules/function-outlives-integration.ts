import type { Resource } from '../../analysis';
import { LIMITS } from '../../facts';
import { functionOf, timeoutOf } from '../private/functions';
import { HTTP_INTEGRATION, isAsync, METHOD } from '../private/integrations';
import { numberOr, resourceOf, textOf } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const functionOutlivesIntegration: Rule = {
  id: 'FunctionOutlivesIntegration',
  severity: 'warning',
  source: 'api-gateway/quotas',
  confidence: 'derived',
  what: 'A function may run longer than the API waits for it.',
  happens: 'The client gets 504 (503 from an HTTP API) while the function runs on and may well succeed: whoever tries again does the work twice.',
  fix: 'Make the `Timeout` of the function shorter than the timeout of the integration.',
  check: (assembly) => [
    ...assembly.ofType(METHOD).filter((method) => !isAsync(method) && textOf(method.get('Integration', 'ResponseTransferMode')) !== 'STREAM')
      .flatMap((method) => outlived(method, 'Integration.Uri', 'Integration.TimeoutInMillis', LIMITS.restIntegrationTimeout.default)),
    ...assembly.ofType(HTTP_INTEGRATION).flatMap((integration) => {
      const protocol = textOf(resourceOf(integration.get('ApiId'), 'AWS::ApiGatewayV2::Api')?.get('ProtocolType') ?? integration.get('ProtocolType'));
      const preset = protocol === 'HTTP' ? LIMITS.httpIntegrationTimeout.default : LIMITS.webSocketIntegrationTimeout.default;
      return protocol === undefined ? [] : outlived(integration, 'IntegrationUri', 'TimeoutInMillis', preset);
    }),
  ],
};

function outlived(resource: Resource, uri: string, path: string, preset: number) {
  const fn = functionOf(resource.get(...uri.split('.')));
  const [runs, waits] = [fn && timeoutOf(fn), numberOr(resource.get(...path.split('.')), preset)];
  return runs !== undefined && waits !== undefined && runs * 1_000 > waits ? [at(resource, path, `is ${waits} ms, and ${fn} may run for ${runs} s`)] : [];
}
