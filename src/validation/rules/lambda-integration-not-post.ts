import { isLambda, METHOD } from '../private/integrations';
import { isMissing, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const lambdaIntegrationNotPost: Rule = {
  id: 'LambdaIntegrationNotPost',
  severity: 'error',
  source: 'api-gateway/lambda-integrations',
  what: 'A Lambda integration of a REST API does not use POST.',
  happens: 'Functions are invoked by POST, whatever the client sent: every request is answered with 500.',
  fix: 'Set `IntegrationHttpMethod: POST`.',
  check: forEach(METHOD, (method) => {
    const property = method.get('Integration', 'IntegrationHttpMethod');
    const verb = isMissing(property) ? 'not set' : textOf(property);
    return verb !== undefined && verb !== 'POST' && isLambda(method.get('Integration', 'Uri')) ? at(method, 'Integration.IntegrationHttpMethod', `is ${verb}`) : undefined;
  }),
};
