import type { Assumption } from './given';
import { namedIn } from './names';
import type { Resource } from './resource';
import type { Template } from './template';
import { possibilitiesOf, type Reference, type Single, type TextPart, type Unknown, type Value } from './value';

/** A resource that a value points at. */
export interface ResourceTarget {
  readonly kind: 'resource';
  readonly resource: Resource;
  /** The attribute that is written. */
  readonly attribute?: string;
  /** What follows the resource in the text, such as `:live` after the ARN of a function. */
  readonly rest: readonly TextPart[];
  readonly when: readonly Assumption[];
}

/** What is in none of the templates, by the ARN, name or URL that is written. */
export interface OutsideTarget {
  readonly kind: 'outside';
  readonly text: string;
  readonly when: readonly Assumption[];
}

/** What can't be told before the deployment. */
export interface UnknownTarget {
  readonly kind: 'unknown';
  readonly reason: string;
  readonly when: readonly Assumption[];
}

/** Nothing is pointed at. */
export interface NoTarget {
  readonly kind: 'none';
  readonly when: readonly Assumption[];
}

/** What a value points at. */
export type Target = ResourceTarget | OutsideTarget | UnknownTarget | NoTarget;

/** A target without the conditions. */
type Plain = Target extends infer Each ? Each extends Target ? Omit<Each, 'when'> : never : never;

/** Finds resources by the names that the templates spell out. */
export type Lookup = (type: string, name: string) => Resource | undefined;

/** Stands for a part of a text that is not known: a character for private use, which no ARN has. */
const MARK = '\uE000';
const MARKED = new RegExp(`^${MARK}(\\d+)${MARK}`);
/** The function in the URI of an integration. */
const INVOCATIONS = /\/functions\/(.*?)\/(?:invocations|response-streaming-invocations)$/;
const QUEUE_URL = new RegExp(`^https?://(?:[\\w.-]|${MARK}\\d+${MARK})+/[^/]+/([^/]+)$`);

/**
 * What a value points at: by reference, by an ARN or URL put together from references, or by a name or ARN that is spelled out. A bare
 * name means a resource of one of the types.
 */
export function targetsOf(value: Value, template: Template, types: readonly string[] = []): readonly Target[] {
  const lookup: Lookup = (type, name) => template.named(type, name);
  return possibilitiesOf(value).map(({ value: single, when }) => Object.assign(targetOf(single, lookup, types), { when }));
}

function targetOf(value: Single, lookup: Lookup, types: readonly string[]): Plain {
  switch (value.kind) {
    case 'absent': return { kind: 'none' };
    case 'structure': return { kind: 'unknown', reason: 'an object or list where a text is expected' };
    case 'unknown': return { kind: 'unknown', reason: value.reason };
    case 'reference': return { kind: 'resource', resource: value.resource, attribute: value.attribute, rest: [] };
    case 'known': return value.value === '' ? { kind: 'none' } : targetOfText([String(value.value)], lookup, types);
    case 'text': return targetOfText(value.parts, lookup, types);
  }
}

function targetOfText(parts: readonly TextPart[], lookup: Lookup, types: readonly string[]): Plain {
  const placed: (Reference | Unknown)[] = [];
  const whole = parts.map((part) => (typeof part === 'string' ? part : `${MARK}${placed.push(part) - 1}${MARK}`)).join('');
  const text = INVOCATIONS.exec(whole)?.[1] ?? whole;
  const [start, index] = MARKED.exec(text) ?? [];
  if (start !== undefined) return targetOfPart(placed[Number(index)], unmarked(text.slice(start.length), placed));
  const rest = restOfArn(text) ?? QUEUE_URL.exec(text)?.[1];
  if (rest?.includes(MARK)) return targetInRest(rest, placed);
  const found = resourceNamed(text, lookup, types);
  if (found) return found;
  return text.includes(MARK) && rest === undefined
    ? { kind: 'unknown', reason: 'a name that only the deployment knows' }
    : { kind: 'outside', text: unmarked(text, placed).map((part) => (typeof part === 'string' ? part : '*')).join('') };
}

function targetOfPart(part: Reference | Unknown, rest: readonly TextPart[]): Plain {
  return part.kind === 'reference'
    ? { kind: 'resource', resource: part.resource, attribute: part.attribute, rest }
    : { kind: 'unknown', reason: part.reason };
}

/** The resource in the last part of an ARN: what is put there after the type of the resource is its name. */
function targetInRest(rest: string, placed: readonly (Reference | Unknown)[]): Plain {
  const start = rest.indexOf(MARK);
  const [mark, index] = MARKED.exec(rest.slice(start))!;
  const before = rest.slice(0, start);
  if (before !== '' && !/[:/]$/.test(before)) return { kind: 'unknown', reason: 'a name that only the deployment knows' };
  return targetOfPart(placed[Number(index)], unmarked(rest.slice(start + mark.length), placed));
}

function resourceNamed(text: string, lookup: Lookup, types: readonly string[]): Plain | undefined {
  const [, , service, , , ...rest] = text.split(':');
  const names = text.startsWith('arn:') ? namedIn(service ?? '', rest.join(':'))
    : types.map((type) => ({ type, name: QUEUE_URL.exec(text)?.[1] ?? bareName(type, text) }));
  for (const { type, name } of names) {
    const resource = name.includes(MARK) ? undefined : lookup(type, name);
    const end = text.lastIndexOf(name) + name.length;
    if (resource) return { kind: 'resource', resource, rest: end < text.length ? [text.slice(end)] : [] };
  }
  return undefined;
}

/** Functions are also named as `name:qualifier` and `account:function:name`. */
function bareName(type: string, text: string): string {
  return type === 'AWS::Lambda::Function' ? text.replace(/^\d{12}:function:/, '').replace(/:[^:]*$/, '') : text;
}

/** What follows the account in an ARN. */
function restOfArn(text: string): string | undefined {
  return text.startsWith('arn:') ? text.split(':').slice(5).join(':') : undefined;
}

function unmarked(text: string, placed: readonly (Reference | Unknown)[]): readonly TextPart[] {
  return text.split(MARK).map((part, index) => (index % 2 === 0 ? part : placed[Number(part)])).filter((part) => part !== '');
}
