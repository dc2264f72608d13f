import type { Rule } from '../private/rule';
import { ALL, errorsOf, forEachState } from '../private/states';

export const allErrorsNotLast: Rule = {
  id: 'AllErrorsNotLast',
  severity: 'error',
  source: 'step-functions/error-handling',
  what: '`States.ALL` stands beside other errors, or before other retriers or catchers.',
  happens: 'It must be alone and last: Step Functions refuses the definition, and the deployment fails.',
  fix: 'Put `States.ALL` alone into the last retrier or catcher.',
  check: forEachState((state) => (['Retry', 'Catch'] as const).flatMap((field) => {
    const lists = errorsOf(state, field) ?? [];
    return lists.flatMap((errors, index) => (errors.includes(ALL) && (errors.length > 1 || index < lists.length - 1) ? [`has States.ALL ${errors.length > 1 ? 'beside others' : 'before others'} in a ${field}`] : []));
  })),
};
