import type { CfnResource } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { bindDestination, repairDestination } from './destination';
import type { FailureDestination } from '../../failure/failure-destination';
import type { RetryPolicy } from '../../failure/retry-policy';
import { completeSetting, type Refuse, type WantedSetting } from '../../private/complete-setting';
import { isUnknown, settingOf } from '../../private/settings';

/** What to set on a resource that delivers to one target. */
export interface Delivery extends Pick<WantedSetting, 'mixin' | 'conflict' | 'unknown'> {
  readonly failureDestination?: FailureDestination;
  readonly retryPolicy?: RetryPolicy;
  /** Who delivers failures. */
  readonly grantees: iam.IGrantable[];
  /** Refuses a destination that the service would refuse. */
  readonly check?: (destinationArn: string) => void;
  /** Where the resource keeps the ARN of the destination, and the retries if it has any. */
  readonly paths: { readonly destination: string[]; readonly attempts?: string[]; readonly age?: string[] };
}

/** Sets the destination and the retries of a resource where they are unset. */
export function completeDelivery(resource: CfnResource, delivery: Delivery, refuse?: Refuse): void {
  const { failureDestination, retryPolicy, grantees, paths } = delivery;
  const current = settingOf(resource, ...paths.destination);
  const complete = (option: string, value: unknown, path?: string[]) => {
    if (path && value !== undefined) completeSetting(resource, { ...delivery, option, path, value }, refuse);
  };
  if (!failureDestination && current !== undefined && !isUnknown(resource, ...paths.destination)) {
    repairDestination(resource, current, grantees);
  } else if (isUnknown(resource, ...paths.destination)) {
    complete('failureDestination', '', paths.destination); // which says so
  } else {
    const arn = bindDestination(resource, failureDestination, grantees);
    delivery.check?.(arn);
    complete('failureDestination', arn, paths.destination);
  }
  complete('retryPolicy', retryPolicy?.retryAttempts, paths.attempts);
  complete('retryPolicy', retryPolicy?.maxEventAge?.toSeconds(), paths.age);
}
