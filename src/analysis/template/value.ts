import type { Assumption } from './given';
import type { Resource } from './resource';

/** Nothing is set. */
export interface Absent { readonly kind: 'absent' }

/** A text, number or boolean that is known before the deployment. */
export interface Known {
  readonly kind: 'known';
  readonly value: string | number | boolean;
  /** Why it may be another one all the same: the default of a parameter. */
  readonly assumed?: string;
}

/** An object or a list: its members are read one by one. */
export interface Structure { readonly kind: 'structure' }

/** A reference to a resource: what `Ref` gives, or an attribute. */
export interface Reference {
  readonly kind: 'reference';
  readonly resource: Resource;
  readonly attribute?: string;
  /** Whether it is cut out of that, as with `Fn::Select` of `Fn::Split`. */
  readonly isPart?: boolean;
}

/** What only the deployment knows. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: string;
  /** The pseudo parameter that stands here, such as `AWS::Region`. */
  readonly pseudo?: string;
}

/** A text with parts that only the deployment knows. */
export interface Text {
  readonly kind: 'text';
  readonly parts: readonly TextPart[];
}

/** A part of a text. */
export type TextPart = string | Reference | Unknown;

/** What stands in a template once its conditions are decided. */
export type Single = Absent | Known | Structure | Reference | Unknown | Text;

/** One of several values, and what must hold for it. */
export interface Possibility {
  readonly value: Single;
  readonly when: readonly Assumption[];
}

/** A value that depends on conditions. */
export interface Choice {
  readonly kind: 'choice';
  readonly options: readonly Possibility[];
}

/** A value of a template, as far as it is known before the deployment. */
export type Value = Single | Choice;

/** More ways than these are not followed one by one. */
const MOST_POSSIBILITIES = 16;

/** Nothing is set. */
export const ABSENT: Absent = { kind: 'absent' };

/** What only the deployment knows, and why. */
export function unknown(reason: string): Unknown {
  return { kind: 'unknown', reason };
}

/** Every value that is possible. */
export function possibilitiesOf(value: Value): readonly Possibility[] {
  return value.kind === 'choice' ? value.options : [{ value, when: [] }];
}

/** One of several values. */
export function oneOf(options: readonly Possibility[]): Value {
  if (options.length === 1 && options[0].when.length === 0) return options[0].value;
  if (options.length > MOST_POSSIBILITIES) return unknown('there are too many possibilities');
  return { kind: 'choice', options };
}

/** Replaces every value that is possible. */
export function mapValue(value: Value, change: (single: Single) => Value): Value {
  if (value.kind !== 'choice') return change(value);
  return oneOf(value.options.flatMap(({ value: option, when }) =>
    possibilitiesOf(change(option)).map((changed) => ({ value: changed.value, when: [...when, ...changed.when] }))));
}

/** One text after the other. */
export function concatenated(values: readonly Value[]): Value {
  if (values.every((value) => value.kind !== 'choice')) return textOfParts(values.flatMap(partsOf), values.some(isAssumed));
  let all: readonly (readonly [parts: readonly Single[], when: readonly Assumption[]])[] = [[[], []]];
  for (const value of values) {
    all = all.flatMap(([parts, when]) => possibilitiesOf(value).map((option) => [[...parts, option.value], [...when, ...option.when]] as const));
    if (all.length > MOST_POSSIBILITIES) return unknown('there are too many possibilities');
  }
  return oneOf(all.map(([parts, when]) => ({ value: textOfParts(parts.flatMap(partsOf), parts.some(isAssumed)), when })));
}

/** The parts of a text: one, if it is no text. */
export function partsOf(value: Value): readonly TextPart[] {
  switch (value.kind) {
    case 'known': return [String(value.value)];
    case 'text': return value.parts;
    case 'reference':
    case 'unknown': return [value];
    case 'absent': return [];
    default: return [unknown('a text is expected here')];
  }
}

/** The text that such parts are together. */
export function textOfParts(parts: readonly TextPart[], isGuessed = false): Single {
  const merged: TextPart[] = [];
  for (const part of parts) {
    const last = merged[merged.length - 1];
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  if (merged.length === 0) return { kind: 'known', value: '' };
  const [first] = merged;
  if (merged.length > 1) return { kind: 'text', parts: merged };
  if (typeof first !== 'string') return first;
  return isGuessed ? { kind: 'known', value: first, assumed: 'it has the default of a parameter in it' } : { kind: 'known', value: first };
}

function isAssumed(value: Value): boolean {
  return value.kind === 'known' && value.assumed !== undefined;
}
