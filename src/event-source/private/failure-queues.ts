import { CfnResource } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { FailureQueue } from '../../failure/failure-queue';
import { resourceBehind } from '../../private/event-source';
import { failureTargetsOf } from '../../private/failure-targets';
import { findBelow } from '../../private/owner';

const FOUND = new WeakMap<IConstruct, FailureQueues>();

/** The queues that keep the failures of something else: the end of the line, which needs no dead-letter queue. */
export class FailureQueues {
  /** Whether a queue keeps failures. The tree is searched again only for queues that are newer than the last search. */
  public static include(queue: CfnResource): boolean {
    if (queue.node.scopes.some(isFailureQueue)) return true;
    const root = queue.node.root;
    let found = FOUND.get(root);
    if (!found?.queues.has(queue)) {
      found = new FailureQueues(root);
      FOUND.set(root, found);
    }
    return found.targets.has(queue);
  }

  private readonly queues = new Set<IConstruct>();
  private readonly targets = new Set<IConstruct>();

  private constructor(root: IConstruct) {
    for (const resource of findBelow(root, CfnResource.isCfnResource)) {
      if (sqs.CfnQueue.isCfnQueue(resource)) this.queues.add(resource);
      for (const arn of failureTargetsOf(resource)) {
        const target = resourceBehind(resource, arn);
        if (target) this.targets.add(target);
      }
    }
  }
}

/** Whether it is a `FailureQueue`: by its mark, which works across copies of the library. */
export function isFailureQueue({ constructor }: object): boolean {
  return (constructor as { PROPERTY_INJECTION_ID?: string }).PROPERTY_INJECTION_ID === FailureQueue.PROPERTY_INJECTION_ID;
}
