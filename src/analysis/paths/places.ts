import { settingOf } from './attempts';
import type { Context } from './context';
import type { Copy, Finding } from './failure-path';
import { certaintyOf, finding } from './findings';
import type { Keeper } from './keepers';
import { LIMITS } from '../../facts/limits';
import { some, type Certainty } from '../model/certainty';
import { isFifoQueue } from '../model/event-source';
import { Setting } from '../model/setting';
import type { Resource } from '../template/resource';
import { targetsOf, type Target } from '../template/targets';

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
  const targets = targetsOf(context.where(keeper.pointer).value(), keeper.pointer.template, Object.keys(KINDS));
  return targets.map((target) => placeOf(context, keeper, target));
}

function placeOf(context: Context, keeper: Keeper, target: Target): Place {
  if (target.kind === 'none') return { isKept: 'no', findings: [] };
  const { setting, refused } = keeper;
  if (target.kind === 'unknown') return { isKept: 'unknown', findings: [finding('NotKnownBefore', { setting, reason: target.reason }, context.trigger.by)] };
  if (refused !== undefined) return { isKept: 'no', findings: [finding(refused, {}, context.trigger.fn)] };
  return target.kind === 'outside' ? outside(context, keeper, target.text) : inTemplate(context, keeper, target.resource);
}

/** By its ARN only: what it is set to is in no template. */
function outside(context: Context, keeper: Keeper, text: string): Place {
  const { outcome: { keptBy }, model: { permissions } } = context;
  const copy: Copy = { net: keptBy, text };
  const kind = Object.values(KINDS).find(({ service }) => text.split(':')[2] === service);
  if (/\.fifo$/.test(text) && keptBy !== 'queue-redrive') return { isKept: 'no', copy, findings: [fifo(text)] };
  const isPermitted = kind && keeper.role ? permissions.ofRole(keeper.role, { action: kind.action, on: kind.service === 's3' ? `${text}/*` : text }) : 'yes';
  return { isKept: isPermitted, copy, findings: permission(context, isPermitted, text, kind?.action ?? '') };
}

function inTemplate(context: Context, keeper: Keeper, resource: Resource): Place {
  const kind = Object.prototype.hasOwnProperty.call(KINDS, resource.type) ? KINDS[resource.type] : undefined;
  const copy: Copy = { net: context.outcome.keptBy, resource, retention: retentionOf(resource) };
  if (!kind) return { isKept: 'unknown', copy, findings: [finding('MayBeNoPlace', { setting: keeper.setting, what: resource.id, type: resource.type }, resource)] };
  const findings = [
    ...typeFindings(context, resource),
    ...retentionFindings(context, copy),
    ...permissionFindings(context, keeper, resource, kind.action),
    ...handedOn(context, resource),
  ];
  return { isKept: certaintyOf(findings), copy, findings };
}

function retentionOf(resource: Resource): number | undefined {
  return resource.type === 'AWS::SQS::Queue' ? Setting.of(resource.get('MessageRetentionPeriod'), LIMITS.queueRetention).value : undefined;
}

function typeFindings({ outcome: { keptBy } }: Context, resource: Resource): Finding[] {
  const isFifo = resource.type === 'AWS::SQS::Queue' ? isFifoQueue(resource) : resource.get('FifoTopic').boolean() === true;
  return isFifo && keptBy !== 'queue-redrive' ? [fifo(resource.id, resource)] : [];
}

/** A copy should outlive what it is a copy of. Where messages are moved, their age counts from the beginning. */
function retentionFindings(context: Context, { resource, retention }: Copy): Finding[] {
  const { keptBy, within } = context.outcome;
  const life = within && settingOf(context, within);
  if (keptBy === 'queue-redrive' || retention === undefined || life?.value === undefined) return [];
  const isOutlived = retention > life.value || life.limit.max >= LIMITS.queueRetention.max;
  return isOutlived ? [] : [finding('KeptTooShort', { what: resource!.id, seconds: retention }, resource)];
}

/** The policies of the role that sends, or of the queue for a service, and the same for the key of the queue. */
function permissionFindings(context: Context, { role, source }: Keeper, resource: Resource, action: string): Finding[] {
  const { net: { permittedBy }, model: { permissions } } = context;
  if (!permittedBy) return [];
  const service = permittedBy.includes('.') ? permittedBy : undefined;
  const request = { action, on: resource, service, source };
  const may = service === undefined ? permissions.ofRole(role!, request) : permissions.ofResource(resource, request);
  return [...permission(context, may, resource.id, action, resource), ...keysOf(resource).flatMap((key) => {
    if (key === undefined) return service === undefined ? [] : permission(context, 'unknown', `the key of ${resource.id}`, KEY_ACTION);
    const use = { action: KEY_ACTION, on: key, service };
    const byRole = () => some([permissions.ofRole(role!, use), permissions.ofKeyByRole(key, role!)]);
    const isUsable = service === undefined ? byRole() : permissions.ofKey(key, use);
    return permission(context, isUsable, key.id, KEY_ACTION, key);
  })];
}

const KEY = 'AWS::KMS::Key';
const KEY_ACTION = 'kms:GenerateDataKey';

/** The keys that encrypt it: nothing where it is the service's own. A key by its alias is in no template, or can't be found by it. */
function keysOf(resource: Resource): (Resource | undefined)[] {
  const property = resource.get('KmsMasterKeyId');
  return targetsOf(property.value(), property.template, [KEY]).filter(({ kind }) => kind !== 'none')
    .map((target) => (target.kind === 'resource' && target.resource.type === KEY ? target.resource : undefined));
}

/** A topic or a bus keeps nothing: what listens to it does. */
function handedOn({ model }: Context, resource: Resource): Finding[] {
  const listeners = resource.type === 'AWS::SNS::Topic' ? model.subscriptions : resource.type === 'AWS::Events::EventBus' ? model.rules : undefined;
  if (!listeners || listeners.of(resource).found.length > 0 || resource.get('Subscription').elements().known.length > 0) return [];
  return [finding('NobodyListens', { what: resource.id }, resource)];
}

function permission({ net: { permittedBy } }: Context, certainty: Certainty, what: string, action: string, at?: Resource): Finding[] {
  if (certainty === 'yes') return [];
  if (certainty === 'unknown') return [finding('MayNotBePermitted', { what }, at)];
  return [finding('NotPermitted', { who: WHO[permittedBy ?? ''] ?? String(permittedBy), action, what }, at)];
}

const WHO: Readonly<Record<string, string>> = { 'execution-role': "the function's role", 'role': 'the role that delivers' };

function fifo(what: string, at?: Resource): Finding {
  return finding('FifoTakesNoFailures', { what }, at);
}
