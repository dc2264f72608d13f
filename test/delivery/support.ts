import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { FailureDestination } from '../../src/failure/failure-destination';

export const FUNCTION_ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:orders';
export const QUEUE_ARN = 'arn:aws:sqs:eu-west-1:111122223333:dead';
export const ROLE_ARN = 'arn:aws:iam::111122223333:role/app/delivery';

/** A destination that is in no template, so that nothing but the setting itself comes of it. */
export function deadQueue(stack: Stack, id = 'Dead'): FailureDestination {
  const queue = stack.node.tryFindChild(id) as sqs.IQueue | undefined ?? sqs.Queue.fromQueueArn(stack, id, QUEUE_ARN);
  return FailureDestination.queue(queue);
}

export function l1Rule(scope: Construct, id = 'Rule', props: events.CfnRuleProps = {}): events.CfnRule {
  return new events.CfnRule(scope, id, { eventPattern: { source: ['orders'] }, targets: [{ id: 'Target0', arn: FUNCTION_ARN }], ...props });
}

export function l1Schedule(scope: Construct, target: Partial<scheduler.CfnSchedule.TargetProperty> = {}): scheduler.CfnSchedule {
  return new scheduler.CfnSchedule(scope, 'Schedule', {
    flexibleTimeWindow: { mode: 'OFF' }, scheduleExpression: 'rate(1 hour)', target: { arn: FUNCTION_ARN, roleArn: ROLE_ARN, ...target },
  });
}

export function l1Subscription(scope: Construct, props: Partial<sns.CfnSubscriptionProps> = {}): sns.CfnSubscription {
  return new sns.CfnSubscription(scope, 'Subscription', {
    topicArn: 'arn:aws:sns:eu-west-1:111122223333:orders', protocol: 'lambda', endpoint: FUNCTION_ARN, ...props,
  });
}

export function l1Pipe(
  scope: Construct, parameters: Partial<pipes.CfnPipe.PipeSourceKinesisStreamParametersProperty> = {}, props: Partial<pipes.CfnPipeProps> = {},
): pipes.CfnPipe {
  return new pipes.CfnPipe(scope, 'Pipe', {
    source: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
    target: FUNCTION_ARN,
    roleArn: ROLE_ARN,
    sourceParameters: { kinesisStreamParameters: { startingPosition: 'LATEST', ...parameters } },
    ...props,
  });
}

/** The statements of the only policy of a queue. */
export function queueStatements(stack: Stack): Record<string, any>[] {
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy'));
  expect(policies).toHaveLength(1);
  return policies[0].Properties.PolicyDocument.Statement;
}

/** The statements of the only key. */
export function keyStatements(stack: Stack): Record<string, any>[] {
  const keys = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
  expect(keys).toHaveLength(1);
  return keys[0].Properties.KeyPolicy.Statement;
}

/** The properties of the only resource of a type. */
export function propertiesOf(stack: Stack, type: string): Record<string, any> {
  const found = Object.values(Template.fromStack(stack).findResources(type));
  expect(found).toHaveLength(1);
  return found[0].Properties;
}
