import { Mixin } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { EventSourceKind } from './event-source-kind';
import { completeMapping } from './private/mapping-failure';
import type { FailureDestination } from '../failure/failure-destination';
import type { RetryPolicy } from '../failure/retry-policy';
import { acknowledge, ignoreInCfnLint } from '../private/acknowledgements';
import { fail, type Refuse } from '../private/complete-setting';
import { eventSourceOf } from '../private/event-source';
import { isImported } from '../private/imported';
import { warn } from '../private/warnings';

/** Properties of the mixin `EventSourceMappingFailure`. */
export interface EventSourceMappingFailureProps {
  /**
   * Where records go that failed for good, of Kinesis, DynamoDB and Kafka: a queue, a topic or a bucket. A queue or topic of Kinesis and
   * DynamoDB gets the positions of the records in the stream, a bucket the records too.
   *
   * A queue that is read from, Amazon MQ and DocumentDB have no destination.
   *
   * Fails with `EventSourceDestinationMissing` when the mapping needs one and has none, with `EventSourceDestinationUnsupported` when it
   * is something else, and with `EventSourceSettingUnsupported` when the source has none.
   *
   * @default - the destination that the mapping has
   * @see https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
   */
  readonly failureDestination?: FailureDestination;

  /**
   * How often and how long Lambda tries records of Kinesis, DynamoDB and Kafka again: 0 to 10,000 retries, and an age from 60 seconds to 7
   * days. Without limits one bad record blocks its shard until the stream deletes it.
   *
   * Fails with `EventSourceRetryAttemptsOutOfRange` or `EventSourceRecordAgeOutOfRange` when outside of that, with
   * `EventSourceSettingUnsupported` when the source has no retries to set, and with `EventSourceNeedsProvisionedMode` for Kafka without
   * `ProvisionedPollerConfig`.
   *
   * @default - what the mapping has if that is finite, else 10 retries and 6 hours
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
   */
  readonly retryPolicy?: RetryPolicy;

  /**
   * Whether Lambda splits a batch of Kinesis, DynamoDB or Kafka that failed, to find the bad record. Splitting uses up no retries.
   *
   * Fails with `EventSourceSettingUnsupported` when it is true and the source has no such setting, and with
   * `EventSourceNeedsProvisionedMode` for Kafka without `ProvisionedPollerConfig`.
   *
   * @default - what the mapping has, else true where the source has such a setting
   */
  readonly bisectBatch?: boolean;

  /**
   * Whether the function returns which records of a batch failed (`batchItemFailures`), so that only these are tried again.
   *
   * This is a contract with the code of the function: `true` with code that returns something else, for example a text, makes batches fail
   * that were processed; code that returns failed ids without it loses them. `false` says that a batch succeeds or fails as a whole, and
   * leaves what the mapping has.
   *
   * Fails with `EventSourceSettingUnsupported` when it is true for Amazon MQ or DocumentDB, and with `EventSourceNeedsProvisionedMode` for
   * Kafka without `ProvisionedPollerConfig`.
   *
   * @default - what the mapping has, with a warning where whole batches of a queue would come back
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
   */
  readonly reportBatchItemFailures?: boolean;

  /**
   * What the mapping reads from, where the template doesn't tell: an ARN from a parameter or an import.
   *
   * @default - nothing is set on such a mapping, with the warning `EventSourceMappingFailure.unknownSource`
   */
  readonly source?: EventSourceKind;

  /**
   * Whether the rules of cdk-nag and serverless-rules that want a destination for the mapping of a queue, which can have none, are
   * acknowledged on it, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

const NO_DESTINATION = {
  rules: ['Serverless-LambdaEventSourceMappingDestination'],
  cfnLint: ['ES1001'],
  reason: 'The mapping of a queue has no destination: what fails is kept by the dead-letter queue of the queue.',
};

/**
 * Keeps the records of an event source mapping that failed for good, lets no bad record block the others, and counts what fails: retries,
 * record age, bisecting and the on-failure destination with the permission to deliver there, partial batch responses if the function
 * returns them, and the metrics of the mapping.
 *
 * At synthesis the concurrency of a mapping of an SQS queue is limited to what its function has reserved, if the mapping has no limit, as
 * throttled messages use up their receives.
 *
 * Completes the event source mapping; fails if a different value is set there, with `EventSourceMappingConflict`, also if infinite retries
 * are. What Lambda would refuse at deployment fails with `EventSourceSettingUnsupported`, `QueueBatchingInvalid`,
 * `ScalingConfigWithProvisionedPollers`, `EventSourceRetryAttemptsOutOfRange` or `EventSourceRecordAgeOutOfRange`; for a durable function with
 * `EventSourceDurableFunctionUnqualified` or `EventSourceDurableExecutionTooLong`. On an imported mapping it is a warning.
 */
export class EventSourceMappingFailure extends Mixin {
  constructor(private readonly props: EventSourceMappingFailureProps = {}) {
    super();
  }

  /** Whether the construct is the L1 of an event source mapping, or an imported mapping. */
  public supports(construct: IConstruct): boolean {
    return lambda.CfnEventSourceMapping.isCfnEventSourceMapping(construct) || isImported(construct, 'eventSourceMappingRef', 'eventSourceMappingId');
  }

  /** Keeps the failed records of the mapping. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    if (lambda.CfnEventSourceMapping.isCfnEventSourceMapping(construct)) {
      completeMapping(construct, this.props, refuse);
      if (this.props.acknowledgeRules ?? true) acknowledgeNoDestination(construct, this.props.source);
      return;
    }
    warn(construct, 'EventSourceMappingFailure.importedMapping',
      'This mapping is imported, so its settings can\'t be changed from here: keep its failures where it is defined.');
  }
}

function acknowledgeNoDestination(mapping: lambda.CfnEventSourceMapping, source?: EventSourceKind): void {
  const id = eventSourceOf(mapping).id ?? source;
  if (id !== 'sqs' && id !== 'sqs-fifo') return;
  const { rules, cfnLint, reason } = NO_DESTINATION;
  acknowledge(mapping, rules.map((rule) => ({ id: rule, reason })));
  ignoreInCfnLint(mapping, cfnLint.map((rule) => ({ id: rule, reason })));
}
