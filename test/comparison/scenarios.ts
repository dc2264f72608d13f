import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** One fault in something that is written by hand with CDK, and the same with that one thing put right. */
export interface Scenario {
  /** As the row of docs/comparison.md says it. */
  readonly name: string;
  readonly id: string;
  readonly build: (scope: Construct, isRight: boolean) => void;
}

/** In the order of the rows of the page. */
export const SCENARIOS: Scenario[] = [
  {
    name: 'an event has nowhere to go',
    id: 'Nowhere',
    build: (scope, isRight) => invokedByRule(scope, orders(scope, isRight ? { onFailure: toQueue(scope), deadLetterQueue: new sqs.Queue(scope, 'Dead') } : {})),
  },
  {
    name: 'a destination for `$LATEST`, and a rule that invokes an alias',
    id: 'Alias',
    build: (scope, isRight) => {
      const alias = orders(scope, { onFailure: toQueue(scope) }).addAlias('live');
      if (isRight) alias.configureAsyncInvoke({ onFailure: new SqsDestination(new sqs.Queue(scope, 'FailedToo')) });
      invokedByRule(scope, alias);
    },
  },
  {
    name: 'failures go to a FIFO queue, which Lambda cannot send to',
    id: 'Fifo',
    build: (scope, isRight) => invokedByRule(scope, orders(scope, { onFailure: toQueue(scope, isRight ? {} : { fifo: true }) })),
  },
  {
    name: 'a dead-letter queue whose key its sender may not use',
    id: 'Key',
    build: (scope, isRight) => invokedByRule(scope, orders(scope, { onFailure: toQueue(scope) }), new sqs.Queue(scope, 'Dead', {
      encryptionMasterKey: isRight ? undefined : new kms.Key(scope, 'Key', { enableKeyRotation: true }),
    })),
  },
  {
    name: 'a queue that shows messages again while its function may still work',
    id: 'Visibility',
    build: (scope, isRight) => {
      const queue = new sqs.Queue(scope, 'Jobs', {
        visibilityTimeout: Duration.seconds(isRight ? 120 : 30), deadLetterQueue: { queue: new sqs.Queue(scope, 'Dead'), maxReceiveCount: 5 },
      });
      orders(scope, { timeout: Duration.seconds(20) }).addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
    },
  },
];

/** A function by the L2. */
export function orders(scope: Construct, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(scope, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', ...props,
  });
}

function toQueue(scope: Construct, props: sqs.QueueProps = {}): SqsDestination {
  return new SqsDestination(new sqs.Queue(scope, 'Failed', { retentionPeriod: Duration.days(14), ...props }));
}

function invokedByRule(scope: Construct, fn: lambda.IFunction, deadLetterQueue?: sqs.IQueue): void {
  new events.Rule(scope, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, { deadLetterQueue })] });
}
