process.env.CDK_VALIDATION = 'true';

import { Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as scheduled from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { l1Pipe, l1Rule, l1Schedule, l1Subscription } from './support';
import { PipeDelivery } from '../../src/delivery/pipe-delivery';
import { RuleDelivery } from '../../src/delivery/rule-delivery';
import { ScheduleDelivery } from '../../src/delivery/schedule-delivery';
import { SubscriptionDelivery } from '../../src/delivery/subscription-delivery';
import { FailureDestination } from '../../src/failure/failure-destination';
import { FailureQueue } from '../../src/failure/failure-queue';
import { RetryPolicy } from '../../src/failure/retry-policy';
import { l1Key } from '../failure/support';
import { nodeFunction, strictApp } from '../support';

/** Every kind of delivery, L1 and L2. */
function everything(stack: Stack): void {
  const fn = nodeFunction(stack);
  new events.Rule(stack, 'L2Rule', { eventPattern: { source: ['orders'] }, targets: [new targets.LambdaFunction(fn)] });
  new scheduler.Schedule(stack, 'L2Schedule', {
    schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target: new scheduled.LambdaInvoke(fn, { retryAttempts: 185 }),
  });
  new sns.Topic(stack, 'Topic', { enforceSSL: true }).addSubscription(new subscriptions.LambdaSubscription(fn));
  [l1Rule, l1Schedule, l1Subscription, l1Pipe].forEach((make) => make(stack));
}

function apply(stack: Stack, failureDestination?: FailureDestination): void {
  const retryPolicy = RetryPolicy.of({ retryAttempts: 20, maxEventAge: Duration.hours(2) });
  stack.with(
    new RuleDelivery({ failureDestination, retryPolicy }),
    new ScheduleDelivery({ failureDestination, retryPolicy }),
    new SubscriptionDelivery({ failureDestination }),
    new PipeDelivery({ failureDestination, retryPolicy }),
  );
}

test('the validation is on', () => {
  const app = strictApp();
  new events.CfnRule(new Stack(app, 'Stack'), 'Rule', { targets: [{ id: 'x', arn: 'y', retryPolicy: { maximumRetryAttempts: 999 } }] });

  expect(() => app.synth()).toThrow();
});

test.each<[string, (stack: Stack) => FailureDestination | undefined]>([
  ['the queue that the stack shares', () => undefined],
  ['a queue with a customer managed key', (stack) => FailureDestination.queue(
    new FailureQueue(stack, 'Kept', { encryptionKey: new kms.Key(stack, 'Key', { enableKeyRotation: true }) }))],
  ['an L1 queue with an L1 key', (stack) => FailureDestination.queue(new sqs.CfnQueue(stack, 'Kept', { kmsMasterKeyId: l1Key(stack).attrArn }))],
  ['a queue in another stack', (stack) => FailureDestination.queue(new FailureQueue(new Stack(stack.node.root, 'Other'), 'Kept'))],
])('a stack with every kind of delivery into %s is clean', (_, destination) => {
  const app = strictApp();
  const stack = new Stack(app, 'Stack');
  everything(stack);
  apply(stack, destination(stack));

  expect(() => app.synth()).not.toThrow();
});
