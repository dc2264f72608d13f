import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { ownerOf } from './owner';

/** Who a function's code runs as: grants to it land on its role wherever that role is; never throws. On a role we can't reach: id'd warning listing the statements needed. */
export function executionRoleOf(fn: lambda.CfnFunction): iam.IGrantable {
  const owner = ownerOf(fn) as unknown as iam.IGrantable | undefined;
  return owner?.grantPrincipal ? owner : iam.Role.fromRoleArn(fn, 'ExecutionRole', fn.role);
}
