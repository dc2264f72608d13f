import { Token, type CfnResource } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { FailureQueues } from './failure-queues';
import { PolledSources } from './polled-sources';
import { LIMITS } from '../../facts/limits';
import { FailureQueue } from '../../failure/failure-queue';
import { completeSetting, fail, type Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import { isFifoQueue } from '../../private/event-source';
import { ownerOf, queueResourceOf } from '../../private/owner';
import { isUnknown, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** What is asked for. */
export interface RedriveSettings {
  readonly deadLetterQueue?: sqs.IQueueRef;
  readonly maxReceiveCount?: number;
  /** The function that is known to read from the queue; without a resource it is not in the tree. */
  readonly consumers: readonly (CfnResource | undefined)[];
  readonly acknowledgeRules: boolean;
  /** Hears of what is completed at synthesis. */
  readonly completed?: (what: string) => void;
}

const ID = 'DeadLetterQueue';
const TARGET = ['RedrivePolicy', 'deadLetterTargetArn'];
const RECEIVES = ['RedrivePolicy', 'maxReceiveCount'];

/** Completes the redrive policy of a source queue. What is refused is left, and the rest is done. */
export function completeRedrive(queue: CfnResource, settings: RedriveSettings, refuse: Refuse = fail): void {
  if (FailureQueues.include(queue)) return;
  if (isUnknown(queue, ...TARGET) || typeof settingOf(queue, 'RedrivePolicy') === 'string') {
    warn(queue, 'QueueRedrive.unknownSetting', 'RedrivePolicy depends on a value that is known at deployment only, and was left as it is.');
  } else {
    setTarget(queue, settings, refuse);
    setReceives(queue, settings, refuse);
  }
  PolledSources.of(queue).addQueue({ queue, consumers: settings.consumers, refuse, completed: settings.completed });
}

function setTarget(queue: CfnResource, { deadLetterQueue, acknowledgeRules }: RedriveSettings, refuse: Refuse): void {
  if (!deadLetterQueue && settingOf(queue, ...TARGET) !== undefined) return;
  if (deadLetterQueue && !checkDeadLetterQueue(queue, deadLetterQueue, refuse)) return;
  const target = deadLetterQueue ?? makeDeadLetterQueue(queue, acknowledgeRules);
  set(queue, 'deadLetterQueue', TARGET, target.queueRef.queueArn, refuse);
}

/** A number that is asked for, else any that leaves room for throttles. */
function setReceives(queue: CfnResource, { maxReceiveCount }: RedriveSettings, refuse: Refuse): void {
  const { min } = LIMITS.queueReceives;
  const current = settingOf(queue, ...RECEIVES);
  if (maxReceiveCount === undefined && current !== undefined && !(Number(current) < min)) return;
  set(queue, 'maxReceiveCount', RECEIVES, maxReceiveCount ?? min, refuse);
}

function checkDeadLetterQueue(queue: CfnResource, ref: sqs.IQueueRef, refuse: Refuse): boolean {
  if (queueResourceOf(ref) === queue) {
    refuse(new ValidationError('QueueIsItsOwnDeadLetterQueue', 'deadLetterQueue of QueueRedrive is the queue itself: give another one, or leave it out', queue));
    return false;
  }
  const source = isFifoQueue(queue);
  const fifo = isFifoReference(ref);
  if (fifo === undefined || source === fifo) return true;
  refuse(new ValidationError('DeadLetterQueueTypeMismatch',
    `deadLetterQueue of QueueRedrive must be a ${source ? 'FIFO' : 'standard'} queue as the queue is one, got a ${fifo ? 'FIFO' : 'standard'} queue: `
    + 'give one, or leave it out', queue));
  return false;
}

/** Whether a queue that may not be in the tree is a FIFO queue, `undefined` where nobody can say. */
function isFifoReference(ref: sqs.IQueueRef): boolean | undefined {
  const { queueArn } = ref.queueRef;
  const resource = queueResourceOf(ref);
  if (resource) return isFifoQueue(resource);
  return Token.isUnresolved(queueArn) ? (ref as Partial<sqs.IQueue>).fifo : queueArn.endsWith('.fifo');
}

function makeDeadLetterQueue(queue: CfnResource, acknowledgeRules: boolean): sqs.IQueueRef {
  const made = new FailureQueue((ownerOf(queue) ?? queue) as Construct, ID, { acknowledgeRules });
  // Nothing can deliver failures to a FIFO queue but a FIFO queue, so FailureQueue itself has no such option.
  if (isFifoQueue(queue)) (made.queue.node.defaultChild as sqs.CfnQueue).fifoQueue = true;
  return made;
}

function set(queue: CfnResource, option: string, path: string[], value: unknown, refuse: Refuse): void {
  completeSetting(queue, { mixin: 'QueueRedrive', option, path, value, conflict: 'QueueRedriveConflict', unknown: 'QueueRedrive.unknownSetting' }, refuse);
}
