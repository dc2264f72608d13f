import { LIMITS } from '../../facts/limits';
import { some, type Certainty } from '../model/certainty';
import { isFifoQueue } from '../model/event-source';
import { Setting } from '../model/setting';
import type { Resource } from '../template/resource';
import { targetsOf, type Target } from '../template/targets';
import { settingOf } from './attempts';
import type { Context } from './context';
import type { Copy, Finding } from './failure-path';
import { finding } from './findings';
import type { Keeper } from './keepers';

/** What becomes of an event that is sent where a keeper says. */
export interface Place {
  readonly isKept: Certainty;
  readonly copy?: Copy;
  readonly findings: readonly Finding[];
}

/** What can keep events, with what it takes to put one there. */
const KINDS: Readonly<Record<string, { readonly action: string; readonly name: string; readonly service: string }>> = {
  'AWS::SQS::Queue': { action: 'sqs:SendMessage', name: 'queue', service: 'sqs' },
  'AWS::SNS::Topic': { action: 'sns:Publish', name: 'topic', service: 'sns' },
  'AWS::S3::Bucket': { action: 's3:PutObject', name: 'bucket', service: 's3' },
  'AWS::Events::EventBus': { action: 'events:PutEvents', name: 'event bus', service: 'events' },
  'AWS::Lambda::Function': { action: 'lambda:InvokeFunction', name: 'function', service: 'lambda' },
};

/** What a keeper says: more than one place where conditions decide. */
export function placesOf(context: Context, keeper: Keeper): readonly Place[] {
  return targetsOf(context.where(keeper.pointer).value(), keeper.pointer.template, Object.keys(KINDS)).map((target) => placeOf(context, keeper, target));
}

function placeOf(context: Context, keeper: Keeper, target: Target): Place {
  if (target.kind === 'none') return { isKept: 'no', findings: [] };
  if (target.kind === 'unknown') return { isKept: 'unknown', findings: [finding('NotKnownBefore', { setting: keeper.setting, reason: target.reason }, context.trigger.by)] };
  if (keeper.refused !== undefined) return { isKept: 'no', findings: [finding(keeper.refused, {}, context.trigger.fn)] };
  return target.kind === 'outside' ? outside(context, keeper, target.text) : inTemplate(context, keeper, target.resource);
}

/** By its ARN only: what it is set to is in no template. */
function outside(context: Context, keeper: Keeper, text: string): Place {
  const copy: Copy = { net: context.outcome.keptBy, text };
  const kind = Object.values(KINDS).find(({ service }) => text.split(':')[2] === service);
  if (/\.fifo$/.test(text) && context.outcome.keptBy !== 'queue-redrive') return { isKept: 'no', copy, findings: [fifo(text)] };
  const permitted = kind && keeper.role ? context.model.permissions.ofRole(keeper.role, { action: kind.action, on: text }) : 'yes';
  return permitted === 'no' ? { isKept: 'no', copy, findings: [notPermitted(context, text, kind!.action)] } : { isKept: permitted, copy, findings: permitted === 'unknown' ? [mayNotBePermitted(text)] : [] };
}

function inTemplate(context: Context, keeper: Keeper, resource: Resource): Place {
  const kind = Object.prototype.hasOwnProperty.call(KINDS, resource.type) ? KINDS[resource.type] : undefined;
  const copy: Copy = { net: context.outcome.keptBy, resource, retention: resource.type === 'AWS::SQS::Queue' ? Setting.of(resource.get('MessageRetentionPeriod'), LIMITS.queueRetention).value : undefined };
  if (!kind) return { isKept: 'unknown', copy, findings: [finding('MayBeNoPlace', { setting: keeper.setting, what: resource.id, type: resource.type }, resource)] };
  const findings = [...typeFindings(context, resource), ...retentionFindings(context, copy), ...permissionFindings(context, keeper, resource, kind.action), ...handedOn(context, resource)];
  const isKept = findings.some(({ effect }) => effect === 'lost') ? 'no' : findings.some(({ effect }) => effect === 'unknown') ? 'unknown' : 'yes';
  return { isKept, copy, findings };
}

