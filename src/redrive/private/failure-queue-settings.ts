import { Stack, Token } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { queueResourceOf } from '../../private/owner';
import { isUnknown, putSetting, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/**
 * How often a message may come back that the function that redrives did not get done with. As high as SQS takes, because a throttle may
 * count as a receive, and a long queue is throttled for hours: this is the net below the quarantine, not the count of attempts.
 */
const MAX_RECEIVES: number = LIMITS.queueMaxReceiveCount.max;

/** How long a message is not shown to others while it is redriven, in seconds. */
export function visibilityFor(timeout: number): number {
  return Math.min(timeout * LIMITS.pipeVisibilityFactor.min, LIMITS.queueVisibilityTimeout.max);
}

/** Completes the queue that a pipe is to read: hides what is being redriven, and moves what always crashes into quarantine. */
export function completeFailureQueue(scope: Construct, queue: sqs.IQueueRef, quarantine: sqs.IQueueRef, timeout: number): void {
  const resource = queueResourceOf(queue);
  const quarantineArn = quarantine.queueRef.queueArn;
  // A queue in another stack would refer to the quarantine, and this stack to the queue: a cycle.
  if (!resource || resource.stack !== Stack.of(scope)) {
    warn(scope, 'RedrivePipe.queueOutOfReach',
      `The queue is imported or in another stack, so it can't be changed from here. Give it visibilityTimeout ${visibilityFor(timeout)} seconds, and a dead-letter `
      + `queue with maxReceiveCount ${MAX_RECEIVES}, such as ${quarantine.node.path}`);
    return;
  }
  completeVisibility(resource, timeout);
  if (settingOf(resource, 'RedrivePolicy') === undefined) {
    putSetting(resource, { deadLetterTargetArn: quarantineArn, maxReceiveCount: MAX_RECEIVES }, 'RedrivePolicy');
  }
}

function completeVisibility(queue: sqs.CfnQueue, timeout: number): void {
  if (isUnknown(queue, 'VisibilityTimeout')) return;
  const current = settingOf(queue, 'VisibilityTimeout');
  if (current === undefined) {
    putSetting(queue, visibilityFor(timeout), 'VisibilityTimeout');
  } else if (typeof current === 'number' && !Token.isUnresolved(current) && current < timeout) {
    throw new ValidationError('RedriveVisibilityTimeoutTooShort',
      `visibilityTimeout of the queue of a RedrivePipe must be at least ${timeout} seconds, the time that redriving an event may take, got ${current}: `
      + `raise it to ${visibilityFor(timeout)} seconds, as AWS recommends, or leave it out`, queue);
  }
}
