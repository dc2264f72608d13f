import { METHOD, patternsOf, regexOf } from '../private/integrations';
import { at, forEach, type Rule } from '../private/rule';

export const selectionPatternInvalid: Rule = {
  id: 'SelectionPatternInvalid',
  severity: 'error',
  source: 'api-gateway/lambda-integration-errors',
  what: 'The pattern that chooses an integration response is no regular expression.',
  happens: 'API Gateway refuses it at the deployment, or never chooses the response.',
  fix: 'Correct the expression: close brackets, and escape what stands for itself, such as `\\[NotFound\\]`.',
  check: forEach(METHOD, (method) => patternsOf(method).filter(({ pattern }) => regexOf(pattern) === null)
    .map(({ path, pattern }) => at(method, path, `is ${JSON.stringify(pattern)}`))),
};
