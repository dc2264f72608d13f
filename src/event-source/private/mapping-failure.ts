import type { CfnResource } from 'aws-cdk-lib';
import { checkMapping, checkOptions, numberAt } from './mapping-checks';
import { mappingRetry } from './mapping-retry';
import { RECORD_AGE, RETRY_ATTEMPTS, type MappingSettings, type MappingSource } from './mapping-settings';
import { PolledSources } from './polled-sources';
import { EVENT_SOURCES, type EventSource } from '../../facts/event-sources';
import { LIMITS } from '../../facts/limits';
import { completeSetting, fail, type Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import { eventSourceOf, functionOfMapping } from '../../private/event-source';
import { executionRoleOf, roleOutOfReach } from '../../private/execution-role';
import { turnOnMetrics } from '../../private/mapping-metrics';
import { settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

const DESTINATION = ['DestinationConfig', 'OnFailure', 'Destination'];
const UNLIMITED = LIMITS.mappingRetryAttempts.special;

/** Completes the failure handling of an event source mapping. What is refused is left, and the rest is done. */
export function completeMapping(mapping: CfnResource, settings: MappingSettings, refuse: Refuse = fail): void {
  const source = sourceOf(mapping, settings);
  if (!source) {
    warn(mapping, 'EventSourceMappingFailure.unknownSource',
      'What this mapping reads from can\'t be told from its EventSourceArn, so nothing was set: say it with the option source of EventSourceMappingFailure.');
    return;
  }
  if (!checkOptions(mapping, source, settings, refuse)) return;
  checkMapping(mapping, source, refuse);
  new MappingFailure(mapping, source, settings, refuse).complete();
  PolledSources.of(mapping).addMapping({ mapping, source });
}

function sourceOf(mapping: CfnResource, settings: MappingSettings): MappingSource | undefined {
  const id = eventSourceOf(mapping).id ?? settings.source;
  if (!id) return undefined;
  const facts: EventSource = EVENT_SOURCES[id];
  return { id, facts, complete: !facts.provisionedModeOnly || settingOf(mapping, 'ProvisionedPollerConfig') !== undefined };
}

class MappingFailure {
  constructor(
    private readonly mapping: CfnResource,
    private readonly source: MappingSource,
    private readonly settings: MappingSettings,
    private readonly refuse: Refuse,
  ) {}

  public complete(): void {
    const { facts, complete } = this.source;
    if (!complete) {
      warn(this.mapping, 'EventSourceMappingFailure.kafkaOnDemand',
        'Retries, record age, bisecting and metrics of a Kafka mapping are for provisioned mode only, and this mapping has no ProvisionedPollerConfig: only its '
        + 'destination was set, with which Lambda tries a batch again ten times.');
    }
    const kept = facts.destinations.length === 0 || this.keep();
    if (complete && kept) {
      if (facts.settings.includes('MaximumRetryAttempts')) this.limit();
      this.respond();
      turnOnMetrics(this.mapping, facts.metricGroups);
    }
  }

  /** Sets the destination. Whether there is one: without, finite retries would lose records. */
  private keep(): boolean {
    const { failureDestination } = this.settings;
    if (failureDestination) {
      const fn = functionOfMapping(this.mapping);
      const grantee = fn ? executionRoleOf(fn) : roleOutOfReach(this.mapping, 'EventSourceMappingFailure.functionOutOfReach');
      this.set('failureDestination', DESTINATION, failureDestination.bind(fn ?? this.mapping, { grantee }).destinationArn);
    } else if (settingOf(this.mapping, 'DestinationConfig') === undefined) {
      this.refuse(new ValidationError('EventSourceDestinationMissing',
        `failureDestination of EventSourceMappingFailure must be set for a mapping of ${this.source.facts.name} that has no destination, because records that `
        + 'are given up would be lost: give a bucket, a queue or a topic', this.mapping));
      return false;
    }
    return true;
  }

  /** Sees to it that one bad record can't block its shard or partition. */
  private limit(): void {
    const { retryPolicy, bisectBatch } = this.settings;
    const retry = retryPolicy ? mappingRetry(retryPolicy, this.mapping) : {};
    this.setFinite('retryAttempts', 'MaximumRetryAttempts', retry.maximumRetryAttempts, RETRY_ATTEMPTS);
    this.setFinite('maxEventAge', 'MaximumRecordAgeInSeconds', retry.maximumRecordAgeInSeconds, RECORD_AGE);
    const isSet = settingOf(this.mapping, 'BisectBatchOnFunctionError') !== undefined;
    if (bisectBatch ?? !isSet) this.set('bisectBatch', ['BisectBatchOnFunctionError'], true);
  }

  /** A number that is asked for, else any finite one that the mapping has, else the preset. */
  private setFinite(option: string, property: string, asked: number | undefined, preset: number): void {
    const current = settingOf(this.mapping, property);
    if (asked === undefined && current !== undefined && current !== UNLIMITED) return;
    this.set(option, [property], asked ?? preset);
  }

  /** Whether a batch can fail in part is a contract with the code of the function, which nobody sees here. */
  private respond(): void {
    const { reportBatchItemFailures } = this.settings;
    if (reportBatchItemFailures) {
      this.set('reportBatchItemFailures', ['FunctionResponseTypes'], ['ReportBatchItemFailures']);
    } else if (reportBatchItemFailures === undefined && this.repeatsWholeBatches()) {
      warn(this.mapping, 'EventSourceMappingFailure.wholeBatchRepeats',
        'When one message of a batch fails, all of them come back. Let the function return the ids of those that failed, and set reportBatchItemFailures: true; '
        + 'or set it to false, to say that a batch succeeds or fails as a whole.');
    }
  }

  private repeatsWholeBatches(): boolean {
    const { id } = this.source;
    const isQueue = id === 'sqs' || id === 'sqs-fifo';
    return isQueue && settingOf(this.mapping, 'FunctionResponseTypes') === undefined && numberAt(this.mapping, 'BatchSize') !== 1;
  }

  private set(option: string, path: string[], value: unknown): void {
    completeSetting(this.mapping, {
      mixin: 'EventSourceMappingFailure', option, path, value, conflict: 'EventSourceMappingConflict', unknown: 'EventSourceMappingFailure.unknownSetting',
    }, this.refuse);
  }
}
