import type { Context } from './context';
import { retriesOfTask } from './execution';
import type { Attempts } from './failure-path';
import { LIMITS, type Limit, type LimitId } from '../../facts/limits';
import { Setting } from '../model/setting';
import type { Property } from '../template/property';

/** Where each limit is set. What is not here can't be set, or is in no template. */
const SETTINGS: Partial<Record<LimitId, (context: Context) => Property | undefined>> = {
  asyncRetryAttempts: ({ configs: [config] }) => config?.resource.get('MaximumRetryAttempts'),
  asyncEventAge: ({ configs: [config] }) => config?.resource.get('MaximumEventAgeInSeconds'),
  ruleRetryAttempts: ({ trigger: { at } }) => at.get('RetryPolicy', 'MaximumRetryAttempts'),
  ruleEventAge: ({ trigger: { at } }) => at.get('RetryPolicy', 'MaximumEventAgeInSeconds'),
  scheduleRetryAttempts: ({ trigger: { by } }) => by.get('Target', 'RetryPolicy', 'MaximumRetryAttempts'),
  scheduleEventAge: ({ trigger: { by } }) => by.get('Target', 'RetryPolicy', 'MaximumEventAgeInSeconds'),
  subscriberRetryAttempts: ({ trigger: { by } }) => by.get('RetryPolicy', 'MaximumRetryAttempts'),
  subscriberEventAge: ({ trigger: { by } }) => by.get('RetryPolicy', 'MaximumEventAgeInSeconds'),
  mappingRetryAttempts: ({ trigger: { by } }) => by.get('MaximumRetryAttempts'),
  mappingRecordAge: ({ trigger: { by } }) => by.get('MaximumRecordAgeInSeconds'),
  pipeRetryAttempts: (context) => inSourceParameters(context, 'MaximumRetryAttempts'),
  pipeRecordAge: (context) => inSourceParameters(context, 'MaximumRecordAgeInSeconds'),
  queueMaxReceiveCount: ({ sourceQueue }) => sourceQueue?.get('RedrivePolicy').json().get('maxReceiveCount'),
  queueRetention: ({ sourceQueue }) => sourceQueue?.get('MessageRetentionPeriod'),
  restIntegrationTimeout: ({ trigger: { by } }) => by.get('Integration', 'TimeoutInMillis'),
  httpIntegrationTimeout: ({ trigger: { by } }) => by.get('TimeoutInMillis'),
  webSocketIntegrationTimeout: ({ trigger: { by } }) => by.get('TimeoutInMillis'),
  customResourceTimeout: ({ trigger: { by } }) => by.get('ServiceTimeout'),
  functionTimeout: ({ fn }) => fn.resource.get('Timeout'),
};

/** What is set beside the function, and not where it is triggered. */
const OF_THE_FUNCTION: readonly LimitId[] = ['asyncRetryAttempts', 'asyncEventAge', 'functionTimeout'];

/** The setting of a limit for this trigger: what is set, or its default. */
export function settingOf(context: Context, id: LimitId): Setting {
  const limit: Limit = LIMITS[id];
  const property = Object.prototype.hasOwnProperty.call(SETTINGS, id) ? SETTINGS[id]?.(context) : undefined;
  if (isElsewhere(context, id)) return Setting.byDefault(limit, true);
  return property ? Setting.of(context.where(property), limit) : Setting.byDefault(limit);
}

/** How often and how long an event is tried. */
export function attemptsOf(context: Context): Attempts {
  const { outcome: { tries, within, waits = [] }, trigger: { invoker } } = context;
  const isUncounted = typeof tries === 'object' && 'attempts' in tries && tries.attempts === 'queueMaxReceiveCount' && context.sourceQueue?.get('RedrivePolicy').isAbsent() === true;
  const limit = isUncounted ? 'queueRetention' : within;
  const age = limit && settingOf(context, limit);
  const counted = typeof tries === 'object' && !isUncounted ? countOf(context, tries) : undefined;
  const retries = invoker === 'step-functions' ? retriesOfTask(context) : 0;
  return {
    count: tries === 'once' ? 1 + retries : counted?.count,
    within: age?.value === undefined || age.value === age.limit.special ? undefined : inSeconds(age.value, age.limit),
    waits: waits.map((id) => LIMITS[id].max),
    isOpen: [age?.from, counted?.from].some((from) => from === 'unknown' || from === 'assumed'),
  };
}

function countOf(context: Context, tries: { readonly retries: LimitId } | { readonly attempts: LimitId }): { count?: number; from: Setting['from'] } {
  const setting = settingOf(context, 'retries' in tries ? tries.retries : tries.attempts);
  const { value, limit, from } = setting;
  if (value === undefined || value === limit.special) return { from };
  return { count: 'retries' in tries ? value + 1 : value, from };
}

/** Without a redrive policy, a config or a resource at all nothing says more than the default. Where it stands in another template, nobody knows. */
function isElsewhere(context: Context, id: LimitId): boolean {
  if (id === 'queueMaxReceiveCount' || id === 'queueRetention') return context.sourceQueue === undefined;
  return context.isElsewhere && !OF_THE_FUNCTION.includes(id);
}

function inSeconds(value: number, { unit }: Limit): number {
  return unit === 'milliseconds' ? value / 1_000 : value;
}

function inSourceParameters({ trigger: { by } }: Context, name: string): Property | undefined {
  return by.get('SourceParameters').members().map(([, parameters]) => parameters.get(name)).find((property) => !property.isAbsent());
}
