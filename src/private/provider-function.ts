import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What CDK marks most of its own functions with, to find them itself when it sets their runtime. */
const MARK = 'aws:cdk:is-custom-resource-handler';

/** Own functions of CDK that it doesn't mark, by the ids it gives them. */
const UNMARKED = /^(LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a|BucketNotificationsHandler050a0587b7544547bf325f094a3db834)$/;
const FRAMEWORK = /^framework-(onEvent|isComplete|onTimeout)$/;

/** Whether CDK made a resource for the custom resources of a provider: the state machine that waits for them, for example. */
export function isProviderResource(resource: CfnResource): boolean {
  return resource.node.scopes.some((scope) => 'serviceToken' in scope);
}

/** Whether CDK made a function for itself: the handler of a custom resource, of bucket notifications and their like. */
export function isProviderFunction(fn: CfnResource): boolean {
  return fn.node.scopes.some((scope) => isMarked(scope) || UNMARKED.test(scope.node.id) || isFramework(scope));
}

function isMarked({ node }: IConstruct): boolean {
  return node.metadata.some(({ type }) => type.startsWith(MARK));
}

function isFramework({ node }: IConstruct): boolean {
  return FRAMEWORK.test(node.id) && node.scope !== undefined && 'serviceToken' in node.scope;
}
