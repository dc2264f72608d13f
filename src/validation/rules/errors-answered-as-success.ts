import type { Resource } from '../../analysis';
import { isAsync, isMapped, METHOD } from '../private/integrations';
import { isMissing, isWhole, listed } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const errorsAnsweredAsSuccess: Rule = {
  id: 'ErrorsAnsweredAsSuccess',
  severity: 'error',
  source: 'api-gateway/lambda-integration-errors',
  what: 'A Lambda integration that is no proxy has no response for errors.',
  happens: 'When the function fails, the client gets 200 with the error as the body.',
  fix: 'Add integration responses with a `SelectionPattern` for the messages of errors, or use a proxy integration.',
  check: forEach(METHOD, (method) => {
    const responses = method.get('Integration', 'IntegrationResponses');
    const isKnown = isMissing(responses) || isWhole(responses);
    return isMapped(method) && !isAsync(method) && isKnown && !tellsErrors(method) ? at(method, 'Integration.IntegrationResponses', 'has a default only') : undefined;
  }),
};

function tellsErrors(method: Resource): boolean {
  return listed(method.get('Integration', 'IntegrationResponses'), '').some(({ property }) => {
    const pattern = property.get('SelectionPattern').value();
    const isChosen = pattern.kind !== 'absent' && !(pattern.kind === 'known' && pattern.value === '');
    // A template may change the status by itself.
    return isChosen || property.get('ResponseTemplates').members().some(([, template]) => template.value().kind !== 'known' || /responseOverride/.test(template.text() ?? ''));
  });
}
