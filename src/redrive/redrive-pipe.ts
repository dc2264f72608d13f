import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as pipes from 'aws-cdk-lib/aws-pipes';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import { QueueAlarms } from '../alarms/queue-alarms';
import { FailureQueue } from '../failure/failure-queue';
import { ValidationError } from '../private/errors';
import { isWholeNumber } from '../private/whole-numbers';
import { grantDecrypt } from './private/decrypt';
import { completeFailureQueue } from './private/failure-queue-settings';
import { checkSenders, REDRIVE_PIPE } from './private/redrive-checks';
import { redriveFunction } from './private/redrive-function';
import { redriveTimeout } from './private/redrive-timeout';

/** Properties of a `RedrivePipe`. */
export interface RedrivePipeProps {
  /**
   * The queue that keeps the failed events: the on-failure destination or the dead-letter queue of the functions, or a standard queue that
   * is subscribed to such a topic. Its visibility timeout and redrive policy are set unless they are.
   *
   * Fails with `RedrivePayloadNotKept` when only streams fail into it, with `RedriveQueueSource` when it is the dead-letter queue of a
   * queue, and with `RedriveVisibilityTimeoutTooShort`.
   */
  readonly failureQueue: sqs.IQueueRef;

  /**
   * The functions whose events come back: the version or alias given here is invoked. A record names its function, a dead letter doesn't.
   *
   * Fails with `RedriveFunctionsMissing` when empty, with `RedriveFunctionUnknown` when there are several and one has dead letters, and
   * with `RedriveTenantUnknown` for a function with tenant isolation.
   */
  readonly functions: lambda.IFunctionRef[];

  /**
   * The bucket that is the on-failure destination: `failureQueue` gets the notifications of its objects then.
   *
   * @default - `failureQueue` keeps the events themselves
   */
  readonly failureBucket?: s3.IBucketRef;

  /**
   * How often an event may be brought back in total, 1 to 100. It is tried once each time it comes by, and put into quarantine when it
   * fails; from there somebody may move it back.
   *
   * Fails with `RedriveMaxAttemptsOutOfRange`.
   *
   * @default 3
   */
  readonly maxAttempts?: number;

  /**
   * How long to wait after each event, 0 to 60 seconds: with one at a time, this is the rate limit.
   *
   * Fails with `RedriveIntervalOutOfRange`.
   *
   * @default Duration.seconds(1)
   */
  readonly interval?: Duration;

  /**
   * Whether events come back one at a time. It reserves a concurrency of 1 for the function that redrives, which an account must have free.
   *
   * @default true
   */
  readonly oneAtATime?: boolean;

  /**
   * Whether the pipe runs as soon as it is deployed. Leave it out to start it when what made the events fail is repaired.
   *
   * @default false
   */
  readonly running?: boolean;

  /**
   * Whether the rules of cdk-nag that are wrong about the function that redrives are acknowledged on it, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

const MAX_ATTEMPTS = { min: 1, max: 100, default: 3 };
const INTERVAL = { min: 0, max: 60, default: Duration.seconds(1) };

/**
 * Brings failed events back to their function: an EventBridge pipe, stopped until somebody starts it, reads a failure queue; a small function
 * takes the original event out of what the queue keeps, byte for byte, and invokes the function with it and waits.
 *
 * An event that succeeds is deleted from the queue. One that fails again can't loop: it goes into the quarantine queue at once, with the
 * number of attempts, and an alarm. When Lambda refuses the invocation, a throttle for example, the event stays in the queue and nothing is counted.
 *
 * The event comes back as a synchronous invocation, so that the function's failure destination gets nothing, and the event may be 1 MiB.
 */
@propertyInjectable
export class RedrivePipe extends Construct {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = REDRIVE_PIPE;

  /** The pipe. */
  public readonly pipe: pipes.CfnPipe;
  /** The function that takes the events out of what the queue keeps. */
  public readonly redriveFunction: lambda.Function;
  /** Where events go that fail again, with the recommended alarms. */
  public readonly quarantineQueue: FailureQueue;
  /** The command that starts the pipe. */
  public readonly startCommand: string;
  /** The command that stops the pipe. */
  public readonly stopCommand: string;

