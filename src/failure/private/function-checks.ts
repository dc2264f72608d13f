import { Token, type CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { checkDurable, checkDurableInvocation } from './durable-checks';
import { checkTenantInvocation, checkTenantIsolated } from './tenant-checks';
import { checkUrls } from './url-checks';
import { LIMITS } from '../../facts/limits';
import { fail, type Refuse } from '../../private/complete-setting';
import { isDurable, isOnManagedInstances, isTenantIsolated } from '../../private/function-kinds';
import { invocationsOf, mayInvoke } from '../../private/invocations';
import { lookLast } from '../../private/last-look';
import { stageOf } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

const CHECKS = new WeakMap<IConstruct, FunctionChecks>();

/**
 * What only the finished tree can tell of functions that Lambda treats differently: who invokes them and how. Looked at once for all
 * functions of an app or stage.
 */
export class FunctionChecks {
  /** The checks of the app or stage that a construct is in. */
  public static of(scope: IConstruct): FunctionChecks {
    const root = stageOf(scope);
    const checks = CHECKS.get(root) ?? new FunctionChecks(root);
    CHECKS.set(root, checks);
    return checks;
  }

  private readonly functions = new Map<lambda.CfnFunction, Refuse>();

  private constructor(root: IConstruct) {
    lookLast(root, (resources) => this.verify(resources));
  }

  /**
   * Looks at a function at synthesis.
   *
   * @param refuse what to do about what Lambda refuses; to fail, if anybody wants that
   */
  public add(fn: lambda.CfnFunction, refuse: Refuse = fail): void {
    if (this.functions.get(fn) !== fail) this.functions.set(fn, refuse);
  }

  private verify(resources: readonly CfnResource[]): void {
    const functions = [...this.functions.keys()];
    functions.filter(isOnManagedInstances).forEach(checkMemory);
    functions.filter(isDurable).forEach((fn) => checkDurable(fn, resources));
    functions.filter(isTenantIsolated).forEach((fn) => checkTenantIsolated(fn, resources, this.functions.get(fn)!));
    if (functions.some((fn) => isDurable(fn) || isTenantIsolated(fn))) this.checkInvocations(resources);
    checkUrls(new Set(functions), resources);
  }

  private checkInvocations(resources: readonly CfnResource[]): void {
    for (const invocation of resources.filter(mayInvoke).flatMap(invocationsOf)) {
      if (!this.functions.has(invocation.fn)) continue;
      if (isDurable(invocation.fn)) checkDurableInvocation(invocation);
      if (isTenantIsolated(invocation.fn)) checkTenantInvocation(invocation);
    }
  }
}

function checkMemory(fn: lambda.CfnFunction): void {
  const memory = settingOf(fn, 'MemorySize') ?? LIMITS.functionMemory.default;
  const { min } = LIMITS.managedInstanceMemory;
  if (typeof memory !== 'number' || Token.isUnresolved(memory) || memory >= min) return;
  warn(fn, 'ManagedInstances.memoryTooSmall', `MemorySize is ${memory} MB, and a function of a capacity provider has at least ${min}: set memorySize to that or more.`);
}
