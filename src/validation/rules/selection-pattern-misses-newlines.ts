import { isMapped, METHOD, patternsOf } from '../private/integrations';
import { at, forEach, type Rule } from '../private/rule';

export const selectionPatternMissesNewlines: Rule = {
  id: 'SelectionPatternMissesNewlines',
  severity: 'warning',
  source: 'api-gateway/lambda-integration-errors',
  confidence: 'community',
  what: 'The pattern of an error response stands for any text by a dot, which is no line break.',
  happens: 'An error message of several lines is not matched, and is answered with the default response: 200.',
  fix: 'Write `[\\s\\S]` instead of the dot.',
  check: forEach(METHOD, (method) => (isMapped(method) ? patternsOf(method) : [])
    .filter(({ pattern }) => /(^|[^\\])\.[*+]/.test(pattern) && !/\\n|\\s\\S|\\S\\s|\(\?\w*s/.test(pattern))
    .map(({ path, pattern }) => at(method, path, `is ${JSON.stringify(pattern)}`))),
};
