import { Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { executionTimeoutOf, isDurable, isTenantIsolated } from '../../private/function-kinds';
import { functionResourceOf } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** What reading the event, putting it aside and a cold start take, in seconds. */
const OVERHEAD = 15;

/** How long redriving one event may take, in seconds: as long as the slowest function, which is waited for. */
export function redriveTimeout(scope: Construct, functions: readonly lambda.IFunctionRef[], interval: number): number {
  if (functions.length === 0) {
    throw new ValidationError('RedriveFunctionsMissing', 'functions of RedrivePipe must name at least one function, got []: give those that fail into the queue', scope);
  }
  const longest = Math.max(...functions.map((fn) => timeoutOf(scope, fn)));
  const timeout = Math.ceil(longest + interval + OVERHEAD);
  const { max } = LIMITS.pipeTargetWait;
  if (timeout > max) {
    warn(scope, 'RedrivePipe.functionTooSlow',
      `A function can run for ${longest} seconds, with interval and start ${timeout}, and a pipe waits ${max} seconds as far as is known: an event that takes longer may `
      + 'be redriven again although it succeeded.');
  }
  return Math.min(timeout, LIMITS.functionTimeout.max);
}

/** A function that isn't in the tree is taken to answer in the time that a pipe waits. */
function timeoutOf(scope: Construct, ref: lambda.IFunctionRef): number {
  const fn = functionResourceOf(ref);
  if (!fn) return LIMITS.pipeTargetWait.max - OVERHEAD * 2;
  if (isTenantIsolated(fn)) {
    throw new ValidationError('RedriveTenantUnknown',
      `functions of RedrivePipe has ${fn.node.path}, which has tenant isolation: a failed event does not keep its tenant id, without which Lambda refuses the call`, scope);
  }
  const timeout = isDurable(fn) ? executionTimeoutOf(fn) : settingOf(fn, 'Timeout') ?? LIMITS.functionTimeout.default;
  return typeof timeout === 'number' && !Token.isUnresolved(timeout) ? timeout : LIMITS.functionTimeout.max;
}
