import { functionOf } from '../private/functions';
import { HTTP_INTEGRATION } from '../private/integrations';
import { isMissing, resourceOf, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const payloadFormatMissing: Rule = {
  id: 'PayloadFormatMissing',
  severity: 'error',
  source: 'api-gateway/http-api-lambda',
  what: 'A Lambda integration of an HTTP API does not say which payload format it has.',
  happens: 'API Gateway wants it from everybody but the console: the deployment fails.',
  fix: 'Set `PayloadFormatVersion` to `2.0`, and let the code always return a `statusCode`.',
  check: forEach(HTTP_INTEGRATION, (integration) => {
    const isProxy = textOf(integration.get('IntegrationType')) === 'AWS_PROXY' && functionOf(integration.get('IntegrationUri')) !== undefined;
    const api = resourceOf(integration.get('ApiId'), 'AWS::ApiGatewayV2::Api');
    return isProxy && api && textOf(api.get('ProtocolType')) === 'HTTP' && isMissing(integration.get('PayloadFormatVersion')) && isMissing(integration.get('IntegrationSubtype'))
      ? at(integration, 'PayloadFormatVersion', 'is not set') : undefined;
  }),
};
