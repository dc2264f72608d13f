import * as lambda from 'aws-cdk-lib/aws-lambda';

// Apart from `GoCode`, so that functions in other languages don't load all that builds Go programs.

/** What marks a `GoCode`, whichever copy of this library made it. */
export const GO_CODE = Symbol.for('cdk-lambda-error-handling.GoCode');

/** The runtime for Go programs. */
export const GO_RUNTIME = lambda.Runtime.PROVIDED_AL2023;

/** The handler of Go programs: the name of the program file. */
export const GO_HANDLER = 'bootstrap';

/** Whether a value has the mark. */
export function hasGoMark(x: unknown): boolean {
  return x !== null && typeof x === 'object' && GO_CODE in x;
}
