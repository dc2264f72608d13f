import { Arn, ArnFormat, CfnResource, Stack, Token } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { FailureDestination, type FailureDestinationKind } from '../../failure/failure-destination';
import { FailureQueue } from '../../failure/failure-queue';
import { grantSend } from '../../failure/private/queue-grant';
import { differ } from '../../private/environments';
import { ValidationError } from '../../private/errors';
import { ownerOf, referenceTarget } from '../../private/owner';

/** Refuses a destination that the service doesn't deliver to. */
export function checkKind(mixin: string, destination: FailureDestination | undefined, kinds: FailureDestinationKind[]): void {
  if (!destination || kinds.includes(destination.kind)) return;
  throw new ValidationError('DeliveryDestinationUnsupported',
    `failureDestination of ${mixin} must be a ${kinds.join(' or a ')}, got a ${destination.kind}: give one, for example a FailureQueue`);
}

/** Lets failures of a resource go to a destination, by default the queue that its stack shares, and says where that is. */
export function bindDestination(resource: CfnResource, destination: FailureDestination | undefined, grantees: iam.IGrantable[]): string {
  const bound = destination ?? FailureDestination.queue(FailureQueue.sharedBy(resource));
  const [arn] = grantees.map((grantee) => bound.bind(resource, { grantee }).destinationArn);
  checkRegion(resource, arn);
  return arn;
}

/** Refuses a destination in another region than what fails. */
export function checkRegion(resource: CfnResource, arn: string): void {
  const [here, there] = [resource.stack.region, environmentOf(arn)?.region];
  if (differ(here, there)) {
    throw new ValidationError('DeliveryDestinationInOtherRegion',
      `failureDestination must be in the region of what fails, ${here}, got ${there}: give one in ${here}`, resource);
  }
}

/** Refuses a destination in another account than what fails. */
export function checkAccount(resource: CfnResource, arn: string): void {
  const [here, there] = [resource.stack.account, environmentOf(arn)?.account];
  if (differ(here, there)) {
    throw new ValidationError('DeliveryDestinationInOtherAccount',
      `failureDestination must be in the account of what fails, ${here}, got ${there}: give one in ${here}`, resource);
  }
}

/** Adds what may be missing for the destination that the user has set: the policy of the queue, and the use of its key. */
export function repairDestination(resource: CfnResource, arn: unknown, grantees: iam.IGrantable[]): void {
  const target = referenceTarget(arn);
  for (const grantee of grantees) {
    if (sqs.CfnQueue.isCfnQueue(target)) {
      grantSend((ownerOf(target) ?? target) as sqs.IQueueRef, resource, grantee);
    } else if (sns.CfnTopic.isCfnTopic(target)) {
      FailureDestination.topic((ownerOf(target) ?? target) as sns.ITopicRef).bind(resource, { grantee });
    }
  }
}

function environmentOf(arn: string): { region?: string; account?: string } | undefined {
  const target = referenceTarget(arn);
  if (target) return Stack.of(target);
  return Token.isUnresolved(arn) ? undefined : Arn.split(arn, ArnFormat.NO_RESOURCE_NAME);
}
