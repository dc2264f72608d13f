import type { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';

/** What a policy document of a resource says. That of an L2 says it faster itself; its references to other resources stay tokens. */
export function policyJson({ stack }: CfnResource, document: unknown): any {
  return document instanceof iam.PolicyDocument ? document.toJSON() : stack.resolve(document);
}
