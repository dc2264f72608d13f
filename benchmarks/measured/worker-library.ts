import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Side } from './side';
import { AlarmNotifications, mixins, ResilientFunction } from 'cdk-lambda-error-handling';

/** A worker on a queue with this library: dead letters, partial batch responses, and alarms on both. */
export const side: Side = {
  prepare(stack, onCall) {
    AlarmNotifications.of(stack).add(onCall);
  },
  makeFunction(stack, id, code) {
    const worker = new ResilientFunction(stack, id, { code, runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler' });
    const queue = new sqs.Queue(stack, `${id}Source`, { visibilityTimeout: Duration.minutes(3), enforceSSL: true });
    queue.with(new mixins.QueueRedrive());
    worker.function.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
  },
};
