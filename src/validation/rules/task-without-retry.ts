import { isMissing } from '../private/reading';
import type { Rule } from '../private/rule';
import { forEachLambdaTask } from '../private/states';

export const taskWithoutRetry: Rule = {
  id: 'TaskWithoutRetry',
  severity: 'warning',
  source: 'step-functions/best-practices',
  what: 'A state that invokes a function is never tried again.',
  happens: 'A throttle or a fault of Lambda, which pass within seconds, ends the execution.',
  fix: 'Add a `Retry` for `Lambda.TooManyRequestsException`, `Lambda.ServiceException`, `Lambda.AWSLambdaException` and `Lambda.SdkClientException`, with `JitterStrategy: FULL`.',
  check: forEachLambdaTask((task) => (isMissing(task.get('Retry')) || task.get('Retry').raw instanceof Array && task.get('Retry').elements().known.length === 0
    ? 'invokes a function without Retry' : undefined)),
};
