import { METHOD } from '../private/integrations';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const METHODS = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

export const httpMethodUnknown: Rule = {
  id: 'HttpMethodUnknown',
  severity: 'error',
  source: 'api-gateway/methods',
  what: 'A method of a REST API has a name that is no method of HTTP.',
  happens: 'API Gateway refuses it, and the deployment fails.',
  fix: `Use one of ${METHODS.join(', ')}.`,
  check: forEach(METHOD, (method) => {
    const verb = textOf(method.get('HttpMethod'));
    return verb !== undefined && !METHODS.includes(verb) ? at(method, 'HttpMethod', `is ${verb}`) : undefined;
  }),
};
