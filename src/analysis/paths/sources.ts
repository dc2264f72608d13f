import { EVENT_SOURCES, type EventSource } from '../../facts/event-sources';
import { LIMITS } from '../../facts/limits';
import { isFifoQueue } from '../model/event-source';
import { Setting } from '../model/setting';
import type { Resource } from '../template/resource';
import { settingOf } from './attempts';
import type { Context } from './context';
import type { Copy, Finding } from './failure-path';

/** What is wrong with how a queue gives up messages. */
export function redriveFindings(context: Context, { resource: dead, retention }: Copy): Finding[] {
  const source = context.sourceQueue;
  if (!source || !dead) return [];
  const receives = settingOf(context, 'queueMaxReceiveCount').value;
  const visibility = Setting.of(source.get('VisibilityTimeout'), LIMITS.queueVisibilityTimeout).value;
  const kept = Setting.of(source.get('MessageRetentionPeriod'), LIMITS.queueRetention).value;
  const isTooShort = receives !== undefined && visibility !== undefined && retention !== undefined && retention <= receives * visibility;
  const fix = `keep messages in ${dead.id} for longer: their age counts from when they were first sent`;
  return [
    ...(isFifoQueue(dead) === isFifoQueue(source) ? [] : [{ effect: 'lost', text: `${dead.id} is of another type than ${source.id}`, fix: 'use two standard or two FIFO queues', at: dead } as const]),
    ...(isTooShort ? [{ effect: 'lost', text: `a message is older than ${retention} seconds when it gets to ${dead.id}, and deleted at once`, fix, at: dead } as const] : []),
    ...(!isTooShort && retention !== undefined && kept !== undefined && retention <= kept ? [{ effect: 'weak', text: `${dead.id} keeps messages no longer than ${source.id}`, fix, at: dead } as const] : []),
    ...(receives !== undefined && receives < LIMITS.queueReceives.min
      ? [{ effect: 'weak', text: `${receives} receives are used up by throttles alone`, fix: `set \`maxReceiveCount\` to ${LIMITS.queueReceives.min} or more`, at: source } as const] : []),
    ...visibilityFindings(context, source, visibility),
  ];
}

function visibilityFindings({ fn, trigger: { by } }: Context, source: Resource, visibility: number | undefined): Finding[] {
  const { value: timeout } = fn.timeout;
  const window = Setting.of(by.get('MaximumBatchingWindowInSeconds'), LIMITS.batchingWindow).value;
  if (timeout === undefined || visibility === undefined || window === undefined) return [];
  const needed = timeout * LIMITS.queueVisibilityFactor.min + window;
  return visibility >= needed ? [] : [{
    effect: 'weak', text: `messages of ${source.id} come back after ${visibility} seconds, while the function may still have them`, fix: `set \`VisibilityTimeout\` to ${needed} or more`, at: source,
  }];
}

/** Without an end nothing ever gets to the destination, and one bad record holds up the others. */
export function streamFindings(context: Context): Finding[] {
  const { trigger: { by, invoker }, outcome: { tries } } = context;
  const isPipe = by.type === 'AWS::Pipes::Pipe';
  const [attempts, age] = [settingOf(context, isPipe ? 'pipeRetryAttempts' : 'mappingRetryAttempts'), settingOf(context, isPipe ? 'pipeRecordAge' : 'mappingRecordAge')];
  const [hasEnd, hasAge] = [attempts, age].map((setting) => setting.value === undefined || setting.value !== setting.limit.special);
  const isKafka = invoker === 'msk' || invoker === 'kafka';
  const isEndless = !hasAge && (tries === 'until-too-old' || (!hasEnd && !isKafka));
  const bisect = by.get('BisectBatchOnFunctionError');
  const splits = isPipe || !settingsOf(context)?.includes('BisectBatchOnFunctionError') || bisect.boolean() === true || bisect.value().kind === 'unknown';
  return [
    ...(isEndless ? [{ effect: 'lost', text: 'it is tried until the source deletes it, so that it never gets to where failures are kept', fix: 'limit the retries and the age of records', at: by } as const] : []),
    ...(!isEndless && !(hasEnd && hasAge) ? [{ effect: 'weak', text: 'one bad record holds up the others for long', fix: 'limit both the retries and the age of records', at: by } as const] : []),
    ...(splits ? [] : [{ effect: 'weak', text: 'a bad record takes its batch along', fix: 'set `BisectBatchOnFunctionError`', at: by } as const]),
  ];
}

function settingsOf({ trigger: { invoker } }: Context): readonly string[] | undefined {
  const sources: Readonly<Record<string, EventSource>> = EVENT_SOURCES;
  return Object.prototype.hasOwnProperty.call(sources, invoker) ? sources[invoker].settings : undefined;
}
