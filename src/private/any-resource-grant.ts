import type { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import { acknowledge } from './acknowledgements';
import { executionRoleOf } from './execution-role';
import { policyJson } from './policy-json';

/** What a role may do that no policy can narrow down to a resource. */
export interface AnyResourceGrant {
  /** The property that holds the ARN of the role. */
  readonly role: string;
  readonly actions: string[];
  /** Whether the rule of cdk-nag that is wrong about it is acknowledged. */
  readonly acknowledgeRules: boolean;
}

/** To write traces, and to deliver logs: AWS takes these for all resources only. */
const WITHOUT_RESOURCES = /^(xray:(Put|GetSampling)|logs:(\w+LogDelivery|ListLogDeliveries|(Put|Describe)ResourcePolic(y|ies)|DescribeLogGroups)$)/;
const ANY_RESOURCE = {
  id: 'AwsSolutions-IAM5[Resource::*]', reason: 'Traces and the delivery of logs have no resources that a policy could name, and nothing else in this policy is for all resources.',
};

/** Lets the role of a resource do that. */
export function allowOnAnyResource(resource: CfnResource, { role, actions, acknowledgeRules }: AnyResourceGrant): void {
  const grantee = executionRoleOf(resource, role);
  iam.Grant.addToPrincipal({ grantee, actions, resourceArns: ['*'] });
  if (!acknowledgeRules) return;
  const scope = Construct.isConstruct(grantee) ? grantee : resource;
  // What users add to the policy is known at the end only.
  resource.node.addValidation({
    validate: () => {
      for (const policy of policiesIn(scope).filter(isNarrow)) acknowledge(policy, [ANY_RESOURCE]);
      return [];
    },
  });
}

function policiesIn(scope: IConstruct): iam.CfnPolicy[] {
  return scope.node.findAll().filter(iam.CfnPolicy.isCfnPolicy);
}

/** Whether all that a policy allows on everything can't be allowed on less. */
function isNarrow(policy: iam.CfnPolicy): boolean {
  const { Statement = [] } = policyJson(policy, policy.policyDocument) ?? {};
  const onAny = [Statement].flat().filter(({ Resource }) => [Resource].flat().includes('*'));
  return onAny.length > 0 && onAny.every(({ Action }) => [Action].flat().every((action) => typeof action === 'string' && WITHOUT_RESOURCES.test(action)));
}
