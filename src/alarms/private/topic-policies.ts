import { Stack, Token } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import { findBelow, referenceTarget } from '../../private/owner';
import { isTopicPolicy } from '../../private/resource-kinds';

const CLOUDWATCH = 'cloudwatch.amazonaws.com';
const MANAGED_KEY = /(^|:)alias\/aws\/sns$/;

interface Statement {
  readonly Effect?: string;
  readonly Action?: string | string[];
  readonly Principal?: string | Record<string, unknown>;
}

/** The policies of topics below a scope. */
export class TopicPolicies {
  private readonly policies: sns.CfnTopicPolicy[];

  constructor(scope: IConstruct) {
    this.policies = findBelow(scope, isTopicPolicy);
  }

  /** Whether a topic has a policy that doesn't let CloudWatch publish. Without one, whoever is in the account may. */
  public refuseCloudWatch(topic: sns.CfnTopic): boolean {
    const own = this.policies.filter(({ topics }) => topics.some((arn) => referenceTarget(arn) === topic));
    return own.length > 0 && !own.some((policy) => statementsOf(policy).some(letsPublish));
  }
}

/** Whether a topic has the key that AWS manages, which CloudWatch may not use. */
export function hasManagedKey({ kmsMasterKeyId: key }: sns.CfnTopic): boolean {
  return typeof key === 'string' && !Token.isUnresolved(key) && MANAGED_KEY.test(key);
}

function statementsOf(policy: sns.CfnTopicPolicy): Statement[] {
  const { Statement: statements } = Stack.of(policy).resolve(policy.policyDocument) as { Statement?: Statement | Statement[] };
  return [statements ?? []].flat();
}

function letsPublish({ Effect, Action, Principal }: Statement): boolean {
  const actions = [Action ?? []].flat();
  return Effect === 'Allow' && actions.some((action) => /^(\*|sns:\*|sns:publish)$/i.test(action)) && isForCloudWatch(Principal);
}

function isForCloudWatch(principal: Statement['Principal']): boolean {
  if (typeof principal === 'string') return principal === '*';
  const { Service, AWS } = (principal ?? {}) as Record<string, unknown>;
  return [Service].flat().includes(CLOUDWATCH) || [AWS].flat().includes('*');
}
