import { Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { ResilientFunction } from '../../src/function/resilient-function';
import { StableApp } from '../../src/testing/stable-app';
import { nodeFunction } from '../support';

export interface Shop {
  readonly stack: Stack;
  readonly orders: ResilientFunction;
  readonly plain: lambda.Function;
  readonly onCall: sns.Topic;
}

/** A stack as the README shows it: `orders` has everything, `plain` nothing, and both get the orders of a topic. */
export function shop(): Shop {
  const stack = new Stack(new StableApp(), 'Shop');
  const onCall = new sns.Topic(stack, 'OnCall');
  onCall.addSubscription(new EmailSubscription('on-call@example.com'));
  AlarmNotifications.of(stack).add(new SnsAction(onCall));
  const orders = new ResilientFunction(stack, 'Orders', {
    code: lambda.Code.fromInline('exports.handler = async () => {};'), runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler',
  });
  const plain = nodeFunction(stack, 'Plain');
  const topic = new sns.Topic(stack, 'Placed');
  for (const fn of [orders.function, plain]) topic.addSubscription(new LambdaSubscription(fn));
  return { stack, orders, plain, onCall };
}
