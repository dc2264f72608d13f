import type { Fact } from './fact';

/** A name in `ErrorEquals` that stands for many errors. */
export interface TaskWildcard extends Fact {
  readonly name: string;
  readonly meaning: string;
}

/** The name of an error that a Step Functions task has when it calls Lambda. Errors of the code come under their own `errorType`. */
export interface TaskError extends Fact {
  /** As in `ErrorEquals`. */
  readonly name: string;
  /**
   * What a retry is worth. `call`: the call failed in a way that passes. `run`: the function was cut off, and may have done a part of its
   * work. `no`: someone must change something first.
   */
  readonly retry: 'call' | 'run' | 'no';
  /** The wildcards that match it. All of them match an error of the code. */
  readonly wildcards: readonly TaskWildcardName[];
  /** Whether a retrier or catcher matches it that names it. */
  readonly nameable: boolean;
  readonly meaning: string;
}

/** The name of an error that a Lambda task does not have, but a state around it or beside it. */
export interface StateError extends Fact {
  readonly name: string;
  readonly meaning: string;
}

const source = 'step-functions/error-handling';

/** What stands for many errors. Which, each error says. */
export const TASK_WILDCARDS = [
  { name: 'States.ALL', source, meaning: 'every error, with few exceptions; it stands alone in its `ErrorEquals`, in the last retrier or catcher' },
  { name: 'States.TaskFailed', source, meaning: 'every error of a task but that it took too long; a nested execution that took too long is reported to its parent by this name' },
] as const satisfies readonly TaskWildcard[];

/** A name that stands for many errors. */
export type TaskWildcardName = (typeof TASK_WILDCARDS)[number]['name'];

const BOTH = ['States.ALL', 'States.TaskFailed'] as const;
const CALL = { retry: 'call', wildcards: BOTH, nameable: true, source } as const;
const RUN = { retry: 'run', wildcards: BOTH, nameable: true, source } as const;
const STATE = { retry: 'no', wildcards: BOTH, nameable: true, source } as const;
const TOO_LONG = { ...STATE, wildcards: ['States.ALL'] } as const;

/** The errors of a Lambda task that are not errors of the code. */
export const TASK_ERRORS = [
  { ...CALL, name: 'Lambda.TooManyRequestsException', meaning: 'the call was throttled' },
  { ...CALL, name: 'Lambda.ServiceException', meaning: 'Lambda failed internally' },
  { ...CALL, name: 'Lambda.AWSLambdaException', meaning: 'Lambda failed' },
  { ...CALL, name: 'Lambda.SdkClientException', meaning: 'the call did not get through' },
  { ...CALL, name: 'Lambda.ClientExecutionTimeoutException', meaning: 'Lambda did not answer in time' },
  { ...RUN, name: 'Sandbox.Timedout', meaning: 'the function passed its timeout, in newer runtimes' },
  { ...RUN, name: 'Lambda.Unknown', meaning: 'the runtime failed without saying how: a timeout in older runtimes, or out of memory' },
  { ...RUN, name: 'Runtime.ExitError', source: 'runtime/emulator', confidence: 'community', meaning: 'the process of the runtime ended: a crash, an exit, or out of memory' },
  { ...RUN, name: 'Sandbox.Failure', source: 'runtime/emulator', confidence: 'derived', meaning: 'the execution environment failed' },
  { ...STATE, name: 'States.Permissions', meaning: 'the role of the state machine may not invoke the function' },
  { ...TOO_LONG, name: 'States.Timeout', meaning: 'the task passed its `TimeoutSeconds` or missed a heartbeat' },
  { ...TOO_LONG, name: 'States.HeartbeatTimeout', confidence: 'derived', meaning: 'a task that waits for its token got no heartbeat for `HeartbeatSeconds`; a retrier or catcher of `States.Timeout` is for it too' },
  { ...STATE, name: 'States.ParameterPathFailure', meaning: 'a path in `Parameters` found nothing' },
  { ...STATE, name: 'States.IntrinsicFailure', meaning: 'a function such as `States.StringToJson` failed in `Parameters` or `ResultSelector`' },
  { ...STATE, name: 'States.ResultPathMatchFailure', meaning: 'the result has no place in the input: `ResultPath` leads through something that is no object' },
  { ...STATE, name: 'States.QueryEvaluationError', meaning: 'a JSONata expression failed, or gave nothing or something of another type' },
  { ...STATE, name: 'States.DataLimitExceeded', wildcards: [], meaning: 'input or output is above 256 KiB; it can be caught by its name only' },
  { ...STATE, name: 'States.Runtime', wildcards: [], nameable: false, meaning: 'the definition asks for something that is not there; it cannot be caught' },
] as const satisfies readonly TaskError[];

/** The errors that Step Functions has for other states than tasks that call Lambda. */
export const STATE_ERRORS = [
  { name: 'States.BranchFailed', source: 'step-functions/states-language', meaning: 'a branch of a `Parallel` state failed' },
  { name: 'States.ExceedToleratedFailureThreshold', source, meaning: 'more items of a `Map` state failed than it tolerates; the error of each is in the execution of the item' },
  { name: 'States.ItemReaderFailed', source, meaning: 'a `Map` state could not read its items' },
  { name: 'States.ResultWriterFailed', source, meaning: 'a `Map` state could not write its results' },
  { name: 'States.NoChoiceMatched', source, meaning: 'no rule of a `Choice` state matched, and it has no `Default`; the state has no catchers' },
  { name: 'States.Http.Socket', source, meaning: 'an HTTP task got no answer within 60 seconds' },
] as const satisfies readonly StateError[];
