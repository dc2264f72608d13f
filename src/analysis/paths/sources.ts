import { settingOf } from './attempts';
import type { Context } from './context';
import type { Copy, Finding } from './failure-path';
import { finding } from './findings';
import { EVENT_SOURCES, type EventSource } from '../../facts/event-sources';
import { LIMITS } from '../../facts/limits';
import { isFifoQueue } from '../model/event-source';
import { Setting } from '../model/setting';
import type { Resource } from '../template/resource';

/** What is wrong with how a queue gives up messages. */
export function redriveFindings(context: Context, { resource: dead, retention }: Copy): Finding[] {
  const source = context.sourceQueue;
  if (!source || !dead) return [];
  const receives = settingOf(context, 'queueMaxReceiveCount').value;
  const visibility = Setting.of(source.get('VisibilityTimeout'), LIMITS.queueVisibilityTimeout).value;
  const kept = Setting.of(source.get('MessageRetentionPeriod'), LIMITS.queueRetention).value;
  const isTooShort = receives !== undefined && visibility !== undefined && retention !== undefined && retention <= receives * visibility;
  const isNoLonger = !isTooShort && retention !== undefined && kept !== undefined && retention <= kept;
  const names = { dead: dead.id, source: source.id };
  return [
    ...(isFifoQueue(dead) === isFifoQueue(source) ? [] : [finding('QueueTypesDiffer', names, dead)]),
    ...(isTooShort ? [finding('ExpiredOnArrival', { ...names, seconds: retention }, dead)] : []),
    ...(isNoLonger ? [finding('KeptNoLongerThanSource', names, dead)] : []),
    ...(receives !== undefined && receives < LIMITS.queueReceives.min ? [finding('ThrottlesUseReceives', { receives, least: LIMITS.queueReceives.min }, source)] : []),
    ...visibilityFindings(context, source, visibility),
  ];
}

function visibilityFindings({ fn, trigger: { by } }: Context, source: Resource, visibility: number | undefined): Finding[] {
  const { value: timeout } = fn.timeout;
  const window = Setting.of(by.get('MaximumBatchingWindowInSeconds'), LIMITS.batchingWindow).value;
  if (timeout === undefined || visibility === undefined || window === undefined) return [];
  const needed = timeout * LIMITS.queueVisibilityFactor.min + window;
  return visibility >= needed ? [] : [finding('VisibleTooSoon', { source: source.id, seconds: visibility, least: needed }, source)];
}

/** Queues and topics get positions of what a mapping of a stream gave up: the records stay where they are, for as long as they do. */
export function positionFindings({ trigger: { by, invoker } }: Context, copies: readonly Copy[]): Finding[] {
  if (invoker !== 'kinesis' && invoker !== 'dynamodb') return [];
  return copies.filter(({ resource, text = '' }) => ONLY_POSITIONS.test(resource?.type ?? text))
    .map(({ resource, text = '' }) => finding('PositionsOnly', { what: resource?.id ?? text }, by));
}

/** By type, or by ARN. */
const ONLY_POSITIONS = /^(AWS::(SQS|SNS)::|arn:[^:]*:(sqs|sns):)/;

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
    ...(isEndless ? [finding(hasEnd ? 'OutlastsSource' : 'TriedWithoutEnd', {}, by)] : []),
    ...(!isEndless && !(hasEnd && hasAge) ? [finding('HoldsUpOthers', {}, by)] : []),
    ...(splits ? [] : [finding('TakesBatchAlong', {}, by)]),
  ];
}

function settingsOf({ trigger: { invoker } }: Context): readonly string[] | undefined {
  const sources: Readonly<Record<string, EventSource>> = EVENT_SOURCES;
  return Object.prototype.hasOwnProperty.call(sources, invoker) ? sources[invoker].settings : undefined;
}
