import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Side } from './side';

const MINUTE = Duration.minutes(1);
const KEPT = Duration.days(14);

/** What `ResilientFunction` makes, as someone would write it with the L2 constructs of CDK and nothing else. */
export class HandWrittenFunction extends Construct {
  public readonly queue: sqs.Queue;
  public readonly fn: lambda.Function;

  /** Without `onCall` there are no alarms. */
  constructor(scope: Construct, id: string, code: lambda.Code, private readonly onCall?: SnsAction) {
    super(scope, id);
    this.queue = new sqs.Queue(this, 'FailureQueue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: KEPT,
    });
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new logs.LogGroup(this, 'LogGroup', { retention: logs.RetentionDays.ONE_MONTH });
    logGroup.grantWrite(role);
    this.fn = new lambda.Function(this, 'Function', {
      code,
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      timeout: Duration.seconds(25),
      memorySize: 256,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
      role,
      logGroup,
      onFailure: new SqsDestination(this.queue),
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
    });
    if (onCall === undefined) return;
    this.watchFunction(logGroup);
    this.watchQueue();
  }

  private watchFunction(logGroup: logs.LogGroup): void {
    const { fn } = this;
    const name = fn.functionName;
    const { region } = fn.stack;
    const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    const links = `\nLogs: ${home}#logsV2:log-groups/log-group/${logGroup.logGroupName}\nTraces: ${home}#xray:traces/query?~(query~(expression~'service*28*22${name}*22*29))`;
    this.alarm(fn, 'ErrorsAlarm', fn.metricErrors({ period: MINUTE }), 3,
      `Function ${name} failed: its code returned an error, crashed or timed out. Look for the error in its log group and traces at the time of the invocation.${links}`);
    this.alarm(fn, 'ThrottlesAlarm', fn.metricThrottles({ period: MINUTE }), 5,
      `Invocations of function ${name} were refused for lack of concurrency. Compare ConcurrentExecutions with its reserved concurrency and the quota of the account.${links}`);
    this.alarm(fn, 'DestinationDeliveryFailuresAlarm', fn.metric('DestinationDeliveryFailures', { period: MINUTE, statistic: 'Sum' }), 5,
      `Records of function ${name} did not reach their destination and are lost. Check that the destination exists, its policy and key, the size of the events, and the permissions of the role of the function.${links}`);
    this.alarm(fn, 'AsyncEventsDroppedAlarm', fn.metric('AsyncEventsDropped', { period: MINUTE, statistic: 'Sum' }), 5,
      `Asynchronous events of function ${name} were given up after all retries or for their age. They are kept only if the function has a failure destination or dead-letter queue: look there, and at Errors and Throttles for the cause.${links}`);
  }

  private watchQueue(): void {
    const { queue } = this;
    this.alarm(queue, 'MessagesVisibleAlarm', queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE }), 1,
      `Failed events wait in queue ${queue.queueName}. Read a message for the error and its source, fix the cause, then send the events again.`);
    this.alarm(queue, 'OldestMessageAgeAlarm', queue.metricApproximateAgeOfOldestMessage({ period: MINUTE }), 1,
      `Failed events in queue ${queue.queueName} get old and are deleted at the end of its retention period. Process them or copy them elsewhere now.`,
      KEPT.toSeconds() / 2);
  }

  private alarm(scope: Construct, id: string, metric: cloudwatch.Metric, evaluationPeriods: number, alarmDescription: string, threshold = 1): void {
    const alarm = metric.createAlarm(scope, id, {
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      threshold,
      evaluationPeriods,
      datapointsToAlarm: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription,
    });
    alarm.addAlarmAction(this.onCall!);
  }
}

/** The same functions without this library. */
export const side: Side = {
  prepare() {},
  makeFunction(stack, id, code, onCall) {
    new HandWrittenFunction(stack, id, code, onCall);
  },
};
