import { CfnResource, Validations } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

const NO_DEAD_LETTERS = 'An e-mail that can not be delivered has no use for a dead-letter queue.';

/** Rules of cdk-nag that are about more than an example shows. What the library makes, it acknowledges itself. */
const CDK_NAG = {
  'AwsSolutions-APIG3': 'The API has no web ACL: callers are authorized by IAM.',
  'AwsSolutions-APIG6': 'The access log has the cause of every error; execution logs would have the bodies of orders.',
  'AwsSolutions-COG4': 'There is no user pool: callers are authorized by IAM.',
  'Serverless-SNSRedrivePolicy': NO_DEAD_LETTERS,
};

/** The same rule for cfn-lint. */
const CFN_LINT = { config: { ignore_checks: ['ES7000'] }, reasons: { ES7000: NO_DEAD_LETTERS } };

/** Acknowledges them for everything in a scope. */
export function acknowledgeRules(scope: Construct): void {
  Validations.of(scope).acknowledge(...Object.entries(CDK_NAG).map(([id, reason]) => ({ id, reason })));
  const emails = scope.node.findAll().filter(CfnResource.isCfnResource).filter(sns.CfnSubscription.isCfnSubscription).filter(({ protocol }) => protocol === 'email');
  for (const email of emails) email.addMetadata('cfn-lint', CFN_LINT);
}
