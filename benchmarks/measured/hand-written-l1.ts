import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Side } from './side';

const KEPT = 14 * 24 * 60 * 60;
const ON_CALL = 'arn:aws:sns:eu-west-1:111122223333:on-call';
const IGNORED = {
  ES6000: 'This queue is where failed events end up: it has no consumer that could fail, so it needs no dead-letter queue of its own.',
  WS1004: 'The function names its log group, which has a retention, in LoggingConfig; the rule looks for the default name.',
};

/** What `ResilientFunction` makes, written with L1s: the floor of what CDK takes for these resources, and no construct to grant anything to. */
class FlatFunction extends Construct {
  private readonly queue: sqs.CfnQueue;
  private readonly fn: lambda.CfnFunction;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new sqs.CfnQueue(this, 'FailureQueue', { messageRetentionPeriod: KEPT, sqsManagedSseEnabled: true });
    ignore(this.queue, 'ES6000');
    new sqs.CfnQueuePolicy(this, 'FailureQueuePolicy', {
      queues: [this.queue.ref],
      policyDocument: policy({
        Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } }, Effect: 'Deny', Principal: { AWS: '*' }, Resource: this.queue.attrArn,
      }),
    });
    const logGroup = new logs.CfnLogGroup(this, 'LogGroup', { retentionInDays: 30 });
    const { role, permissions } = this.newRole(logGroup);
    this.fn = new lambda.CfnFunction(this, 'Function', {
      code: { zipFile: 'exports.handler = async () => {};' },
      runtime: 'nodejs22.x',
      handler: 'index.handler',
      timeout: 25,
      memorySize: 256,
      loggingConfig: { logFormat: 'JSON', logGroup: logGroup.ref },
      tracingConfig: { mode: 'Active' },
      role: role.attrArn,
    });
    ignore(this.fn, 'WS1004');
    for (const needed of [permissions, role]) this.fn.addResourceDependency(needed);
    new lambda.CfnEventInvokeConfig(this, 'FunctionEventInvokeConfig', {
      functionName: this.fn.ref,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: 6 * 60 * 60,
      destinationConfig: { onFailure: { destination: this.queue.attrArn } },
    });
    this.watchFunction(logGroup);
    this.watchQueue();
  }

  private newRole(logGroup: logs.CfnLogGroup): { role: iam.CfnRole; permissions: iam.CfnPolicy } {
    const role = new iam.CfnRole(this, 'Role', {
      assumeRolePolicyDocument: policy({
        Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' },
      }),
    });
    const permissions = new iam.CfnPolicy(this, 'RoleDefaultPolicy', {
      policyName: '',
      roles: [role.ref],
      policyDocument: policy(
        { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Effect: 'Allow', Resource: logGroup.attrArn },
        { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Effect: 'Allow', Resource: '*' },
        { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: this.queue.attrArn },
      ),
    });
    permissions.policyName = permissions.logicalId;
    return { role, permissions };
  }

  private watchFunction(logGroup: logs.CfnLogGroup): void {
    const name = this.fn.ref;
    const { region } = this.fn.stack;
    const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    const links = `\nLogs: ${home}#logsV2:log-groups/log-group/${logGroup.ref}\nTraces: ${home}#xray:traces/query?~(query~(expression~'service*28*22${name}*22*29))`;
    const alarm = (metricName: string, evaluationPeriods: number, text: string) =>
      this.alarm(`Function${metricName}Alarm`, { namespace: 'AWS/Lambda', metricName, statistic: 'Sum', evaluationPeriods, dimensions: [{ name: 'FunctionName', value: name }], alarmDescription: `${text}${links}` });
    alarm('Errors', 3,
      `Function ${name} failed: its code returned an error, crashed or timed out. Look for the error in its log group and traces at the time of the invocation.`);
    alarm('Throttles', 5,
      `Invocations of function ${name} were refused for lack of concurrency. Compare ConcurrentExecutions with its reserved concurrency and the quota of the account.`);
    alarm('DestinationDeliveryFailures', 5,
      `Records of function ${name} did not reach their destination and are lost. Check that the destination exists, its policy and key, the size of the events, and the permissions of the role of the function.`);
    alarm('AsyncEventsDropped', 5,
      `Asynchronous events of function ${name} were given up after all retries or for their age. They are kept only if the function has a failure destination or dead-letter queue: look there, and at Errors and Throttles for the cause.`);
  }

  private watchQueue(): void {
    const name = this.queue.attrQueueName;
    const common = { namespace: 'AWS/SQS', statistic: 'Maximum', evaluationPeriods: 1, dimensions: [{ name: 'QueueName', value: name }] };
    this.alarm('FailureQueueMessagesVisibleAlarm', {
      ...common,
      metricName: 'ApproximateNumberOfMessagesVisible',
      alarmDescription: `Failed events wait in queue ${name}. Read a message for the error and its source, fix the cause, then send the events again.`,
    });
    this.alarm('FailureQueueOldestMessageAgeAlarm', {
      ...common,
      metricName: 'ApproximateAgeOfOldestMessage',
      threshold: KEPT / 2,
      alarmDescription: `Failed events in queue ${name} get old and are deleted at the end of its retention period. Process them or copy them elsewhere now.`,
    });
  }

  private alarm(id: string, props: Omit<cloudwatch.CfnAlarmProps, 'comparisonOperator'>): void {
    new cloudwatch.CfnAlarm(this, id, {
      threshold: 1, ...props, period: 60, datapointsToAlarm: 1, comparisonOperator: 'GreaterThanOrEqualToThreshold', treatMissingData: 'notBreaching', alarmActions: [ON_CALL],
    });
  }
}

function policy(...Statement: object[]): object {
  return { Statement, Version: '2012-10-17' };
}

function ignore(resource: sqs.CfnQueue | lambda.CfnFunction, rule: keyof typeof IGNORED): void {
  resource.addMetadata('cfn-lint', { config: { ignore_checks: [rule] }, reasons: { [rule]: IGNORED[rule] } });
}

/** The same functions without this library, and without L2s. */
export const side: Side = {
  prepare() {},
  makeFunction(stack: Construct, id: string) {
    new FlatFunction(stack, id);
  },
};