  constructor(scope: Construct, id: string, props: RedrivePipeProps) {
    super(scope, id);
    const { failureQueue, functions, interval = INTERVAL.default } = props;
    const maxAttempts = this.maxAttempts(props.maxAttempts);
    const timeout = redriveTimeout(this, functions, this.inRange(interval));
    this.quarantineQueue = new FailureQueue(this, 'Quarantine', { acknowledgeRules: props.acknowledgeRules });
    QueueAlarms.fromQueue(this.quarantineQueue).recommended();
    this.redriveFunction = redriveFunction(this, {
      functions,
      quarantine: this.quarantineQueue,
      bucket: props.failureBucket,
      maxAttempts,
      interval,
      timeout,
      oneAtATime: props.oneAtATime ?? true,
      acknowledgeRules: props.acknowledgeRules ?? true,
    });
    completeFailureQueue(this, failureQueue, this.quarantineQueue, timeout);
    this.pipe = this.createPipe(failureQueue, props.running ?? false);
    [this.startCommand, this.stopCommand] = ['start', 'stop'].map((verb) => `aws pipes ${verb}-pipe --name ${this.pipe.ref}`);
    this.showCommands();
    this.node.addValidation({ validate: () => { checkSenders({ scope: this, queue: failureQueue, functions }); return []; } });
  }

  /** No input template: it would change the event, and a function gets an array in any case. */
  private createPipe(source: sqs.IQueueRef, running: boolean): pipes.CfnPipe {
    const role = new iam.Role(this, 'Role', { assumedBy: this.pipesOfThisAccount() });
    const queue = sqs.QueueGrants.fromQueue(source);
    const read = queue.actions(role, ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']);
    grantDecrypt(source, source.queueRef.queueArn, this, role);
    const { functionArn } = this.redriveFunction;
    const invoke = iam.Grant.addToPrincipal({ grantee: role, actions: ['lambda:InvokeFunction'], resourceArns: [functionArn] });
    const pipe = new pipes.CfnPipe(this, 'Pipe', {
      description: 'Brings failed events back to their function',
      desiredState: running ? 'RUNNING' : 'STOPPED',
      roleArn: role.roleArn,
      source: source.queueRef.queueArn,
      sourceParameters: { sqsQueueParameters: { batchSize: 1, maximumBatchingWindowInSeconds: 0 } },
      target: functionArn,
      targetParameters: { lambdaFunctionParameters: { invocationType: 'REQUEST_RESPONSE' } },
    });
    [read, invoke].forEach((grant) => grant.applyBefore(pipe));
    return pipe;
  }

  /** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html */
  private pipesOfThisAccount(): iam.IPrincipal {
    const stack = Stack.of(this);
    return new iam.ServicePrincipal('pipes.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'pipes', resource: 'pipe', resourceName: '*' }) },
      },
    });
  }

  private showCommands(): void {
    new CfnOutput(this, 'StartCommand', { value: this.startCommand, description: 'Starts to bring failed events back' });
    new CfnOutput(this, 'StopCommand', { value: this.stopCommand, description: 'Stops bringing failed events back' });
  }

  private maxAttempts(given: number = MAX_ATTEMPTS.default): number {
    const { min, max } = MAX_ATTEMPTS;
    if (!isWholeNumber(given, MAX_ATTEMPTS)) {
      throw new ValidationError('RedriveMaxAttemptsOutOfRange', `maxAttempts must be a whole number from ${min} to ${max}, got ${given}`, this);
    }
    return given;
  }

  /** In seconds, the longest where only the deployment knows. */
  private inRange(given: Duration): number {
    const { min, max } = INTERVAL;
    if (given.isUnresolved()) return max;
    const seconds = given.toSeconds({ integral: false });
    if (seconds < min || seconds > max) {
      throw new ValidationError('RedriveIntervalOutOfRange', `interval must be from ${min} to ${max} seconds, got ${given.toHumanString()}`, this);
    }
    return seconds;
  }
}
