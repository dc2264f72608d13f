import { Duration, Stack, Tokenization } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { grantDecrypt } from './decrypt';
import { REDRIVE_CODE, RECORD_PREFIX } from './redrive-code';
import { FailureDestination } from '../../failure/failure-destination';
import type { FailureQueue } from '../../failure/failure-queue';
import { acknowledge } from '../../private/acknowledgements';

/** What the function that redrives must know. */
export interface RedriveFunctionOptions {
  readonly functions: readonly lambda.IFunctionRef[];
  readonly quarantine: FailureQueue;
  readonly bucket?: s3.IBucketRef;
  readonly maxAttempts: number;
  readonly interval: Duration;
  /** In seconds. */
  readonly timeout: number;
  readonly oneAtATime: boolean;
  readonly acknowledgeRules: boolean;
}

/** Enough for the largest event, read, cut out and sent. */
const MEMORY_MIB = 256;

const AWAITED = 'Only a pipe invokes this function, and waits for the answer: a failed message goes back to its queue, so that nothing is invoked asynchronously.';
const RUNTIME = 'The runtime is the one that the inline code is tested with. It changes with a release of this library, when Lambda deprecates it.';
const NO_RESOURCES = 'X-Ray has no resources that a policy could name.';
const LOGS_OF_ITS_GROUP = 'The function writes to streams that Lambda makes in this log group.';
const RECORDS = 'The function reads the records of failed events, of which there is one object for each, below one prefix.';

/** The function that takes the event out of what a queue keeps, and invokes the function it failed in. */
export function redriveFunction(scope: Construct, options: RedriveFunctionOptions): lambda.Function {
  const role = new iam.Role(scope, 'FunctionRole', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
  const logGroup = new logs.LogGroup(scope, 'LogGroup', { retention: logs.RetentionDays.ONE_MONTH });
  logs.LogGroupGrants.fromLogGroup(logGroup).write(role);
  const arns = options.functions.map(({ functionRef }) => functionRef.functionArn);
  iam.Grant.addToPrincipal({ grantee: role, actions: ['lambda:InvokeFunction'], resourceArns: arns });
  FailureDestination.queue(options.quarantine).bind(scope, { grantee: role });
  if (options.bucket) grantRead(options.bucket, scope, role);

  const fn = new lambda.Function(scope, 'Function', {
    code: lambda.Code.fromInline(REDRIVE_CODE),
    runtime: lambda.Runtime.NODEJS_24_X,
    handler: 'index.handler',
    description: 'Brings failed events back to their function',
    role,
    logGroup,
    loggingFormat: lambda.LoggingFormat.JSON,
    memorySize: MEMORY_MIB,
    timeout: Duration.seconds(options.timeout),
    tracing: lambda.Tracing.ACTIVE,
    reservedConcurrentExecutions: options.oneAtATime ? 1 : undefined,
    environment: environmentOf(options, arns),
  });
  if (options.acknowledgeRules) acknowledgeOn(fn, role, options.bucket !== undefined);
  return fn;
}

function environmentOf({ quarantine, bucket, maxAttempts, interval }: RedriveFunctionOptions, arns: string[]): Record<string, string> {
  return {
    FUNCTIONS: arns.join(','),
    QUARANTINE_URL: quarantine.queue.queueUrl,
    MAX_ATTEMPTS: Tokenization.stringifyNumber(maxAttempts),
    INTERVAL_MS: String(interval.toMilliseconds()),
    ...bucket && { BUCKET: bucket.bucketRef.bucketName },
  };
}

function grantRead(bucket: s3.IBucketRef, scope: Construct, grantee: iam.IGrantable): void {
  const conditions = { StringEquals: { 's3:ResourceAccount': Stack.of(scope).account } };
  const resourceArns = [`${bucket.bucketRef.bucketArn}/${RECORD_PREFIX}*`];
  iam.Grant.addToPrincipal({ grantee, actions: ['s3:GetObject'], resourceArns, conditions });
  grantDecrypt(bucket, bucket.bucketRef.bucketArn, scope, grantee);
}

function acknowledgeOn(fn: lambda.Function, role: iam.Role, reads: boolean): void {
  acknowledge(fn, [
    { id: 'Serverless-LambdaDLQ', reason: AWAITED },
    ...['AwsSolutions-L1', 'Serverless-LambdaLatestVersion'].map((id) => ({ id, reason: RUNTIME })),
  ]);
  acknowledge(role, [{ id: 'AwsSolutions-IAM5', reason: `${NO_RESOURCES} ${LOGS_OF_ITS_GROUP}${reads ? ` ${RECORDS}` : ''}` }]);
}
