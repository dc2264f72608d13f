import type { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import type { Invocation } from '../../private/invocations';
import { functionBehind } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

const HEADER = 'integration.request.header.x-amz-tenant-id';

/** Refuses what Lambda refuses for a function with tenant isolation. */
export function checkTenantIsolated(fn: lambda.CfnFunction, resources: readonly CfnResource[], refuse: Refuse): void {
  if (settingOf(fn, 'SnapStart', 'ApplyOn') === 'PublishedVersions') refuse(unsupported(fn, fn, 'SnapStart'));
  for (const resource of resources) {
    if (lambda.CfnUrl.isCfnUrl(resource) && functionBehind(settingOf(resource, 'TargetFunctionArn')) === fn) {
      refuse(unsupported(fn, resource, 'a function URL'));
    }
    if (hasProvisionedConcurrency(resource) && functionBehind(settingOf(resource, 'FunctionName')) === fn) {
      refuse(unsupported(fn, resource, 'provisioned concurrency'));
    }
  }
}

/** Warns of what invokes a function with tenant isolation without saying for whom. */
export function checkTenantInvocation({ by, fn, point }: Invocation): void {
  const isMapped = point.tenantId === 'mapped' && keysAt(by, 'Integration', 'RequestParameters').some((key) => key.toLowerCase() === HEADER);
  if (point.tenantId === 'unknown' || isMapped) return;
  const fix = point.tenantId === 'mapped'
    ? 'set the header X-Amz-Tenant-Id in the request parameters of the integration.'
    : 'it has no place for one. Call the function directly, or through a REST API.';
  warn(by, 'TenantIsolation.noTenantId', `The function ${fn.node.path} has tenant isolation, and this passes no tenant id, without which Lambda refuses the call: ${fix}`);
}

function hasProvisionedConcurrency(resource: CfnResource): boolean {
  return (lambda.CfnAlias.isCfnAlias(resource) || lambda.CfnVersion.isCfnVersion(resource)) && settingOf(resource, 'ProvisionedConcurrencyConfig') !== undefined;
}

function keysAt(resource: CfnResource, ...path: string[]): string[] {
  return Object.keys(settingOf(resource, ...path) ?? {});
}

function unsupported(fn: lambda.CfnFunction, resource: CfnResource, what: string): ValidationError {
  return new ValidationError('TenantIsolationUnsupported',
    `${fn.node.path} has tenant isolation (TenancyConfig), for which Lambda has no ${what.replace(/^a /, '')}: take one of the two away`, resource);
}
