import type * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { addStatement } from './policy-document';
import { findBelow, ownerOf, referenceTarget } from '../../private/owner';

const policies = new WeakMap<sqs.CfnQueue, sqs.CfnQueuePolicy>();

/**
 * Adds a statement to the policy of a queue, which is made where CDK makes it if there is none: SQS keeps one policy per queue, and the one
 * deployed last wins. `false` for a policy that only the deployment knows, or that several queues share: there a statement for one of them
 * has no place.
 */
export function addToQueuePolicy(queue: sqs.CfnQueue, statement: iam.PolicyStatement): boolean {
  const policy = policyOf(queue);
  if (!policy) return (ownerOf(queue) as sqs.Queue).addToResourcePolicy(statement).statementAdded;
  const document = policy.queues.length === 1 ? addStatement(queue, policy.policyDocument, statement) : undefined;
  if (document) policy.policyDocument = document;
  return document !== undefined;
}

/** The policy of the user or of the L2, else one for an L1. */
function policyOf(queue: sqs.CfnQueue): sqs.CfnQueuePolicy | undefined {
  const policy = policies.get(queue) ?? existing(queue) ?? (ownerOf(queue) ? undefined : make(queue));
  if (policy) policies.set(queue, policy);
  return policy;
}

function existing(queue: sqs.CfnQueue): sqs.CfnQueuePolicy | undefined {
  return findBelow(queue.stack, sqs.CfnQueuePolicy.isCfnQueuePolicy)
    .find(({ queues }) => queues.some((url) => referenceTarget(url) === queue));
}

function make(queue: sqs.CfnQueue): sqs.CfnQueuePolicy {
  return new sqs.CfnQueuePolicy(queue as Construct, 'QueuePolicy', { queues: [queue.ref], policyDocument: {} });
}
