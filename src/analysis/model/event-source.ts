import { EVENT_SOURCE_SERVICES, EVENT_SOURCE_TYPES, type EventSourceId } from '../../facts/event-sources';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { targetsOf } from '../template/targets';
import { partsOf } from '../template/value';

/** What is read from, as far as templates tell. */
export interface FoundSource {
  readonly id?: EventSourceId;
  /** The queue, stream, table, cluster or broker, if it is in a template. */
  readonly resource?: Resource;
}

/** The first that is set tells. Streams differ in nothing else: DynamoDB and Kinesis fail alike. */
const TOLD_BY: readonly (readonly [setting: string, source: EventSourceId])[] = [
  ['SelfManagedEventSource', 'kafka'], ['DocumentDBEventSourceConfig', 'documentdb'], ['Queues', 'mq'], ['Topics', 'msk'], ['StartingPosition', 'kinesis'],
];

/** What the ARN of a source means. The first possibility, where a condition decides: it is of the same kind nearly always. */
export function eventSourceOf(arn: Property): FoundSource {
  const [target] = targetsOf(arn.value(), arn.template);
  if (target?.kind === 'resource') {
    const id = memberOfTable(EVENT_SOURCE_TYPES, target.resource.type);
    return { id: id === 'sqs' && isFifoQueue(target.resource) ? 'sqs-fifo' : id, resource: target.resource };
  }
  const [first] = arn.possibilities();
  return { id: first && idInArn(partsOf(first.value).map((part) => (typeof part === 'string' ? part : '*')).join('')) };
}

/** What a mapping reads from: by its source, or else by settings that only some sources have. */
export function sourceOfMapping(mapping: Resource): EventSourceId | undefined {
  return eventSourceOf(mapping.get('EventSourceArn')).id ?? TOLD_BY.find(([setting]) => !mapping.get(setting).isAbsent())?.[1];
}

/** Whether a queue is a FIFO queue, as far as the template tells. */
export function isFifoQueue(queue: Resource): boolean {
  return queue.get('FifoQueue').boolean() === true;
}

function idInArn(text: string): EventSourceId | undefined {
  const [arn, , service] = text.split(':');
  const id = arn === 'arn' ? memberOfTable(EVENT_SOURCE_SERVICES, service) : undefined;
  return id === 'sqs' && text.endsWith('.fifo') ? 'sqs-fifo' : id;
}

function memberOfTable<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;
}
