import { STATE_ERRORS, TASK_ERRORS, TASK_WILDCARDS } from '../../facts';
import type { Rule } from '../private/rule';
import { errorsOf, forEachState } from '../private/states';

/** The names that a retrier or catcher may have. */
const KNOWN: readonly string[] = [...TASK_WILDCARDS, ...TASK_ERRORS, ...STATE_ERRORS].map(({ name }) => name);

export const stateErrorUnknown: Rule = {
  id: 'StateErrorUnknown',
  severity: 'warning',
  source: 'step-functions/error-handling',
  what: 'A retrier or catcher names an error that begins with `States.` and does not exist.',
  happens: 'The prefix is for errors of Step Functions itself: nothing is ever retried or caught by that name.',
  fix: 'Use a name of the list, such as `States.TaskFailed` or `States.Timeout`.',
  check: forEachState((state) => (['Retry', 'Catch'] as const).flatMap((field) => (errorsOf(state, field) ?? []).flat()
    .filter((error) => error.startsWith('States.') && !KNOWN.includes(error)).map((error) => `names ${error} in a ${field}`))),
};
