import type { Rule } from '../private/rule';
import { errorsOf, forEachState } from '../private/states';

/** The names that Step Functions itself has. */
const KNOWN = [
  'States.ALL', 'States.BranchFailed', 'States.DataLimitExceeded', 'States.ExceedToleratedFailureThreshold', 'States.HeartbeatTimeout', 'States.Http.Socket',
  'States.IntrinsicFailure', 'States.ItemReaderFailed', 'States.NoChoiceMatched', 'States.ParameterPathFailure', 'States.Permissions', 'States.QueryEvaluationError',
  'States.ResultPathMatchFailure', 'States.ResultWriterFailed', 'States.Runtime', 'States.TaskFailed', 'States.Timeout',
];

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
