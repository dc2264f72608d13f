import { ArnFormat, Stack, Token, type Duration } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';
import { ownerOf, queueResourceOf } from '../../private/owner';
import { OLD_MESSAGE_RATIO } from '../alarm-defaults';

/** The queue that an alarm watches. */
export interface QueueSubject {
  /** What the user gave. */
  readonly ref: sqs.IQueueRef;
  /** The queue, if it is in the tree. */
  readonly resource?: sqs.CfnQueue;
  /** Where its alarms are made by default: the L2 if there is one. The same for every reference to one queue. */
  readonly home: IConstruct;
  /** CDK makes a token of its own when it is asked for, which alarms in the stack of the queue don't need. */
  readonly queueName: string;
}

/** Reads a reference. */
export function queueSubject(ref: sqs.IQueueRef): QueueSubject {
  const resource = queueResourceOf(ref);
  const home = (resource && (ownerOf(resource) ?? resource)) ?? ref;
  return { ref, resource, home, get queueName() { return nameOf(home) ?? resource?.attrQueueName ?? nameIn(ref); } };
}

/** Only L2s know the name that a queue in another account or region has; the `queueName` of an L1 is a property that may be unset. */
function nameOf(home: IConstruct): string | undefined {
  return sqs.CfnQueue.isCfnQueue(home) ? undefined : (home as { queueName?: string }).queueName;
}

/** The name as alarms in a scope say it: a plain reference in its own stack renders the same as CDK's, and much faster. */
export function queueNameFrom(scope: IConstruct, subject: QueueSubject): string {
  const { resource } = subject;
  return resource?.stack === Stack.of(scope) ? resource.attrQueueName : subject.queueName;
}

/** The threshold of an alarm on old messages in seconds. */
export function messageAgeThreshold({ resource, home }: QueueSubject, given?: Duration): number {
  const retention = resource ? resource.messageRetentionPeriod ?? LIMITS.queueRetention.default : undefined;
  const known = retention === undefined || Token.isUnresolved(retention) ? undefined : retention;
  if (!given) return Math.floor((known ?? LIMITS.queueRetention.default) * OLD_MESSAGE_RATIO);
  const seconds = given.toSeconds({ integral: false });
  if (known !== undefined && !Token.isUnresolved(seconds) && seconds >= known) {
    throw new ValidationError('AlarmThresholdUnreachable',
      `threshold of oldestMessageAge() must be below the retention period of the queue, ${known} seconds, because no message gets older, got ${seconds} seconds: `
      + 'lower threshold or keep messages longer', home);
  }
  return seconds;
}

function nameIn(ref: sqs.IQueueRef): string {
  return Stack.of(ref).splitArn(ref.queueRef.queueArn, ArnFormat.NO_RESOURCE_NAME).resource;
}
