import { METHOD } from '../private/integrations';
import { isMissing, isWhole, listed, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const MAPPED = ['AWS', 'HTTP', 'MOCK'];

export const integrationStatusNotDeclared: Rule = {
  id: 'IntegrationStatusNotDeclared',
  severity: 'error',
  source: 'api-gateway/integration-responses',
  what: 'An integration response has a status that its method does not declare.',
  happens: 'Whenever it is chosen, the client gets 500 and an error of the API instead.',
  fix: 'Add a `MethodResponse` with the same `StatusCode`.',
  check: forEach(METHOD, (method) => {
    const declared = method.get('MethodResponses');
    if (!MAPPED.includes(textOf(method.get('Integration', 'Type')) ?? '') || !(isMissing(declared) || isWhole(declared))) return undefined;
    const statuses = listed(declared, '').map(({ property }) => textOf(property.get('StatusCode')));
    if (statuses.includes(undefined)) return undefined;
    return listed(method.get('Integration', 'IntegrationResponses'), 'Integration.IntegrationResponses')
      .map(({ property, path }) => ({ status: textOf(property.get('StatusCode')), path: `${path}.StatusCode` }))
      .filter(({ status }) => status !== undefined && !statuses.includes(status))
      .map(({ status, path }) => at(method, path, `is ${status}, which the method does not declare`));
  }),
};
