import { type Stack, Aws, Fn } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Side } from './side';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:on-call';
const KEPT = 14 * 24 * 3600;

/** The same resources with nothing but the L1 constructs: what CDK itself takes for them, and so the floor. */
class FunctionInL1 extends Construct {
  private readonly queue: sqs.CfnQueue;
  private readonly logGroup: logs.CfnLogGroup;
  private readonly fn: lambda.CfnFunction;

  constructor(stack: Stack, id: string) {
    super(stack, id);
    this.queue = this.newQueue();
    this.logGroup = new logs.CfnLogGroup(this, 'LogGroup', { retentionInDays: 30 });
    this.fn = this.newFunction(this.newRole(stack));
    new lambda.CfnEventInvokeConfig(this, 'EventInvokeConfig', {
      functionName: this.fn.ref,
      qualifier: '$LATEST',
      destinationConfig: { onFailure: { destination: this.queue.attrArn } },
      maximumEventAgeInSeconds: 21_600,
      maximumRetryAttempts: 2,
    });
    this.watchFunction();
    this.watchQueue();
  }

  private newQueue(): sqs.CfnQueue {
    const queue = new sqs.CfnQueue(this, 'FailureQueue', { messageRetentionPeriod: KEPT, sqsManagedSseEnabled: true });
    new sqs.CfnQueuePolicy(this, 'FailureQueuePolicy', {
      queues: [queue.ref],
      policyDocument: {
        Statement: [{ Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } }, Effect: 'Deny', Principal: { AWS: '*' }, Resource: queue.attrArn }],
        Version: '2012-10-17',
      },
    });
    return queue;
  }

  private newRole(stack: Stack): iam.CfnRole {
    const role = new iam.CfnRole(this, 'Role', {
      assumeRolePolicyDocument: {
        Statement: [{ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } }],
        Version: '2012-10-17',
      },
    });
    const policy = new iam.CfnPolicy(this, 'RoleDefaultPolicy', {
      policyName: '',
      roles: [role.ref],
      policyDocument: {
        Statement: [
          { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Effect: 'Allow', Resource: this.logGroup.attrArn },
          { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Effect: 'Allow', Resource: '*' },
          { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: this.queue.attrArn },
        ],
        Version: '2012-10-17',
      },
    });
    policy.policyName = stack.getLogicalId(policy);
    return role;
  }

  private newFunction(role: iam.CfnRole): lambda.CfnFunction {
    const fn = new lambda.CfnFunction(this, 'Function', {
      code: { zipFile: 'exports.handler = async () => {};' },
      handler: 'index.handler',
      loggingConfig: { logFormat: 'JSON', logGroup: this.logGroup.ref },
      memorySize: 256,
      role: role.attrArn,
      runtime: 'nodejs22.x',
      timeout: 25,
      tracingConfig: { mode: 'Active' },
    });
    fn.addDependency(role);
    fn.addDependency(this.node.findChild('RoleDefaultPolicy') as iam.CfnPolicy);
    return fn;
  }

  private watchFunction(): void {
    const name = this.fn.ref;
    const home = Fn.join('', ['https://', Aws.REGION, '.console.aws.amazon.com/cloudwatch/home?region=', Aws.REGION]);
    const links = `\nLogs: ${home}#logsV2:log-groups/log-group/${this.logGroup.ref}\nTraces: ${home}#xray:traces/query?~(query~(expression~'service*28*22${name}*22*29))`;
    const alarm = (metricName: string, evaluationPeriods: number, alarmDescription: string) => this.alarm(`Function${metricName}Alarm`, {
      namespace: 'AWS/Lambda', metricName, dimensions: [{ name: 'FunctionName', value: name }], statistic: 'Sum', evaluationPeriods, threshold: 1, alarmDescription,
    });
    alarm('Errors', 3,
      `Function ${name} failed: its code returned an error, crashed or timed out. Look for the error in its log group and traces at the time of the invocation.${links}`);
    alarm('Throttles', 5,
      `Invocations of function ${name} were refused for lack of concurrency. Compare ConcurrentExecutions with its reserved concurrency and the quota of the account.${links}`);
    alarm('DestinationDeliveryFailures', 5,
      `Records of function ${name} did not reach their destination and are lost. Check that the destination exists, its policy and key, the size of the events, and the permissions of the role of the function.${links}`);
    alarm('AsyncEventsDropped', 5,
      `Asynchronous events of function ${name} were given up after all retries or for their age. They are kept only if the function has a failure destination or dead-letter queue: look there, and at Errors and Throttles for the cause.${links}`);
  }

  private watchQueue(): void {
    const name = this.queue.attrQueueName;
    const alarm = (id: string, metricName: string, threshold: number, alarmDescription: string) => this.alarm(id, {
      namespace: 'AWS/SQS', metricName, dimensions: [{ name: 'QueueName', value: name }], statistic: 'Maximum', evaluationPeriods: 1, threshold, alarmDescription,
    });
    alarm('FailureQueueMessagesVisibleAlarm', 'ApproximateNumberOfMessagesVisible', 1,
      `Failed events wait in queue ${name}. Read a message for the error and its source, fix the cause, then send the events again.`);
    alarm('FailureQueueOldestMessageAgeAlarm', 'ApproximateAgeOfOldestMessage', KEPT / 2,
      `Failed events in queue ${name} get old and are deleted at the end of its retention period. Process them or copy them elsewhere now.`);
  }

  private alarm(id: string, props: Omit<cloudwatch.CfnAlarmProps, 'comparisonOperator'>): void {
    new cloudwatch.CfnAlarm(this, id, {
      comparisonOperator: 'GreaterThanOrEqualToThreshold', datapointsToAlarm: 1, period: 60, treatMissingData: 'notBreaching', alarmActions: [TOPIC], ...props,
    });
  }
}

/** The same functions in L1. */
export const side: Side = {
  prepare() {},
  makeFunction(stack, id) {
    new FunctionInL1(stack, id);
  },
};
