import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const unsettled = new WeakSet<IConstruct>();

/**
 * Lets the logical id of a resource that we make, or refer to over and over, be worked out once: CDK does it again, with a hash of the path,
 * wherever the resource is referred to, and each time it renders that.
 */
export function settleLater<T extends CfnResource>(resource: T): T {
  unsettled.add(resource);
  return resource;
}

/** The same for all resources at or below a scope. */
export function settleBelow(scope: IConstruct): void {
  scope.node.findAll().filter(CfnResource.isCfnResource).forEach(settleLater);
}

/**
 * Makes the logical id that CDK derives for a resource its own. When the aspects of the user were there nothing changes it any more. What has
 * an id of its own is left, as it may depend on what is yet to come: that of a version or a deployment does.
 */
export function settleLogicalId(construct: IConstruct): void {
  if (!unsettled.delete(construct)) return;
  const resource = construct as CfnResource;
  if (!hasOwnId(resource)) resource.overrideLogicalId(resource.stack.getLogicalId(resource));
}

/** Whether the user gave it an id, or exports it, so that none can be set. CDK has no public way to ask. */
function hasOwnId(resource: CfnResource): boolean {
  const { _logicalIdOverride, _logicalIdLocked } = resource as unknown as { _logicalIdOverride?: string; _logicalIdLocked?: boolean };
  return _logicalIdOverride !== undefined || _logicalIdLocked === true;
}
