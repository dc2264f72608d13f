import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ValidationError } from '../../private/errors';
import type { ResilientFunctionProps } from '../resilient-function-props';
import { GO_HANDLER, GO_RUNTIME, hasGoMark } from './go-marker';

/** The runtime and handler given, or those that a `GoCode` implies. */
export function runtimeOf(scope: Construct, props: ResilientFunctionProps): { runtime: lambda.Runtime; handler: string } {
  const go = hasGoMark(props.code);
  const runtime = props.runtime ?? (go ? GO_RUNTIME : undefined);
  const handler = props.handler ?? (go ? GO_HANDLER : undefined);
  if (runtime === undefined) {
    throw new ValidationError('FunctionRuntimeMissing',
      '`runtime` is not set, and only a `GoCode` implies one: set it, for example to `Runtime.NODEJS_22_X`', scope);
  }
  if (handler === undefined) {
    throw new ValidationError('FunctionHandlerMissing',
      "`handler` is not set, and only a `GoCode` implies one: set it, for example to 'index.handler'", scope);
  }
  return { runtime, handler };
}
