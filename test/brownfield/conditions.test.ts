import { type App, CfnCondition, CfnResource, Duration, Fn, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke as ScheduledInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { nodeFunction } from '../support';
import { findingsIn, templatesOf, withApp } from './support/synthesized';
import { WAYS } from './support/wire';

/** A stack of which nothing exists but in production. */
function onlyLive(app: App): void {
  const stack = new Stack(app, 'Stack');
  const fn = nodeFunction(stack, 'Function', { timeout: Duration.seconds(5) });
  fn.addAlias('live');
  fn.addEventSource(new SqsEventSource(new sqs.Queue(stack, 'Jobs')));
  fn.addEventSource(new DynamoEventSource(tableOf(stack), { startingPosition: lambda.StartingPosition.LATEST }));
  new events.Rule(stack, 'Rule', { schedule: events.Schedule.rate(Duration.days(1)), targets: [new targets.LambdaFunction(fn)] });
  new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(Duration.days(1)), target: new ScheduledInvoke(fn) });
  new sns.Topic(stack, 'Topic').addSubscription(new LambdaSubscription(fn));
  new apigateway.LambdaRestApi(stack, 'Api', { handler: fn, cloudWatchRole: false });
  new sfn.StateMachine(stack, 'Machine', { definitionBody: sfn.DefinitionBody.fromChainable(new LambdaInvoke(stack, 'Work', { lambdaFunction: fn })) });

  const condition = new CfnCondition(stack, 'IsLive', { expression: Fn.conditionEquals(stack.region, 'eu-west-1') });
  for (const resource of stack.node.findAll().filter(CfnResource.isCfnResource)) resource.cfnOptions.condition = condition;
}

function tableOf(stack: Stack): dynamodb.Table {
  return new dynamodb.Table(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING }, stream: dynamodb.StreamViewType.NEW_IMAGE });
}

test.each(Object.entries(WAYS))('what is made for resources that may not exist refers to none that does not, wired %s', (_, wire) => {
  const [before, after] = [[onlyLive], [onlyLive, wire]].map((steps) => withApp((app) => {
    steps.forEach((step) => step(app));
    templatesOf(app);
    return findingsIn(app);
  }));

  expect(after.filter((finding) => !before.includes(finding))).toEqual([]);
});
