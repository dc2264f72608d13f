import type { Fact } from './fact';

/** What `errorType` is for a value that a Go handler returns or panics with. */
export interface GoErrorType extends Fact {
  /** The value, as in Go. */
  readonly value: string;
  readonly errorType: string;
  readonly how: 'returned' | 'panicked';
  /** Whether the name tells one kind of error from another: can be caught by name, counted, mapped. */
  readonly tellsApart: boolean;
}

const RETURNED = { how: 'returned', source: 'runtime/go' } as const;
const PANICKED = { how: 'panicked', source: 'runtime/go' } as const;

/**
 * How aws-lambda-go names errors: the type name of the outermost value, without a package, one pointer stripped. So wrapping with
 * `fmt.Errorf("…%w")` hides the type, and a named error type returned outermost is the only name worth matching.
 */
export const GO_ERROR_TYPES = [
  { ...RETURNED, value: 'errors.New("…")', errorType: 'errorString', tellsApart: false },
  { ...RETURNED, value: 'fmt.Errorf("…")', errorType: 'errorString', tellsApart: false },
  { ...RETURNED, value: 'fmt.Errorf("…%w", err)', errorType: 'wrapError', tellsApart: false },
  { ...RETURNED, value: 'fmt.Errorf("…%w…%w", a, b)', errorType: 'wrapErrors', tellsApart: false, confidence: 'unchecked' },
  { ...RETURNED, value: 'errors.Join(a, b)', errorType: 'joinError', tellsApart: false, confidence: 'unchecked' },
  { ...RETURNED, value: 'OrderNotFound{}', errorType: 'OrderNotFound', tellsApart: true },
  { ...RETURNED, value: '&OrderNotFound{}', errorType: 'OrderNotFound', tellsApart: true },
  { ...RETURNED, value: 'context.DeadlineExceeded', errorType: 'deadlineExceededError', tellsApart: true },
  { ...RETURNED, value: 'messages.InvokeResponse_Error{Type: "OrderNotFound"}', errorType: 'OrderNotFound', tellsApart: true, source: 'runtime/go' },
  { ...RETURNED, value: '&messages.InvokeResponse_Error{…}', errorType: 'InvokeResponse_Error', tellsApart: false, confidence: 'derived' },
  { ...PANICKED, value: 'panic("…")', errorType: 'string', tellsApart: false },
  { ...PANICKED, value: 'nil dereference, division by zero', errorType: 'errorString', tellsApart: false },
  { ...PANICKED, value: 'index out of range', errorType: 'boundsError', tellsApart: true },
  { ...PANICKED, value: 'write to a nil map, second close of a channel', errorType: 'plainError', tellsApart: false },
  { ...PANICKED, value: 'failed type assertion', errorType: 'TypeAssertionError', tellsApart: true },
] as const satisfies readonly GoErrorType[];
