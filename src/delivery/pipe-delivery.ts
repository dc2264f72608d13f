import { Duration, Mixin } from 'aws-cdk-lib';
import type * as pipes from 'aws-cdk-lib/aws-pipes';
import type { IConstruct } from 'constructs';
import { completeDelivery } from './private/complete-delivery';
import { checkKind } from './private/destination';
import { isFunctionArn } from './private/function-arn';
import { streamParametersOf, warnOfSource } from './private/pipe-source';
import { checkRetry } from './private/retry-range';
import { LIMITS } from '../facts/limits';
import { FailureDestinationKind, type FailureDestination } from '../failure/failure-destination';
import { RetryPolicy } from '../failure/retry-policy';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { executionRoleOf } from '../private/execution-role';
import { isImported } from '../private/imported';
import { isPipe } from '../private/resource-kinds';
import { isUnknown, putSetting, settingOf } from '../private/settings';
import { warn } from '../private/warnings';

/** Properties of the mixin `PipeDelivery`. */
export interface PipeDeliveryProps {
  /**
   * Where records of a Kinesis or DynamoDB stream go that the pipe gave up: a standard queue or topic in the region of the pipe.
   *
   * Fails with `DeliveryDestinationUnsupported` when it is something else, and with `DeliveryDestinationInOtherRegion`.
   *
   * @default - the destination that the pipe has, else `FailureQueue.sharedBy()` its stack
   * @see https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_DeadLetterConfig.html
   */
  readonly failureDestination?: FailureDestination;

  /**
   * How often and how long the pipe tries a record of a stream again: 0 to 10,000 retries, and an age from 60 seconds to 7 days. Without
   * limits one bad record blocks its shard until it expires in the stream.
   *
   * Fails with `DeliveryRetryAttemptsOutOfRange` or `DeliveryMaxEventAgeOutOfRange` when outside of that.
   *
   * @default - what the pipe has if that is finite, else 10 retries and 6 hours
   * @see https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_PipeSourceKinesisStreamParameters.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * Whether the pipe splits a batch of a stream that failed, to find the bad record. `false` leaves what the pipe has.
   *
   * @default true
   */
  readonly bisectBatch?: boolean;

  /**
   * Whether pipes without a Lambda function, as target or enrichment, are completed too.
   *
   * @default false
   */
  readonly allTargets?: boolean;
}

/** Enough for a throttle or a deployment to pass. */
const DEFAULT_RETRY = { retryAttempts: 10, maxEventAge: Duration.hours(6) };

/** What "for ever" is called. */
const UNLIMITED: number = LIMITS.pipeRetryAttempts.special;

/**
 * Keeps what a pipe can't deliver to a Lambda function, and lets no bad record block the others: sets the dead-letter target of a Kinesis or
 * DynamoDB source, finite retries and record age, and the splitting of failed batches, and lets the pipe's role deliver. What the target gets
 * has positions in the stream, not the records: read them there before the stream deletes them.
 *
 * A pipe that reads an SQS queue has nothing to set: the dead-letter queue is that of the queue (`QueueRedrive`). Sources without any, such as
 * Kafka and Amazon MQ, get a warning.
 *
 * Completes the source parameters; fails if a different value is set there, with `PipeDeliveryConflict`. Unlimited retries and age (-1)
 * count as unset. On an imported pipe it is a warning.
 */
export class PipeDelivery extends Mixin {
  /**
   * Whether a pipe calls a function, `undefined` where only the deployment knows.
   *
   * @internal
   */
  public static _callsFunction(pipe: pipes.CfnPipe): boolean | undefined {
    const found = ['Target', 'Enrichment'].map((name) => settingOf(pipe, name))
      .map((arn) => arn === undefined ? false : isFunctionArn(pipe, arn));
    return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
  }

  constructor(private readonly props: PipeDeliveryProps = {}) {
    super();
    checkKind('PipeDelivery', props.failureDestination, [FailureDestinationKind.QUEUE, FailureDestinationKind.TOPIC]);
    if (props.retryPolicy) {
      checkRetry(props.retryPolicy, { what: 'a pipe', attempts: LIMITS.pipeRetryAttempts, age: LIMITS.pipeRecordAge });
    }
  }

  /** Whether the construct is the L1 of a pipe, or an imported pipe. */
  public supports(construct: IConstruct): boolean {
    return isPipe(construct) || isImported(construct, 'pipeRef', 'pipeArn');
  }

  /** Keeps what the pipe can't deliver. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    if (!isPipe(construct)) {
      warn(construct, 'PipeDelivery.importedPipe',
        'This pipe is imported, so its settings can\'t be changed from here: give it a dead-letter target where it is defined.');
    } else if (isUnknown(construct, 'SourceParameters')) {
      warn(construct, 'PipeDelivery.unknownSetting', 'SourceParameters depends on a value that is known at deployment only, and was left as it is.');
    } else if (this.isFor(construct)) {
      const stream = streamParametersOf(construct);
      if (stream) this.completeStream(construct, stream, refuse);
      else warnOfSource(construct);
    }
  }

  private completeStream(pipe: pipes.CfnPipe, stream: string[], refuse: Refuse): void {
    const [attempts, age] = [[...stream, 'MaximumRetryAttempts'], [...stream, 'MaximumRecordAgeInSeconds']];
    const own = { mixin: 'PipeDelivery', conflict: 'PipeDeliveryConflict', unknown: 'PipeDelivery.unknownSetting' } as const;
    completeDelivery(pipe, {
      ...own,
      failureDestination: this.props.failureDestination,
      retryPolicy: this.retryFor(pipe, attempts, age),
      grantees: [executionRoleOf(pipe, 'RoleArn')],
      paths: { destination: [...stream, 'DeadLetterConfig', 'Arn'], attempts, age },
    }, refuse);
    if (this.props.bisectBatch ?? true) {
      completeSetting(pipe, { ...own, option: 'bisectBatch', path: [...stream, 'OnPartialBatchItemFailure'], value: 'AUTOMATIC_BISECT' }, refuse);
    }
  }

  /** What is asked for, else what makes an end where there is none. */
  private retryFor(pipe: pipes.CfnPipe, attempts: string[], age: string[]): RetryPolicy {
    const [isOpen, isAgeless] = [attempts, age].map((path) => [undefined, UNLIMITED].includes(settingOf(pipe, ...path) as number));
    const given = this.props.retryPolicy;
    const policy = given ?? RetryPolicy.of({
      retryAttempts: isOpen ? DEFAULT_RETRY.retryAttempts : undefined,
      maxEventAge: isAgeless ? DEFAULT_RETRY.maxEventAge : undefined,
    });
    if (isOpen && policy.retryAttempts !== undefined) putSetting(pipe, policy.retryAttempts, ...attempts);
    if (isAgeless && policy.maxEventAge) putSetting(pipe, policy.maxEventAge.toSeconds(), ...age);
    return policy;
  }

  private isFor(pipe: pipes.CfnPipe): boolean {
    const isFor = this.props.allTargets ? true : PipeDelivery._callsFunction(pipe);
    if (isFor === undefined) {
      warn(pipe, 'PipeDelivery.unknownTarget',
        'The target of this pipe is known at deployment only, and the pipe was left as it is: use allTargets to complete it whatever it is.');
    }
    return isFor ?? false;
  }
}
