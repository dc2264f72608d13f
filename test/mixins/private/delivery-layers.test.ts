import { Duration } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { applyLayers } from './support';
import { FailureDestination } from '../../../src/failure/failure-destination';
import { RetryPolicy } from '../../../src/failure/retry-policy';
import { deliveryLayers } from '../../../src/mixins/private/delivery-layers';
import { nodeFunction, testStack } from '../../support';

function deliveringStack(deadLetterQueue = false) {
  const stack = testStack();
  const fn = nodeFunction(stack);
  const own = deadLetterQueue ? { deadLetterQueue: new sqs.Queue(stack, 'Own') } : {};
  new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.days(1)), targets: [new targets.LambdaFunction(fn, own)] });
  new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(Duration.days(1)), target: new schedulerTargets.LambdaInvoke(fn, own) });
  new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(fn, own));
  return stack;
}

test('what delivers to a function gets the shared queue', () => {
  const stack = deliveringStack();

  expect(applyLayers(stack, ...deliveryLayers({})).sort()).toEqual([
    'Function/Topic/Resource subscriptions: completed RedrivePolicy',
    'Rule/Resource rules: completed Targets',
    'Schedule/Resource schedules: completed Target',
  ]);
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('what has a queue of its own keeps it, and needs no other', () => {
  const stack = deliveringStack(true);

  expect(applyLayers(stack, ...deliveryLayers({}))).toEqual([]);
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
});

test('a queue that is asked for goes to all, a topic to none of these', () => {
  const [withQueue, withTopic] = [deliveringStack(), deliveringStack()];

  applyLayers(withQueue, ...deliveryLayers({}, FailureDestination.queue(new sqs.Queue(withQueue, 'Asked'))));
  applyLayers(withTopic, ...deliveryLayers({}, FailureDestination.topic(new sns.Topic(withTopic, 'Asked'))));

  const arnOf = (name: string) => ({ Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp(name), 'Arn'] } });
  Template.fromStack(withQueue).hasResourceProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ DeadLetterConfig: arnOf('^Asked') })] });
  Template.fromStack(withTopic).hasResourceProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ DeadLetterConfig: arnOf('^SharedFailureQueue') })] });
});

test('each takes its own options, or is switched off', () => {
  const stack = deliveringStack();

  const lines = applyLayers(stack, ...deliveryLayers({
    rules: { retryPolicy: RetryPolicy.of({ retryAttempts: 7 }) },
    schedules: { enabled: false },
    subscriptions: { enabled: false },
    pipes: { enabled: false },
  }));

  expect(lines).toEqual(['Rule/Resource rules: completed Targets']);
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ RetryPolicy: { MaximumRetryAttempts: 7 } })] });
});
