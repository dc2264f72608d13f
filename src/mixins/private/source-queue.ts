import { Stack, Token, type CfnResource } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { AlarmOrder } from './alarm-layers';
import { named, type Watched } from './existing-alarms';
import { QUEUE_ALARMS } from '../../alarms/alarm-defaults';
import { QueueAlarms, type RecommendedQueueAlarmsOptions } from '../../alarms/queue-alarms';
import { resourceBehind } from '../../private/event-source';
import type { AlarmLayer } from '../alarm-layer';

/** A queue that something reads from, as alarms see it. */
export type SourceQueue = Watched & { readonly resource: sqs.IQueueRef };

/**
 * The queue that an ARN is about: of the app, or imported with a name that is known. Nothing where it is something else, `unknown` where only the
 * deployment knows.
 *
 * One that is not in the tree gets a construct in the stack, so that its alarms don't depend on which of its readers came first.
 */
export function sourceQueueBehind(reader: CfnResource, arn: unknown): SourceQueue | 'unknown' | undefined {
  const resource = resourceBehind(reader, arn);
  if (resource) return sqs.CfnQueue.isCfnQueue(resource) ? named(resource, 'QueueName') : undefined;
  const text = Token.asString(arn);
  const [prefix, , service, region, account, name] = text.split(':');
  if ([prefix, service].some((part) => Token.isUnresolved(part))) return 'unknown';
  if (prefix !== 'arn' || service !== 'sqs') return undefined;
  return isKnown(name) ? imported(Stack.of(reader), text, name, [region, account, name].filter(isKnown).join(':')) : 'unknown';
}

/** Its alarms. Messages that wait for a reader are no failure. */
export function alarmsOfSourceQueue(queue: SourceQueue, { sourceQueues, scope }: AlarmLayer): AlarmOrder<RecommendedQueueAlarmsOptions> {
  return {
    watched: [queue],
    defaults: QUEUE_ALARMS,
    spared: ['messagesVisible'],
    options: sourceQueues,
    recommended: (options) => QueueAlarms.fromSourceQueue(queue.resource, { scope }).recommended(options),
  };
}

function imported(stack: Stack, arn: string, name: string, place: string): SourceQueue {
  const id = `SourceQueue:${place}`;
  const found = stack.node.tryFindChild(id) as sqs.IQueue | undefined;
  return { resource: found ?? sqs.Queue.fromQueueArn(stack, id, arn), name };
}

function isKnown(part: string | undefined): part is string {
  return part !== undefined && part !== '' && !Token.isUnresolved(part);
}
