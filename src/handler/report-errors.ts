import { Catalog, type Invocation } from './catalog';
import { findLambdaError } from './lambda-error';

/** A handler of Lambda. */
export type Handler<In, Out> = (event: In, context: Invocation) => Out | Promise<Out>;

/**
 * Wraps the handler of a function that reports its errors to Lambda: behind a REST API without proxy integration, in a state machine, or
 * invoked asynchronously. An error that was wrapped by `new Error(…, { cause })` is thrown as the one with a code inside.
 */
export function reportErrors<In, Out>(handler: Handler<In, Out>): (event: In, context: Invocation) => Promise<Out> {
  const catalog = new Catalog();
  return async (event, context) => {
    try {
      return await handler(event, context);
    } catch (error) {
      catalog.log(error, context);
      throw findLambdaError(error) ?? error;
    }
  };
}