function typeFindings({ outcome: { keptBy } }: Context, resource: Resource): Finding[] {
  const isFifo = resource.type === 'AWS::SQS::Queue' ? isFifoQueue(resource) : resource.get('FifoTopic').boolean() === true;
  return isFifo && keptBy !== 'queue-redrive' ? [fifo(resource.id, resource)] : [];
}

/** A copy should outlive what it is a copy of. Where messages are moved, their age counts from the beginning. */
function retentionFindings(context: Context, { resource, retention }: Copy): Finding[] {
  const { keptBy, within } = context.outcome;
  const life = within && settingOf(context, within);
  if (keptBy === 'queue-redrive' || retention === undefined || life?.value === undefined || life.limit.max >= LIMITS.queueRetention.max || retention > life.value) return [];
  return [finding('KeptTooShort', { what: resource!.id, seconds: retention }, resource)];
}

/** The policies of the role that sends, or of the queue for a service, and the same for the key of the queue. */
function permissionFindings(context: Context, keeper: Keeper, resource: Resource, action: string): Finding[] {
  const { net, model: { permissions } } = context;
  const service = net.permittedBy?.includes('.') ? net.permittedBy : undefined;
  if (!net.permittedBy) return [];
  const request = { action, on: resource, service, source: keeper.source };
  const may = service === undefined ? permissions.ofRole(keeper.role!, request) : permissions.ofResource(resource, request);
  const keys = keysOf(resource).map(({ key }) => [key, key && (service === undefined
    ? some([permissions.ofRole(keeper.role!, { action: KEY_ACTION, on: key }), permissions.ofKeyByRole(key, keeper.role!)]) : permissions.ofKey(key, { action: KEY_ACTION, on: key, service }))] as const);
  return [
    ...(may === 'no' ? [notPermitted(context, resource.id, action, resource)] : may === 'unknown' ? [mayNotBePermitted(resource.id)] : []),
    ...keys.flatMap(([key, certainty]): Finding[] => {
      if (certainty === 'no') return [notPermitted(context, key!.id, KEY_ACTION, key)];
      return certainty === 'yes' || (key === undefined && service === undefined) ? [] : [mayNotBePermitted(`the key of ${resource.id}`)];
    }),
  ];
}

const KEY_ACTION = 'kms:GenerateDataKey';

/** The keys that encrypt it: nothing where it is the service's own. A key by its alias is in no template, or can't be found by it. */
function keysOf(resource: Resource): { key?: Resource }[] {
  const property = resource.get('KmsMasterKeyId');
  return targetsOf(property.value(), property.template, ['AWS::KMS::Key']).flatMap((target) => {
    if (target.kind === 'none') return [];
    return [{ key: target.kind === 'resource' && target.resource.type === 'AWS::KMS::Key' ? target.resource : undefined }];
  });
}

/** A topic or a bus keeps nothing: what listens to it does. */
function handedOn({ model }: Context, resource: Resource): Finding[] {
  const listeners = resource.type === 'AWS::SNS::Topic' ? model.subscriptions : resource.type === 'AWS::Events::EventBus' ? model.rules : undefined;
  if (!listeners || listeners.of(resource).found.length > 0 || resource.get('Subscription').elements().known.length > 0) return [];
  return [finding('NobodyListens', { what: resource.id }, resource)];
}

function mayNotBePermitted(what: string): Finding {
  return finding('MayNotBePermitted', { what });
}

function notPermitted({ net: { permittedBy } }: Context, what: string, action: string, at?: Resource): Finding {
  const who = permittedBy === 'execution-role' ? "the function's role" : permittedBy === 'role' ? 'the role that delivers' : String(permittedBy);
  return finding('NotPermitted', { who, action, what }, at);
}

function fifo(what: string, at?: Resource): Finding {
  return finding('FifoTakesNoFailures', { what }, at);
}
