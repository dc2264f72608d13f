import { METHOD } from '../private/integrations';
import { isWhole, listed, textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

const PATH = 'Integration.IntegrationResponses';

export const defaultResponseNotOne: Rule = {
  id: 'DefaultResponseNotOne',
  severity: 'error',
  source: 'api-gateway/lambda-integration-errors',
  what: 'The responses of an integration have no default, or several.',
  happens: 'Without one, every success is answered with 500. Of several only one can hold, and errors may be answered as a success.',
  fix: 'Give every response but one a `SelectionPattern`.',
  check: forEach(METHOD, (method) => {
    const responses = method.get('Integration', 'IntegrationResponses');
    const isMapped = ['AWS', 'HTTP'].includes(textOf(method.get('Integration', 'Type')) ?? '');
    const patterns = listed(responses, '').map(({ property }) => property.get('SelectionPattern').value());
    if (!isMapped || !isWhole(responses) || patterns.length === 0 || patterns.some(({ kind }) => kind !== 'absent' && kind !== 'known')) return undefined;
    const defaults = patterns.filter((pattern) => pattern.kind === 'absent' || (pattern.kind === 'known' && pattern.value === '')).length;
    return defaults === 1 ? undefined : at(method, PATH, `has ${defaults === 0 ? 'no default' : `${defaults} defaults`}`);
  }),
};
