import { explanation, type Explanation } from './explanation';
import {
  GO_ERROR_TYPES, INVOKE_ERRORS, PLATFORM_ERROR_TYPES, STATE_ERRORS, TASK_ERRORS, TASK_WILDCARDS, THROTTLE_REASONS,
  type GoErrorType, type InvokeError, type PlatformErrorType, type StateError, type TaskError, type TaskWildcard,
} from '../../facts';

const ACTS = {
  'caller': 'the caller: change the request',
  'owner': 'the owner of the function',
  'capacity': 'whoever manages concurrency, or nobody when it passes',
  'service': 'AWS: nothing to change',
  'caller-and-owner': 'caller and owner together',
};
const RETRY = { yes: 'yes, with backoff', later: 'later: only after a state has changed, which it may by itself', no: 'no: somebody must change something first' };
const RETRY_TASK = { call: 'yes: the call did not get through', run: 'yes, though a part of the work may be done', no: 'no: somebody must change something first' };
const PHASE = { init: 'while the function started', invoke: 'while it handled an event', any: 'while it started or handled an event' };

/** Lambda refused, the platform gave up, a task failed, or the code said so. */
export function errorExplanations(): Explanation[] {
  return [
    ...INVOKE_ERRORS.map(refused), ...THROTTLE_REASONS.map(throttled), ...PLATFORM_ERROR_TYPES.map(failed), ...TASK_ERRORS.map(taskFailed),
    ...TASK_WILDCARDS.map(standsForMany), ...STATE_ERRORS.map(stateFailed), ...ofGo(), ...statuses(),
  ];
}

/** A status of the Invoke API, with all exceptions that have it. */
function statuses(): Explanation[] {
  const all: readonly InvokeError[] = INVOKE_ERRORS;
  return [...new Set(all.map(({ httpStatus }) => httpStatus))].map((status) => {
    const errors = all.filter(({ httpStatus }) => httpStatus === status);
    return explanation(`${status} of the Invoke API: Lambda refused, and the handler did not run`, [status], errors[0], Object.fromEntries(
      errors.map(({ name, when, retryable }) => [name, `${when}; retry: ${retryable}`]),
    ));
  });
}

function refused(error: InvokeError): Explanation {
  return explanation(`${error.name}: HTTP ${error.httpStatus} of the Invoke API`, [error.name], error, {
    'what happened': `Lambda refused, and the handler did not run: ${error.when}`,
    'who must act': ACTS[error.whoMustAct],
    'retry': `${RETRY[error.retryable]}; AWS SDKs ${error.retriedBySdk ? 'retry it by themselves' : 'do not retry it'}`,
  });
}

function throttled(throttle: (typeof THROTTLE_REASONS)[number]): Explanation {
  return explanation(`${throttle.reason}: a reason of TooManyRequestsException`, [throttle.reason, 'TooManyRequestsException'], throttle, {
    'what happened': throttle.when,
    'limit of': `the ${throttle.limitOf}`,
  });
}

function failed(error: PlatformErrorType): Explanation {
  const terms = [error.errorType, ...error.formerly ? [error.formerly] : []];
  return explanation(`${error.errorType}: errorType, set by the platform`, terms, error, {
    'what happened': `${error.meaning}, ${PHASE[error.phase]}${error.managedInstancesOnly ? ' (Managed Instances only)' : ''}`,
    'what to do': error.whatToDo,
    'also spelled': error.formerly,
  });
}

function taskFailed(error: TaskError): Explanation {
  return explanation(`${error.name}: error of a Step Functions task`, [error.name], error, {
    'what happened': error.meaning,
    'retry': RETRY_TASK[error.retry],
    'wildcard': wildcardsOf(error),
  });
}

function wildcardsOf({ wildcards, nameable }: TaskError): string {
  if (wildcards.length === 0) return nameable ? 'none matches it: name it' : 'none matches it, and naming it does not help';
  const others = TASK_WILDCARDS.map(({ name }) => name).filter((name) => !wildcards.includes(name));
  return `${wildcards.join(' and ')} ${wildcards.length > 1 ? 'match' : 'matches'} it${others.length > 0 ? `, ${others.join(' and ')} does not` : ''}`;
}

function standsForMany(wildcard: TaskWildcard): Explanation {
  const errors: readonly TaskError[] = TASK_ERRORS;
  return explanation(`${wildcard.name}: wildcard in a retrier or catcher of Step Functions`, [wildcard.name], wildcard, {
    'stands for': wildcard.meaning,
    'does not match': errors.filter(({ wildcards }) => wildcards.every((name) => name !== wildcard.name)).map(({ name }) => name).join(', '),
  });
}

function stateFailed(error: StateError): Explanation {
  return explanation(`${error.name}: error of a Step Functions state`, [error.name], error, { 'what happened': error.meaning });
}

function ofGo(): Explanation[] {
  return GO_ERROR_TYPES.map((error: GoErrorType) => explanation(`${error.errorType}: errorType of a Go handler`, [error.errorType], error, {
    'what happened': `the handler ${error.how} ${error.value}`,
    'tells apart': error.tellsApart ? 'yes: it names one kind of error' : 'no: many errors have it; return a named error type outermost',
  }));
}
