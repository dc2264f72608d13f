import type { Fact } from './fact';

/** The name of an error that a Step Functions task has when it calls Lambda. Errors of the code come under their own `errorType`. */
export interface TaskError extends Fact {
  /** As in `ErrorEquals`. */
  readonly name: string;
  /**
   * What a retry is worth. `call`: the call failed in a way that passes. `run`: the function was cut off, and may have done a part of its
   * work. `no`: someone must change something first.
   */
  readonly retry: 'call' | 'run' | 'no';
  /** Whether the wildcard `States.ALL` matches it. */
  readonly inAll: boolean;
  readonly meaning: string;
}

const source = 'step-functions/error-handling';
const CALL = { retry: 'call', inAll: true, source } as const;
const RUN = { retry: 'run', inAll: true, source } as const;
const STATE = { retry: 'no', inAll: true, source } as const;

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
  { ...STATE, name: 'States.Timeout', meaning: 'the task passed its `TimeoutSeconds` or missed a heartbeat; the wildcard `States.TaskFailed` does not match it' },
  { ...STATE, name: 'States.DataLimitExceeded', inAll: false, meaning: 'the output is above 256 KiB; it can be caught by its name only' },
  { ...STATE, name: 'States.Runtime', inAll: false, meaning: 'the definition asks for something that is not there; it cannot be caught' },
] as const satisfies readonly TaskError[];
