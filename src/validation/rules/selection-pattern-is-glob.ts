import { isMapped, METHOD, patternsOf } from '../private/integrations';
import { at, forEach, type Rule } from '../private/rule';

/** Words with a star at the end, as in a file name. */
const GLOB = /^[\w :-]*\w\*$/;

export const selectionPatternIsGlob: Rule = {
  id: 'SelectionPatternIsGlob',
  severity: 'error',
  source: 'api-gateway/lambda-integration-errors',
  confidence: 'community',
  what: 'The pattern of an error response ends with a star, as the name of files would.',
  happens: 'It is a regular expression for the whole message: `Invalid*` matches "Invalidddd" and not "Invalid input", which is answered with the default, 200.',
  fix: 'Write `Invalid[\\s\\S]*`.',
  check: forEach(METHOD, (method) => (isMapped(method) ? patternsOf(method) : []).filter(({ pattern }) => GLOB.test(pattern))
    .map(({ path, pattern }) => at(method, path, `is ${JSON.stringify(pattern)}`))),
};
