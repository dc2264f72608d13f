import { Token, type CfnResource } from 'aws-cdk-lib';
import { settingOf } from './settings';
import { LIMITS } from '../facts/limits';

/** Whether a function is durable: it runs in executions, which outlive an invocation. */
export function isDurable(fn: CfnResource): boolean {
  return settingOf(fn, 'DurableConfig') !== undefined;
}

/** Whether each tenant has execution environments of its own, so that an invocation must say whose it is. */
export function isTenantIsolated(fn: CfnResource): boolean {
  return settingOf(fn, 'TenancyConfig') !== undefined;
}

/** Whether a function runs on the Managed Instances of a capacity provider. */
export function isOnManagedInstances(fn: CfnResource): boolean {
  return settingOf(fn, 'CapacityProviderConfig') !== undefined;
}

/** How long an invocation of a function can be allowed to run, in seconds. */
export function longestTimeoutOf(fn: CfnResource): number {
  return (isOnManagedInstances(fn) ? LIMITS.managedInstanceTimeout : LIMITS.functionTimeout).max;
}

/** How long an execution of a durable function may take in seconds: `undefined` where only the deployment knows. */
export function executionTimeoutOf(fn: CfnResource): number | undefined {
  const timeout = settingOf(fn, 'DurableConfig', 'ExecutionTimeout');
  return typeof timeout === 'number' && !Token.isUnresolved(timeout) ? timeout : undefined;
}
