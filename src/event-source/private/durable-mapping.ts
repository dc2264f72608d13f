import type { CfnResource } from 'aws-cdk-lib';
import { LIMITS } from '../../facts/limits';
import type { Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import { functionOfMapping } from '../../private/event-source';
import { executionTimeoutOf, isDurable, isOnManagedInstances } from '../../private/function-kinds';
import { invocationsOf } from '../../private/invocations';

/**
 * Refuses a mapping of a durable function that Lambda refuses at deployment: one that names no version or alias, or one whose executions may
 * take longer than a mapping waits.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/durable-invoking-esm.html
 */
export function checkDurableMapping(mapping: CfnResource, refuse: Refuse): void {
  const fn = functionOfMapping(mapping);
  if (!fn || !isDurable(fn)) return;
  if (invocationsOf(mapping).some(({ isQualified }) => !isQualified)) {
    refuse(new ValidationError('EventSourceDurableFunctionUnqualified',
      `FunctionName of the mapping must name a version or alias of ${fn.node.path}, because that is a durable function: add the event source to an alias`, mapping));
  }
  const timeout = executionTimeoutOf(fn);
  const { max } = isOnManagedInstances(fn) ? LIMITS.managedInstanceTimeout : LIMITS.awaitedDurableExecution;
  if (timeout !== undefined && timeout > max) {
    refuse(new ValidationError('EventSourceDurableExecutionTooLong',
      `ExecutionTimeout of ${fn.node.path} must be at most ${max} seconds, because a mapping waits for the whole execution of a durable function, got ${timeout}: `
      + 'lower executionTimeout, or put a function in between that invokes it asynchronously', mapping));
  }
}
