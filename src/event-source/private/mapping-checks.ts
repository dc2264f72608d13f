import { Token, type CfnResource } from 'aws-cdk-lib';
import { checkDurableMapping } from './durable-mapping';
import { checkRecordAge, checkRetryAttempts } from './mapping-retry';
import type { MappingSettings, MappingSource } from './mapping-settings';
import type { EventSource, MappingSetting } from '../../facts/event-sources';
import { LIMITS } from '../../facts/limits';
import type { Refuse } from '../../private/complete-setting';
import { ValidationError } from '../../private/errors';
import type { ErrorId } from '../../private/ids';
import { settingOf } from '../../private/settings';

const UNLIMITED = LIMITS.mappingRetryAttempts.special;

/** The options of the mixin, and the property each of them needs. */
const NEEDS: [keyof MappingSettings, MappingSetting][] = [
  ['failureDestination', 'DestinationConfig'],
  ['retryPolicy', 'MaximumRetryAttempts'],
  ['bisectBatch', 'BisectBatchOnFunctionError'],
  ['reportBatchItemFailures', 'FunctionResponseTypes'],
];

/** Refuses options that the source, or its mode, does not have. Whether all is well. */
export function checkOptions(mapping: CfnResource, { facts, complete }: MappingSource, settings: MappingSettings, refuse: Refuse): boolean {
  const [unsupported, needsMode] = [
    NEEDS.filter(([option, setting]) => isAsked(settings[option]) && !facts.settings.includes(setting)),
    NEEDS.filter(([option, setting]) => isAsked(settings[option]) && facts.settings.includes(setting) && setting !== 'DestinationConfig' && !complete),
  ].map((found) => found.map(([option]) => option).join(' and '));
  if (unsupported) {
    refuse(new ValidationError('EventSourceSettingUnsupported',
      `${unsupported} of EventSourceMappingFailure got a mapping of ${facts.name}, which has no such setting: leave it out. `
      + `What keeps failures there is ${facts.otherwiseKept}`, mapping));
  }
  if (needsMode) {
    refuse(new ValidationError('EventSourceNeedsProvisionedMode',
      `${needsMode} of EventSourceMappingFailure got a mapping of ${facts.name} without ProvisionedPollerConfig, which has this setting in provisioned mode only: `
      + 'set ProvisionedPollerConfig, or leave it out', mapping));
  }
  return !unsupported && !needsMode && checkDestination(mapping, facts, settings, refuse);
}

function checkDestination(mapping: CfnResource, facts: EventSource, { failureDestination }: MappingSettings, refuse: Refuse): boolean {
  if (!failureDestination || (facts.destinations as readonly string[]).includes(failureDestination.kind)) return true;
  refuse(new ValidationError('EventSourceDestinationUnsupported',
    `failureDestination of EventSourceMappingFailure must be a ${facts.destinations.join(', ')} for a mapping of ${facts.name}, got a ${failureDestination.kind}`,
    mapping));
  return false;
}

/** Refuses what the mapping itself says, where Lambda would refuse it at deployment. */
export function checkMapping(mapping: CfnResource, { id, facts }: MappingSource, refuse: Refuse): void {
  checkUnsupported(mapping, facts, refuse);
  checkRanges(mapping, refuse);
  if (settingOf(mapping, 'ScalingConfig') !== undefined && settingOf(mapping, 'ProvisionedPollerConfig') !== undefined) {
    refuse(new ValidationError('ScalingConfigWithProvisionedPollers',
      'ScalingConfig and ProvisionedPollerConfig of the mapping exclude each other: take one of them away', mapping));
  }
  if (id === 'sqs' || id === 'sqs-fifo') checkBatching(mapping, id === 'sqs-fifo', refuse);
  checkDurableMapping(mapping, refuse);
}

function checkUnsupported(mapping: CfnResource, facts: EventSource, refuse: Refuse): void {
  const set = NEEDS.map(([, setting]) => setting).concat('MaximumRecordAgeInSeconds')
    .filter((setting) => !facts.settings.includes(setting) && settingOf(mapping, setting) !== undefined);
  if (set.length === 0) return;
  refuse(new ValidationError('EventSourceSettingUnsupported',
    `${set.join(' and ')} must not be set, because a mapping of ${facts.name} has no such setting: take it away. `
    + `What keeps failures there is ${facts.otherwiseKept}`, mapping));
}

function checkRanges(mapping: CfnResource, refuse: Refuse): void {
  const checks = [['MaximumRetryAttempts', checkRetryAttempts], ['MaximumRecordAgeInSeconds', checkRecordAge]] as const;
  for (const [name, check] of checks) {
    const value = numberAt(mapping, name);
    if (value === undefined || value === UNLIMITED) continue;
    try {
      check(name, value, mapping);
    } catch (error) {
      refuse(error as ValidationError);
    }
  }
}

function checkBatching(mapping: CfnResource, fifo: boolean, refuse: Refuse): void {
  const size = numberAt(mapping, 'BatchSize', LIMITS.queueBatchSize.default);
  const window = numberAt(mapping, 'MaximumBatchingWindowInSeconds', LIMITS.batchingWindow.default);
  const { max } = LIMITS.fifoQueueBatchSize;
  const say = (text: string, id: ErrorId = 'QueueBatchingInvalid') => refuse(new ValidationError(id, text, mapping));
  if (fifo && size !== undefined && size > max) say(`BatchSize of a mapping of a FIFO queue must be at most ${max}, got ${size}`);
  if (fifo && window !== undefined && window > 0) {
    say(`MaximumBatchingWindowInSeconds of a mapping of a FIFO queue must not be set, got ${window}: take it away`);
  }
  if (!fifo && size !== undefined && size > max && window === 0) {
    say(`MaximumBatchingWindowInSeconds must be at least 1 with a BatchSize above ${max}, got ${window} with ${size}: raise it, or lower BatchSize`);
  }
}

/** A number that is known, `undefined` where only the deployment knows. */
export function numberAt(resource: CfnResource, name: string, preset?: number): number | undefined {
  const value = settingOf(resource, name) ?? preset;
  return typeof value === 'number' && !Token.isUnresolved(value) ? value : undefined;
}

function isAsked(option: unknown): boolean {
  return option !== undefined && option !== false;
}
