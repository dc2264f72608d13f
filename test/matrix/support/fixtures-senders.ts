import { CustomResource, Duration, type Stack } from 'aws-cdk-lib';
import * as codecommit from 'aws-cdk-lib/aws-codecommit';
import * as codepipeline from 'aws-cdk-lib/aws-codepipeline';
import * as pipelineactions from 'aws-cdk-lib/aws-codepipeline-actions';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as config from 'aws-cdk-lib/aws-config';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as iot from 'aws-cdk-lib/aws-iot';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sesactions from 'aws-cdk-lib/aws-ses-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { receiptRule, subscriber } from './fixtures-services';
import { pipe } from './fixtures-sources';
import { nodeFunction } from '../../support';

/** Who hands an event over and goes on. Some invoke an alias, because failures are kept per qualifier. */
export const SENDERS = {
  'sdk-event': (stack: Stack) => { nodeFunction(stack); },
  'eventbridge-rule': (stack: Stack) => {
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['orders'] }, targets: [new targets.LambdaFunction(live(stack))] });
  },
  'subscriber-event': (stack: Stack) => { subscriber(stack, 'EVENT'); },
  'scheduler': (stack: Stack) => {
    new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target: new LambdaInvoke(nodeFunction(stack)) });
  },
  'pipe-event': (stack: Stack) => { pipe(stack, 'kinesis', 'FIRE_AND_FORGET'); },
  'sns': (stack: Stack) => { new sns.Topic(stack, 'Topic').addSubscription(new LambdaSubscription(nodeFunction(stack))); },
  's3': (stack: Stack) => { new s3.Bucket(stack, 'Bucket').addObjectCreatedNotification(new s3notifications.LambdaDestination(live(stack))); },
  'ses': (stack: Stack) => { receiptRule(stack, sesactions.LambdaInvocationType.EVENT); },
  'logs': (stack: Stack) => {
    new logs.LogGroup(stack, 'Logs').addSubscriptionFilter('Filter', { destination: new LambdaDestination(nodeFunction(stack)), filterPattern: logs.FilterPattern.allEvents() });
  },
  'iot-rule': topicRule,
  'custom-resource': (stack: Stack) => { new CustomResource(stack, 'Order', { serviceToken: nodeFunction(stack).functionArn, resourceType: 'Custom::Order' }); },
  'cognito-sender': (stack: Stack) => {
    new cognito.UserPool(stack, 'Pool', { customSenderKmsKey: new kms.Key(stack, 'Key'), lambdaTriggers: { customEmailSender: nodeFunction(stack) } });
  },
  'codecommit': (stack: Stack) => {
    new codecommit.Repository(stack, 'Repository', { repositoryName: 'orders' }).notify(nodeFunction(stack).functionArn, { name: 'Orders' });
  },
  'codepipeline': (stack: Stack) => {
    const source = new pipelineactions.S3SourceAction({
      actionName: 'Source', bucket: new s3.Bucket(stack, 'Bucket'), bucketKey: 'orders.zip', output: new codepipeline.Artifact(), trigger: pipelineactions.S3Trigger.POLL,
    });
    const invoke = new pipelineactions.LambdaInvokeAction({ actionName: 'Invoke', lambda: nodeFunction(stack) });
    new codepipeline.Pipeline(stack, 'Pipeline', { stages: [{ stageName: 'Source', actions: [source] }, { stageName: 'Invoke', actions: [invoke] }] });
  },
  'config-rule': (stack: Stack) => { new config.CustomRule(stack, 'Rule', { lambdaFunction: nodeFunction(stack), configurationChanges: true }); },
  'secret-rotation': (stack: Stack) => { new secretsmanager.Secret(stack, 'Secret').addRotationSchedule('Rotation', { rotationLambda: nodeFunction(stack) }); },
};

function live(stack: Stack): lambda.Alias {
  return nodeFunction(stack).addAlias('live');
}

/** The error action of an IoT rule is an action like any other, which users write. */
function topicRule(stack: Stack): void {
  const fn = nodeFunction(stack);
  fn.addPermission('Invoke', { principal: new iam.ServicePrincipal('iot.amazonaws.com') });
  const undelivered = new sqs.Queue(stack, 'Undelivered', { retentionPeriod: Duration.days(14) });
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('iot.amazonaws.com') });
  undelivered.grantSendMessages(role);
  new iot.CfnTopicRule(stack, 'Rule', {
    topicRulePayload: {
      sql: "SELECT * FROM 'orders'",
      actions: [{ lambda: { functionArn: fn.functionArn } }],
      errorAction: { sqs: { queueUrl: undelivered.queueUrl, roleArn: role.roleArn, useBase64: false } },
    },
  });
}
