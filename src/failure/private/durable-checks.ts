import type { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { INVOKERS } from '../../facts/invokers';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { executionTimeoutOf, isOnManagedInstances } from '../../private/function-kinds';
import type { Invocation } from '../../private/invocations';
import { functionBehind } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** A pipe or a task can invoke without waiting, and a URL without qualifier is one of `$LATEST`. */
const MAY_GO_ON = ['pipe', 'step-functions'];
const NEEDS_NO_QUALIFIER = ['function-url'];

const DESTINATIONS = ['OnFailure', 'OnSuccess'];

const INVOCATION_TYPE = 'integration.request.header.X-Amz-Invocation-Type';

/** Warns of what can't invoke a durable function, or can't wait for it. */
export function checkDurableInvocation(invocation: Invocation): void {
  const { by, fn, point, isQualified } = invocation;
  if (!isQualified && !NEEDS_NO_QUALIFIER.includes(point.invoker)) {
    warn(by, 'DurableFunction.unqualifiedInvoker',
      `The durable function ${fn.node.path} is named without a version or alias in ${point.path.join('.')}, which Lambda refuses: give an alias or a version.`);
  }
  const [timeout, limit] = [executionTimeoutOf(fn), awaitedAtMost(invocation)];
  if (limit !== undefined && timeout !== undefined && timeout > limit) {
    warn(by, 'DurableFunction.executionTooLong',
      `An execution of the durable function ${fn.node.path} may take ${timeout} seconds, and who waits for it does so for ${limit} seconds at most: lower `
      + 'executionTimeout, or invoke it asynchronously.');
  }
}

/** Fails on destinations of a durable function, which Lambda refuses. */
export function checkDurable(fn: lambda.CfnFunction, resources: readonly CfnResource[]): void {
  for (const config of resources.filter(lambda.CfnEventInvokeConfig.isCfnEventInvokeConfig)) {
    const isAsked = DESTINATIONS.some((name) => settingOf(config, 'DestinationConfig', name) !== undefined);
    if (isAsked && functionBehind(settingOf(config, 'FunctionName')) === fn) {
      throw new ValidationError('DurableFunctionHasNoDestinations',
        `DestinationConfig is set, but ${fn.node.path} is durable (DurableConfig), for which Lambda has no destinations: take it away, and use FunctionDeadLetter`, config);
    }
  }
}

/** How long the invoker waits for an execution in seconds, if it does. */
function awaitedAtMost({ by, fn, point }: Invocation): number | undefined {
  const type = INVOKERS.find(({ id }) => id === point.invoker)!.type;
  if (type === 'async' || MAY_GO_ON.includes(point.invoker) || isAsynchronous(by)) return undefined;
  return type === 'poll' && isOnManagedInstances(fn) ? LIMITS.managedInstanceTimeout.max : LIMITS.awaitedDurableExecution.max;
}

/** Whether a method of a REST API only hands the event over. */
function isAsynchronous(by: Invocation['by']): boolean {
  return INVOCATION_TYPE in (settingOf(by, 'Integration', 'RequestParameters') as object | undefined ?? {});
}
