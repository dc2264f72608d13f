import { CfnResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { functionNameIn } from './function-name';
import { findBelow, functionBehind, referenceTarget, resourceWithLogicalId } from './owner';
import { referencesIn } from './references';
import { settingOf } from './settings';
import { EVENT_SOURCE_SERVICES, EVENT_SOURCE_TYPES, type EventSourceId } from '../facts/event-sources';

/** What an event source mapping reads from, as far as the template tells. */
export interface FoundSource {
  readonly id?: EventSourceId;
  /** The queue, stream, table, cluster or broker, if it is in the tree. */
  readonly resource?: CfnResource;
}

/** What a mapping reads from: the resource that its ARN refers to, also across stacks, else what the text of the ARN says. */
export function eventSourceOf(mapping: CfnResource): FoundSource {
  if (settingOf(mapping, 'SelfManagedEventSource') !== undefined) return { id: 'kafka' };
  const arn = settingOf(mapping, 'EventSourceArn');
  const resource = resourceBehind(mapping, arn);
  return resource ? { id: idOfResource(resource), resource } : { id: idInArn(textOf(mapping.stack.resolve(arn))) };
}

/** Whether a queue is a FIFO queue, as far as the template tells. */
export function isFifoQueue(queue: CfnResource): boolean {
  return settingOf(queue, 'FifoQueue') === true;
}

/** The function that a mapping invokes, by whatever qualifier, if it is in the tree. */
export function functionOfMapping(mapping: CfnResource): lambda.CfnFunction | undefined {
  const fn = functionIn(mapping, settingOf(mapping, 'FunctionName'));
  if (fn) return fn;
  const literal = functionNameOfMapping(mapping);
  return literal === undefined ? undefined
    : findBelow(mapping.stack, lambda.CfnFunction.isCfnFunction).find((one) => settingOf(one, 'FunctionName') === literal);
}

/** The function that a value names, as a whole or in a part of it, by whatever qualifier, if it is in the tree. */
export function functionIn(scope: CfnResource, value: unknown): lambda.CfnFunction | undefined {
  // An L2 alias writes its name as a part of its own ARN.
  const whole = resourceBehind(scope, value);
  for (const target of whole ? [whole] : referencesIn(scope, value)) {
    const fn = lambda.CfnFunction.isCfnFunction(target) ? target : functionOfQualifier(target);
    if (fn) return fn;
  }
  return undefined;
}

function functionOfQualifier(target: unknown): lambda.CfnFunction | undefined {
  const isQualifier = lambda.CfnAlias.isCfnAlias(target) || lambda.CfnVersion.isCfnVersion(target);
  return isQualifier ? functionBehind(settingOf(target, 'FunctionName')) : undefined;
}

/** The name of the function that a mapping spells out, without the qualifier. */
export function functionNameOfMapping(mapping: CfnResource): string | undefined {
  const text = mapping.stack.resolve(settingOf(mapping, 'FunctionName'));
  return typeof text === 'string' ? functionNameIn(text) : undefined;
}

/** The resource that a value refers to as a whole, written as a token or as plain JSON. */
export function resourceBehind(scope: CfnResource, value: unknown): CfnResource | undefined {
  const target = referenceTarget(value);
  if (target) return CfnResource.isCfnResource(target) ? target : undefined;
  const { Ref: ref, 'Fn::GetAtt': attribute } = (value !== null && typeof value === 'object' ? value : {}) as Record<string, unknown>;
  const logicalId = ref ?? (typeof attribute === 'string' ? attribute.split('.') : attribute as string[] | undefined)?.[0];
  return typeof logicalId === 'string' ? resourceWithLogicalId(Stack.of(scope), logicalId) : undefined;
}

function idOfResource(resource: CfnResource): EventSourceId | undefined {
  const id = EVENT_SOURCE_TYPES[resource.cfnResourceType];
  return id === 'sqs' && isFifoQueue(resource) ? 'sqs-fifo' : id;
}

function idInArn(text: string): EventSourceId | undefined {
  const [arn, , service] = text.split(':');
  const id = arn === 'arn' ? EVENT_SOURCE_SERVICES[service] : undefined;
  return id === 'sqs' && text.endsWith('.fifo') ? 'sqs-fifo' : id;
}

/** The text that is known of a value, with nothing in place of what only the deployment knows. */
function textOf(rendered: any): string {
  if (typeof rendered === 'string') return rendered.replace(/\$\{[^}]*\}/g, '');
  const join = rendered?.['Fn::Join'];
  if (Array.isArray(join?.[1])) return join[1].map(textOf).join(join[0]);
  const sub = rendered?.['Fn::Sub'];
  return sub === undefined ? '' : textOf(Array.isArray(sub) ? sub[0] : sub);
}
