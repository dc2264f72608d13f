import type * as pipes from 'aws-cdk-lib/aws-pipes';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { resourceBehind } from '../../private/event-source';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** The parameters of streams, which pipes can't do without. */
const STREAMS = ['KinesisStreamParameters', 'DynamoDBStreamParameters'];

/** Where a pipe keeps the parameters of the stream that it reads, if it reads one. */
export function streamParametersOf(pipe: pipes.CfnPipe): string[] | undefined {
  return STREAMS.map((name) => ['SourceParameters', name]).find((path) => settingOf(pipe, ...path) !== undefined);
}

/** Says what is lost of a source that is no stream, unless it is a queue with a dead-letter queue of its own. */
export function warnOfSource(pipe: pipes.CfnPipe): void {
  const source = resourceBehind(pipe, settingOf(pipe, 'Source'));
  if (sqs.CfnQueue.isCfnQueue(source) && settingOf(source, 'RedrivePolicy') !== undefined) return;
  const isQueue = sqs.CfnQueue.isCfnQueue(source) || JSON.stringify(pipe.stack.resolve(settingOf(pipe, 'Source'))).includes(':sqs:');
  warn(pipe, 'PipeDelivery.sourceKeepsNothing', isQueue
    ? 'This pipe reads a queue: what it can\'t deliver comes back until the queue deletes it. Give the queue a dead-letter queue with mixins.QueueRedrive.'
    : 'A pipe has no dead-letter target for its source: records are tried until the source deletes them. Watch the pipe, and let its function keep what fails.');
}
