import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { findBelow } from './owner';

/** Looks at the resources of an app or stage when all of them are there. */
type Look = (resources: readonly CfnResource[]) => void;

const looks = new WeakMap<IConstruct, Look[]>();

/**
 * Looks at the resources of an app or stage when CDK validates it, and nothing is added any more. All who look share one walk through the tree.
 * Warnings that are added then are reported like any other.
 */
export function lookLast(root: IConstruct, look: Look): void {
  const known = looks.get(root);
  if (known) {
    known.push(look);
    return;
  }
  const all = [look];
  looks.set(root, all);
  root.node.addValidation({
    validate: () => {
      const resources = findBelow(root, CfnResource.isCfnResource);
      all.forEach((one) => one(resources));
      return [];
    },
  });
}
