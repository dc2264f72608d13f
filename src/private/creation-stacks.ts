import { CfnElement } from 'aws-cdk-lib';
import { DISABLE_CREATION_STACK_TRACES, DISABLE_METADATA_STACK_TRACE } from 'aws-cdk-lib/cx-api';
import type { IConstruct } from 'constructs';

const CREATION_STACK = 'aws:cdk:creationStack';

/**
 * Makes constructs below a scope without a stack trace for each resource, which takes CDK longer than the resource itself.
 *
 * CDK has a context key for that, but no public way to set it for a while. Where the way taken here is none, there are traces as ever.
 */
export function withoutCreationStacks<T>(scope: IConstruct, make: () => T): T {
  return withContext(scope, { [DISABLE_CREATION_STACK_TRACES]: true }, make);
}

/** The same, and without one for each warning: where resources are found one after the other, all traces say the same. */
export function withoutStackTraces<T>(scope: IConstruct, make: () => T): T {
  return withContext(scope, { [DISABLE_CREATION_STACK_TRACES]: true, [DISABLE_METADATA_STACK_TRACE]: true }, make);
}

function withContext<T>(scope: IConstruct, more: Record<string, unknown>, make: () => T): T {
  const node = scope.node as unknown as { _context?: Record<string, unknown> };
  const context = node._context;
  node._context = { ...context, ...more };
  try {
    return make();
  } finally {
    node._context = context;
  }
}

/** Tells of everything below a scope that was made without a stack trace that it was made where this element was. */
export function shareCreationStack({ creationStack }: CfnElement, scope: IConstruct): void {
  if (creationStack.length === 0) return;
  for (const element of scope.node.findAll().filter(CfnElement.isCfnElement)) {
    if (element.creationStack.length === 0) element.node.addMetadata(CREATION_STACK, creationStack);
  }
}
