import type { FailureId } from '../../facts/failure-matrix';

/** What goes wrong in a simulation. */
export interface Cause {
  readonly id: CauseId;
  /** The failure of the facts that it is. */
  readonly failure: FailureId;
  /** What the function reports, where it runs at all. */
  readonly error?: { readonly errorMessage: string; readonly errorType: string };
}

/** The request that answers and errors are shown for. */
export const REQUEST_ID = '00000000-0000-4000-8000-000000000000';

/** What can be simulated, by the word for it on the command line. A malformed response is a success that whoever called can't read. */
export const CAUSES = {
  'function-error': 'function-error',
  'timeout': 'timeout',
  'crash': 'crash',
  'throttle': 'throttle',
  'permission-lost': 'missing-permission',
  'poison-record': 'poison-record',
  'too-old': 'too-old',
  'malformed-response': 'function-error',
} as const satisfies Record<string, FailureId>;

/** The word for something that goes wrong. */
export type CauseId = keyof typeof CAUSES;

/** Something that goes wrong, with the error that the code reports by type and message. */
export function causeOf(id: CauseId, errorType = 'Error', errorMessage = ''): Cause {
  const failure = CAUSES[id];
  switch (id) {
    case 'function-error':
    case 'poison-record': return { id, failure, error: { errorMessage, errorType } };
    case 'crash': return { id, failure, error: { errorMessage: `RequestId: ${REQUEST_ID} Error: Runtime exited with error: exit status 1`, errorType: 'Runtime.ExitError' } };
    default: return { id, failure };
  }
}

/** The error of a function that passed its timeout. */
export function timeoutError(seconds: number): NonNullable<Cause['error']> {
  return { errorMessage: `RequestId: ${REQUEST_ID} Error: Task timed out after ${seconds.toFixed(2)} seconds`, errorType: 'Sandbox.Timedout' };
}
