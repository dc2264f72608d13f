import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { FAULT_PREFIX } from './configuration-bucket';
import { acknowledge } from '../../private/acknowledgements';

/** What an experiment needs. */
export interface ExperimentRoleOptions {
  readonly buckets: readonly s3.IBucketRef[];
  readonly functionArns: readonly string[];
  readonly acknowledgeRules: boolean;
}

const OF_FIS = 'FIS writes one configuration per fault below one prefix, and looks for targets with an action that has no resources.';

/**
 * What FIS does in an experiment with Lambda functions, as AWS lists it for these actions. Alarms it watches with a role of its own.
 *
 * @see https://docs.aws.amazon.com/fis/latest/userguide/use-lambda-actions.html
 */
export function experimentRole(scope: Construct, { buckets, functionArns, acknowledgeRules }: ExperimentRoleOptions): iam.Role {
  const stack = Stack.of(scope);
  const role = new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('fis.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'fis', resource: 'experiment', resourceName: '*' }) },
      },
    }),
  });
  const objects = buckets.map(({ bucketRef }) => `${bucketRef.bucketArn}/${FAULT_PREFIX}*`);
  role.addToPolicy(new iam.PolicyStatement({
    actions: ['s3:PutObject', 's3:DeleteObject'], resources: objects, conditions: { StringEquals: { 's3:ResourceAccount': stack.account } },
  }));
  role.addToPolicy(new iam.PolicyStatement({ actions: ['lambda:GetFunction'], resources: [...functionArns] }));
  role.addToPolicy(new iam.PolicyStatement({ actions: ['tag:GetResources'], resources: ['*'] }));
  if (acknowledgeRules) acknowledge(role, [{ id: 'AwsSolutions-IAM5', reason: OF_FIS }]);
  return role;
}
