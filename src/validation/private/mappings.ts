import { isMissing, resourceOf, shapeOf, textOf } from './reading';
import { eventSourceOf, type Resource } from '../../analysis';
import { EVENT_SOURCES, type EventSource, type EventSourceId } from '../../facts';

export const MAPPING = 'AWS::Lambda::EventSourceMapping';

/** What a mapping reads, if that is known for sure. */
export function sourceOf(mapping: Resource): EventSourceId | undefined {
  if (mapping.get('SelfManagedEventSource').value().kind === 'structure') return 'kafka';
  const arn = mapping.get('EventSourceArn');
  if (arn.possibilities().length > 1) return undefined;
  const { id, resource } = eventSourceOf(arn);
  if (id !== 'sqs') return id;
  // A queue whose kind, or the end of whose name, only the deployment knows may be a FIFO queue.
  const fifo = resource?.get('FifoQueue');
  const isStandard = fifo ? isMissing(fifo) || textOf(fifo) === 'false' : !(shapeOf(arn) ?? '*').endsWith('*');
  return isStandard ? id : undefined;
}

/** What is known of such a source. */
export function settingsOf(id: EventSourceId): EventSource {
  return EVENT_SOURCES[id];
}

/** The queue that a mapping reads, if it is among the templates. */
export function queueOf(mapping: Resource): Resource | undefined {
  return resourceOf(mapping.get('EventSourceArn'), 'AWS::SQS::Queue');
}

/** Whether a mapping reads a stream that keeps its records by itself. */
export function isStream(id: EventSourceId | undefined): boolean {
  return id === 'kinesis' || id === 'dynamodb';
}

export function isKafka(id: EventSourceId | undefined): boolean {
  return id === 'msk' || id === 'kafka';
}
