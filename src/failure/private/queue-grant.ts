import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { grantKey, KEY_ACTIONS, KEY_PATHS, keyBehind } from './key-grant';
import { addStatement } from './policy-document';
import { addToQueuePolicy } from './queue-policy';
import { DeliveringService } from '../../private/delivering-service';
import { ownerOf, queueResourceOf } from '../../private/owner';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** Lets a role or a service send to a queue, and encrypt what it sends with the queue's customer managed key. */
export function grantSend(queue: sqs.IQueueRef, scope: IConstruct, grantee: iam.IGrantable): void {
  const service = grantee.grantPrincipal;
  if (service instanceof DeliveringService) {
    letServiceSend(queue, scope, service);
    letServiceEncrypt(queue, scope, service);
  } else {
    sqs.QueueGrants.fromQueue(queue).actions(grantee, ['sqs:SendMessage']);
    grantKey(queue, scope, grantee);
  }
}

/** The ARN as a scope says it: a plain reference in its own stack renders the same as that of an L2, and faster. */
export function queueArnFrom(scope: IConstruct, queue: sqs.IQueueRef): string {
  const resource = queueResourceOf(queue);
  return resource?.stack === Stack.of(scope) ? resource.attrArn : queue.queueRef.queueArn;
}

function letServiceSend(queue: sqs.IQueueRef, scope: IConstruct, service: DeliveringService): void {
  const resource = queueResourceOf(queue);
  const statement = service.queueStatement(queue.queueRef.queueArn, Stack.of(resource ?? scope));
  if (resource && addToQueuePolicy(resource, statement)) return;
  warn(scope, 'FailureDestination.queueOutOfReach',
    `The policy of the queue ${nameOf(queue, resource)} can't be changed from here. Add this statement to it: ${textOf(scope, statement)}`);
}

function letServiceEncrypt(queue: sqs.IQueueRef, scope: IConstruct, service: DeliveringService): void {
  const resource = queueResourceOf(queue);
  const key = resource ? settingOf(resource, ...KEY_PATHS[resource.cfnResourceType]) : importedKeyOf(queue);
  if (key === undefined) return;
  if (/^alias\/aws\//.test(String(key))) {
    warn(scope, 'FailureDestination.managedKey',
      `The queue ${nameOf(queue, resource)} is encrypted with ${String(key)}, an AWS managed key that ${service.service} can't use: every delivery will fail. `
      + 'Encrypt it with SSE-SQS (QueueEncryption.SQS_MANAGED), or with a key of your own');
    return;
  }
  const statement = service.keyStatement(KEY_ACTIONS);
  if (!addToKey(keyBehind(key), statement)) {
    warn(scope, 'FailureDestination.keyOutOfReach',
      `The policy of the KMS key of ${nameOf(queue, resource)} can't be changed from here. Add this statement to it: ${textOf(scope, statement)}`);
  }
}

function importedKeyOf(queue: sqs.IQueueRef): string | undefined {
  return (queue as { encryptionMasterKey?: kms.IKey }).encryptionMasterKey?.keyRef.keyArn;
}

function addToKey(key: kms.CfnKey | undefined, statement: iam.PolicyStatement): boolean {
  const document = key && addStatement(key, key.keyPolicy ?? defaultPolicy(), statement);
  if (document) key.keyPolicy = document;
  return document !== undefined;
}

/** What KMS takes for a key without a policy: IAM decides. */
function defaultPolicy(): iam.PolicyDocument {
  return new iam.PolicyDocument({
    statements: [new iam.PolicyStatement({ principals: [new iam.AccountRootPrincipal()], actions: ['kms:*'], resources: ['*'] })],
  });
}

function nameOf(queue: sqs.IQueueRef, resource?: sqs.CfnQueue): string {
  return ((resource && ownerOf(resource)) ?? queue).node.path;
}

function textOf(scope: IConstruct, statement: iam.PolicyStatement): string {
  return JSON.stringify(Stack.of(scope).resolve(statement.toStatementJson()));
}
