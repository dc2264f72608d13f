import { CfnResource, Resource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { referenceTarget } from './owner';

/**
 * Whether a construct stands for a resource that isn't in the tree, such as `Queue.fromQueueArn()`. CDK visits no L1 for it, so without
 * a look at the L2 a mixin on one would do nothing and say nothing.
 *
 * @param reference where it keeps its reference, for example `queueRef`, and which part of that is its ARN or id
 */
export function isImported(construct: IConstruct, reference: string, part: string): boolean {
  if (!Resource.isResource(construct) || CfnResource.isCfnResource(construct.node.defaultChild)) return false;
  const ref = (construct as unknown as Record<string, Record<string, unknown> | undefined>)[reference];
  return ref !== undefined && !CfnResource.isCfnResource(referenceTarget(ref[part]));
}
