import type { Rule } from '../private/rule';
import { ALL, errorsOf, FAILED, forEachLambdaTask } from '../private/states';

const THROTTLE = 'Lambda.TooManyRequestsException';
/** Who retries one of these means faults of Lambda. */
const FAULTS = ['Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.ClientExecutionTimeoutException'];

export const taskRetriesMissThrottles: Rule = {
  id: 'TaskRetriesMissThrottles',
  severity: 'warning',
  source: 'step-functions/error-handling',
  what: 'A state that invokes a function retries faults of Lambda and no throttles.',
  happens: 'When the concurrency is used up, which is when many executions run, they fail at once. CDK has left it out of its default.',
  fix: 'Add `Lambda.TooManyRequestsException` to the errors that are retried.',
  check: forEachLambdaTask((task) => {
    const errors = errorsOf(task, 'Retry')?.flat();
    return errors?.some((error) => FAULTS.includes(error)) && ![THROTTLE, ALL, FAILED].some((error) => errors.includes(error)) ? `retries ${errors.join(', ')}` : undefined;
  }),
};
