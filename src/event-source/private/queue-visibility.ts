import type { CfnResource } from 'aws-cdk-lib';
import { numberAt } from './mapping-checks';
import type { MappingIndex } from './mapping-index';
import { LIMITS } from '../../facts/limits';
import type { Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import { resourceBehind } from '../../private/event-source';
import { isUnknown, putSetting, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** A source queue to look after. */
export interface PolledQueue {
  readonly queue: CfnResource;
  /** Functions that are known to read from it, beside those whose mapping is in the app. Without a resource it is not in the tree. */
  readonly consumers: readonly (CfnResource | undefined)[];
  readonly refuse: Refuse;
  /** Hears that the visibility timeout was set. */
  readonly completed?: (what: string) => void;
}

const DAY = 86_400;

/** Makes the visibility timeout of a queue long enough for the functions that read from it. */
export function setVisibility(polled: PolledQueue, index: MappingIndex): void {
  const { queue, consumers } = polled;
  checkRetention(queue);
  const readers = [
    ...index.of(queue).map(({ mapping, fn }) => ({ fn, window: numberAt(mapping, 'MaximumBatchingWindowInSeconds', 0) })),
    ...consumers.map((fn) => ({ fn, window: 0 })),
  ].map(({ fn, window }) => ({ timeout: fn && numberAt(fn, 'Timeout', LIMITS.functionTimeout.default), window }));
  if (readers.length === 0 || isUnknown(queue, 'VisibilityTimeout')) return;
  const known = readers.every(({ timeout, window }) => timeout !== undefined && window !== undefined);
  const needed = Math.max(...readers.map(({ timeout = known ? 0 : LIMITS.functionTimeout.max, window = LIMITS.batchingWindow.max }) =>
    LIMITS.queueVisibilityFactor.min * timeout + window));
  if (known) require_(polled, needed);
  else warnUnknown(queue, needed);
}

function require_({ queue, refuse, completed }: PolledQueue, needed: number): void {
  const current = settingOf(queue, 'VisibilityTimeout');
  if (current === undefined) {
    if (needed <= LIMITS.queueVisibilityTimeout.default) return;
    putSetting(queue, needed, 'VisibilityTimeout');
    completed?.('VisibilityTimeout');
  } else if ((numberAt(queue, 'VisibilityTimeout') ?? Infinity) < needed) {
    refuse(new ValidationError('QueueVisibilityTimeoutTooShort',
      `VisibilityTimeout of the queue must be at least ${needed} seconds, ${LIMITS.queueVisibilityFactor.min} times the timeout of the function that reads from it plus the `
      + `batching window, got ${String(current)}: raise it, or leave it out`, queue));
  }
}

/** Where a timeout is not known, the longest there is may be covered all the same. */
function warnUnknown(queue: CfnResource, needed: number): void {
  if ((numberAt(queue, 'VisibilityTimeout', LIMITS.queueVisibilityTimeout.default) ?? Infinity) >= needed) return;
  warn(queue, 'QueueRedrive.unknownTimeout',
    `the timeout of a function that reads from this queue is not known here: set VisibilityTimeout to at least ${LIMITS.queueVisibilityFactor.min} times that timeout plus the batching `
    + `window (${needed} seconds is enough for all).`);
}

/** In a standard queue a message keeps its age when it is moved. */
function checkRetention(queue: CfnResource): void {
  const deadLetters = resourceBehind(queue, settingOf(queue, 'RedrivePolicy', 'deadLetterTargetArn'));
  if (!deadLetters || deadLetters.cfnResourceType !== queue.cfnResourceType) return;
  const { default: preset, max } = LIMITS.queueRetention;
  const [source, target] = [queue, deadLetters].map((one) => numberAt(one, 'MessageRetentionPeriod', preset));
  if (source === undefined || target === undefined || target > source || target === max) return;
  warn(queue, 'QueueRedrive.deadLettersExpireEarly',
    `the dead-letter queue ${deadLetters.node.path} keeps messages for ${target / DAY} days, and this queue for ${source / DAY} days: raise MessageRetentionPeriod of the dead-letter queue.`);
}
