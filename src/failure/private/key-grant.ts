import { ArnFormat, CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { referenceTarget } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/**
 * What Lambda does with a customer managed key when it writes to an encrypted queue, topic or bucket.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export const KEY_ACTIONS = ['kms:GenerateDataKey', 'kms:Decrypt'];

/** Where L1s keep the key they are encrypted with. */
export const KEY_PATHS: Record<string, string[]> = {
  'AWS::SQS::Queue': ['KmsMasterKeyId'],
  'AWS::SNS::Topic': ['KmsMasterKeyId'],
  'AWS::S3::Bucket': ['BucketEncryption', 'ServerSideEncryptionConfiguration', '0', 'ServerSideEncryptionByDefault', 'KMSMasterKeyID'],
};

/** Lets the grantee encrypt what it writes to a queue, topic or bucket, or do other things with its customer managed key if it has one. */
export function grantKey(
  resource: IConstruct & IEnvironmentAware, scope: IConstruct, grantee: iam.IGrantable, actions: readonly string[] = KEY_ACTIONS): void {
  if (!CfnResource.isCfnResource(resource)) {
    iam.EncryptedResources.of(resource)?.grantOnKey(grantee, ...actions);
    return;
  }
  const keyId = settingOf(resource, ...KEY_PATHS[resource.cfnResourceType]);
  if (keyId === undefined) return;
  const key = keyBehind(keyId);
  if (key) grantOnKey(key, scope, grantee, actions);
  else grantOnKeyId(resource, keyId, scope, grantee, actions);
}

/** The L1 of a key, if it is in the tree. */
export function keyBehind(keyId: unknown): kms.CfnKey | undefined {
  const target = referenceTarget(keyId);
  if (kms.CfnKey.isCfnKey(target)) return target;
  return kms.CfnAlias.isCfnAlias(target) ? keyBehind(target.targetKeyId) : undefined;
}

function grantOnKey(key: kms.CfnKey, scope: IConstruct, grantee: iam.IGrantable, actions: readonly string[]): void {
  const stack = Stack.of(scope);
  if (key.stack === stack) {
    kms.KeyGrants.fromKey(key).actions(grantee, ...actions);
    return;
  }
  // A key policy that names a role of another stack would make the stacks depend on each other, so it trusts the account.
  iam.Grant.addToPrincipalAndResource({
    grantee,
    actions: [...actions],
    resource: iam.ResourceWithPolicies.of(key)!,
    resourceArns: [key.attrArn],
    resourceSelfArns: ['*'],
    resourcePolicyPrincipal: new iam.AccountPrincipal(stack.account),
  });
}

/** A key of which only the id, ARN or alias is known. */
function grantOnKeyId(resource: CfnResource, keyId: unknown, scope: IConstruct, grantee: iam.IGrantable, actions: readonly string[]): void {
  const rendered = resource.stack.resolve(keyId);
  const name = typeof rendered === 'string' ? rendered : JSON.stringify(rendered);
  if (typeof rendered === 'string' && /^alias\/aws\//.test(rendered)) return; // an AWS managed key lets everybody in the account use it
  if (typeof rendered !== 'string' || !/^(arn:.*:key\/|[0-9a-f-]{36}$|mrk-)/.test(rendered)) {
    warn(scope, 'FailureDestination.keyOutOfReach',
      `${resource.node.path} is encrypted with a KMS key that can't be found from here (${name}): allow the role ${actions.join(' and ')} on it`);
    return;
  }
  const keyArn = rendered.startsWith('arn:') ? rendered
    : resource.stack.formatArn({ service: 'kms', resource: 'key', resourceName: rendered, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
  iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [keyArn] });
}
