import type { Rule } from '../private/rule';
import { ALL, errorsOf, FAILED, forEachLambdaTask } from '../private/states';

export const timeoutNotHandled: Rule = {
  id: 'TimeoutNotHandled',
  severity: 'warning',
  source: 'step-functions/error-handling',
  what: 'A state that invokes a function handles `Lambda.Unknown` and not `Sandbox.Timedout`.',
  happens: 'In newer runtimes a timeout of the function has the second name: it is neither retried nor caught.',
  fix: 'Add `Sandbox.Timedout` beside `Lambda.Unknown`.',
  check: forEachLambdaTask((task) => (['Retry', 'Catch'] as const).flatMap((field) => {
    const errors = errorsOf(task, field)?.flat() ?? [];
    return errors.includes('Lambda.Unknown') && !['Sandbox.Timedout', ALL, FAILED].some((error) => errors.includes(error)) ? [`has Lambda.Unknown alone in a ${field}`] : [];
  })),
};
