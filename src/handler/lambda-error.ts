const CODE = /^[A-Z][A-Za-z0-9]{0,63}$/;

/**
 * An error with a code of the catalogue. Extend it for errors that carry more than a text.
 *
 * Lambda reports `name`, the code, as `errorType`; a REST API matches the message, which begins with the code in brackets.
 */
export class LambdaError extends Error {
  constructor(public readonly code: string, message: string, options?: ErrorOptions) {
    super(`[${code}] ${message}`, options);
    this.name = code;
  }
}

/** The outermost error with a code of a chain of causes, those of an `AggregateError` included. Codes that no catalogue can have don't count. */
export function findLambdaError(error: unknown): LambdaError | undefined {
  const seen = new Set<unknown>();
  const todo = [error];
  while (todo.length > 0) {
    const next = todo.shift();
    if (next instanceof LambdaError && CODE.test(next.code)) return next;
    if (!(next instanceof Error) || seen.has(next)) continue;
    seen.add(next);
    todo.push(next.cause, ...next instanceof AggregateError ? next.errors : []);
  }
  return undefined;
}
