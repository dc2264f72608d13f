import { isMapped, METHOD, patternsOf, regexOf } from '../private/integrations';
import { at, forEach, type Rule } from '../private/rule';

export const selectionPatternMatchesSuccess: Rule = {
  id: 'SelectionPatternMatchesSuccess',
  severity: 'error',
  source: 'api-gateway/lambda-integration-errors',
  confidence: 'community',
  what: 'The pattern of an error response matches the empty text too.',
  happens: 'Without an error the message is empty: every success is answered as that error.',
  fix: 'Ask for at least one character: `[\\s\\S]+` instead of `[\\s\\S]*`.',
  check: forEach(METHOD, (method) => (isMapped(method) ? patternsOf(method) : [])
    .filter(({ pattern, status }) => status !== undefined && !/^[23]/.test(status) && regexOf(pattern)?.test(''))
    .map(({ path, pattern, status }) => at(method, path, `is ${JSON.stringify(pattern)} for status ${status}`))),
};
