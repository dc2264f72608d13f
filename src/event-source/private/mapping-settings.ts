import type { EventSource, EventSourceId } from '../../facts/event-sources';
import type { FailureDestination } from '../../failure/failure-destination';
import type { RetryPolicy } from '../../failure/retry-policy';

/** What is asked for. */
export interface MappingSettings {
  readonly failureDestination?: FailureDestination;
  readonly retryPolicy?: RetryPolicy;
  readonly bisectBatch?: boolean;
  readonly reportBatchItemFailures?: boolean;
  readonly source?: EventSourceId;
}

/** A mapping's source, and what of its settings can be made. */
export interface MappingSource {
  readonly id: EventSourceId;
  readonly facts: EventSource;
  /** Whether the mapping takes all settings of its source: Kafka takes some in provisioned mode only. */
  readonly complete: boolean;
}

/** The retries where neither the user nor the mapping says a number: what Lambda itself takes for Kafka with a destination. */
export const RETRY_ATTEMPTS = 10;

/**
 * The record age in seconds where neither the user nor the mapping says one: as long as Lambda keeps asynchronous events, and a quarter of
 * the day after which DynamoDB, and Kinesis by default, delete a record, so that what a destination only points to can still be read.
 */
export const RECORD_AGE = 21_600;
