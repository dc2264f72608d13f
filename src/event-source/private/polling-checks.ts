import type { CfnResource } from 'aws-cdk-lib';
import { numberAt } from './mapping-checks';
import type { MappingIndex } from './mapping-index';
import type { MappingSource } from './mapping-settings';
import type { EventSourceId } from '../../facts/event-sources';
import { LIMITS } from '../../facts/limits';
import { eventSourceOf, functionOfMapping } from '../../private/event-source';
import { isUnknown, putSetting, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** A mapping to look after. */
export interface PolledMapping {
  readonly mapping: CfnResource;
  readonly source: MappingSource;
}

const CONCURRENCY = ['ScalingConfig', 'MaximumConcurrency'];
const LIMITED_TIMEOUT: readonly EventSourceId[] = ['msk', 'kafka', 'mq'];

/** What a mapping, its function and its source must agree on. */
export function checkPolling({ mapping, source: { id } }: PolledMapping, index: MappingIndex): void {
  const fn = functionOfMapping(mapping);
  if (fn && LIMITED_TIMEOUT.includes(id)) checkTimeout(mapping, fn);
  if (id !== 'sqs' && id !== 'sqs-fifo') return;
  checkRedrive(mapping, fn);
  if (fn) limitConcurrency(mapping, fn, index);
}

function checkTimeout(mapping: CfnResource, fn: CfnResource): void {
  const timeout = numberAt(fn, 'Timeout');
  const { max } = LIMITS.kafkaFunctionTimeout;
  if (timeout === undefined || timeout <= max) return;
  warn(mapping, 'EventSourceMappingFailure.functionTimeoutTooLong',
    `the function ${fn.node.path} may run for ${timeout} seconds, and AWS documented ${max} seconds as the maximum for functions that read from Kafka and Amazon MQ: lower its timeout.`);
}

function checkRedrive(mapping: CfnResource, fn?: CfnResource): void {
  const queue = eventSourceOf(mapping).resource;
  if (!queue || settingOf(queue, 'RedrivePolicy') !== undefined) return;
  const unused = fn && settingOf(fn, 'DeadLetterConfig') !== undefined ? '; the dead-letter queue of the function is not used for messages of a queue' : '';
  warn(mapping, 'EventSourceMappingFailure.queueWithoutRedrive',
    `the queue ${queue.node.path} has no dead-letter queue, so that a message that fails comes back until the queue deletes it${unused}. Apply mixins.QueueRedrive to the queue.`);
}

/** Throttled messages use up their receives, though the function never saw them. */
function limitConcurrency(mapping: CfnResource, fn: CfnResource, index: MappingIndex): void {
  const reserved = numberAt(fn, 'ReservedConcurrentExecutions');
  if (!reserved) return; // at 0 the function is switched off
  const all = index.ofQueuesTo(fn).map((indexed) => indexed.mapping);
  const { min, max } = LIMITS.queueMaximumConcurrency;
  if (all.length === 1 && reserved >= min && isFree(mapping)) {
    putSetting(mapping, Math.min(reserved, max), ...CONCURRENCY);
    return;
  }
  const limits = all.filter((one) => !isUnknown(one, ...CONCURRENCY)).map((one) => settingOf(one, ...CONCURRENCY));
  if (limits.some((limit) => limit !== undefined && typeof limit !== 'number')) return;
  const sum = limits.reduce<number>((total, limit) => total + ((limit as number | undefined) ?? Infinity), 0);
  if (sum <= reserved) return;
  warn(mapping, 'EventSourceMappingFailure.concurrencyAboveReserved',
    `the function ${fn.node.path} has a reserved concurrency of ${reserved}, and its mappings of SQS queues may use ${sum === Infinity ? 'any number' : sum}: messages that `
    + `are throttled use up their receives. Let ScalingConfig.MaximumConcurrency of these mappings (from ${min}) add up to no more than that.`);
}

function isFree(mapping: CfnResource): boolean {
  return settingOf(mapping, 'ScalingConfig') === undefined && settingOf(mapping, 'ProvisionedPollerConfig') === undefined;
}
