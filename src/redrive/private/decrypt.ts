import { CfnResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { grantKey } from '../../failure/private/key-grant';
import { referenceTarget } from '../../private/owner';

/** Lets the grantee read what a queue or bucket keeps encrypted with a customer managed key, also behind a construct that passes its ARN on. */
export function grantDecrypt(ref: IConstruct & IEnvironmentAware, arn: string, scope: IConstruct, grantee: iam.IGrantable): void {
  const target = referenceTarget(arn);
  grantKey(CfnResource.isCfnResource(target) ? target : ref, scope, grantee, ['kms:Decrypt']);
}
