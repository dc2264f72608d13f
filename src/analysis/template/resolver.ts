import type { Given } from './given';
import { DEEPEST, intrinsicIn, isObject, listOf, membersOf, textIn } from './json';
import { Placed } from './json-text';
import { substitutionOf } from './substitution';
import type { Template } from './template';
import { ABSENT, concatenated, mapValue, oneOf, partsOf, possibilitiesOf, textOfParts, unknown, type Possibility, type Single, type TextPart, type Value } from './value';

/** More steps than any real value takes: a text that refers to itself twice, and so on, would never end. */
const MOST_STEPS = 100_000;
const NO_VALUE = 'AWS::NoValue';

/** Reads one value of a template: what CloudFormation would make of it, as far as that is known before. */
export class Resolver {
  private depth = 0;

  constructor(private readonly template: Template, private readonly given: Given, private readonly fuel = { left: MOST_STEPS }) {}

  /** The value of what is written. */
  public resolve(raw: unknown): Value {
    if (this.fuel.left-- <= 0) return unknown('it refers to too much');
    if (this.depth >= DEEPEST) return unknown('it is nested too deeply');
    this.depth++;
    try {
      return this.resolved(raw);
    } finally {
      this.depth--;
    }
  }

  /** Whether a condition holds, if that is known before the deployment. */
  public truth(expression: unknown): boolean | undefined {
    const [name, argument] = intrinsicIn(expression) ?? [];
    const conditions = (): (boolean | undefined)[] => listOf(argument).map((one) => this.nested(() => this.truth(one)));
    switch (name) {
      case 'Condition': return this.nested(() => this.truthOf(textIn(argument) ?? ''));
      case 'Fn::Not': return inverse(conditions()[0]);
      case 'Fn::And': return conjunction(conditions());
      case 'Fn::Or': return inverse(conjunction(conditions().map(inverse)));
      case 'Fn::Equals': return this.equality(listOf(argument));
      default: return undefined;
    }
  }

  /** Whether a condition of this name holds. */
  public truthOf(condition: string): boolean | undefined {
    return this.given.truthOf(condition) ?? this.truth(this.template.condition(condition));
  }

  private nested<T>(read: () => T): T | undefined {
    if (this.fuel.left-- <= 0 || this.depth >= DEEPEST) return undefined;
    this.depth++;
    try {
      return read();
    } finally {
      this.depth--;
    }
  }

  private equality(sides: readonly unknown[]): boolean | undefined {
    const [left, right] = sides.slice(0, 2).map((side) => this.resolve(side));
    if (left?.kind !== 'known' || right?.kind !== 'known' || left.assumed !== undefined || right.assumed !== undefined) return undefined;
    return String(left.value) === String(right.value);
  }

  private resolved(raw: unknown): Value {
    if (raw === undefined || raw === null) return ABSENT;
    if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return { kind: 'known', value: raw };
    const intrinsic = intrinsicIn(raw);
    return intrinsic ? this.applied(...intrinsic) : { kind: 'structure' };
  }

  private applied(name: string, argument: unknown): Value {
    switch (name) {
      case 'Ref': return this.ref(argument);
      case 'Fn::GetAtt': return this.attribute(argument);
      case 'Fn::If': return this.choice(Array.isArray(argument) ? argument : []);
      case 'Fn::Join': return this.joined(listOf(argument));
      case 'Fn::Sub': return this.substituted(argument);
      case 'Fn::Select': return this.selected(listOf(argument));
      case 'Fn::FindInMap': return this.mapped(listOf(argument));
      case 'Fn::ImportValue': return this.imported(argument);
      case 'Fn::Resolved': return argument instanceof Placed ? argument.part : unknown(`${name} is worked out at the deployment`);
      default: return unknown(`${name} is worked out at the deployment`);
    }
  }

  private ref(argument: unknown): Value {
    const name = textIn(argument);
    if (name === undefined) return unknown('a Ref without a name');
    if (name === NO_VALUE) return ABSENT;
    if (name.startsWith('AWS::')) return this.template.pseudo(name);
    const resource = this.template.resource(name);
    if (resource) return { kind: 'reference', resource };
    return this.template.parameter(name, (outer, raw) => this.elsewhere(outer, raw));
  }

  private attribute(argument: unknown): Value {
    const [id, attribute] = attributeIn(argument);
    if (id === undefined) return unknown('an Fn::GetAtt without a name');
    // What SAM makes has a dot in its name: `${Orders.Alias}`.
    const [part = '', ...rest] = attribute?.split('.') ?? [];
    const made = this.template.resource(`${id}.${part}`);
    if (made) return { kind: 'reference', resource: made, ...(rest.length > 0 ? { attribute: rest.join('.') } : {}) };
    const resource = this.template.resource(id);
    if (!resource) return unknown(`there is no resource ${id}`);
    const output = attribute?.startsWith('Outputs.') ? resource.nested?.output(attribute.slice('Outputs.'.length)) : undefined;
    if (output !== undefined) return this.elsewhere(resource.nested!, output);
    return { kind: 'reference', resource, attribute: attribute ?? '' };
  }

  private elsewhere(template: Template, raw: unknown): Value {
    const other = new Resolver(template, template.nothingGiven, this.fuel);
    other.depth = this.depth;
    return mapValue(other.resolve(raw), (value) => (value.kind === 'structure' ? unknown('a list from another template') : value));
  }

  private choice([condition, whenTrue, whenFalse]: readonly unknown[]): Value {
    const name = textIn(condition);
    if (name === undefined) return unknown('an Fn::If without a condition');
    const truth = this.nested(() => this.truthOf(name));
    if (truth !== undefined) return this.resolve(truth ? whenTrue : whenFalse);
    const options = (raw: unknown, is: boolean): Possibility[] => {
      const branch = new Resolver(this.template, this.given.with(this.template.conditions, { condition: name, is }), this.fuel);
      branch.depth = this.depth;
      return possibilitiesOf(branch.resolve(raw)).map(({ value, when }) => ({ value, when: [{ condition: name, is }, ...when] }));
    };
    return oneOf([...options(whenTrue, true), ...options(whenFalse, false)]);
  }

  private joined([delimiter, list]: readonly unknown[]): Value {
    if (typeof delimiter !== 'string' || !Array.isArray(list)) return unknown('an Fn::Join of what is no list here');
    const present = list.map((part) => this.resolve(part)).filter((value) => value.kind !== 'absent');
    return concatenated(present.flatMap((value, index) => (index === 0 || delimiter === '' ? [value] : [{ kind: 'known', value: delimiter } as const, value])));
  }

  private substituted(argument: unknown): Value {
    const substitution = substitutionOf(argument);
    if (!substitution) return unknown('an Fn::Sub without a text');
    return concatenated(substitution.map((part) => (typeof part === 'string' ? { kind: 'known', value: part } as const : this.resolve(part))));
  }

  private selected([rawIndex, list]: readonly unknown[]): Value {
    return mapValue(this.resolve(rawIndex), (index) => {
      const position = index.kind === 'known' ? Number(index.value) : NaN;
      if (!Number.isInteger(position) || position < 0) return unknown('an Fn::Select without a number');
      if (Array.isArray(list)) return position < list.length ? this.resolve(list[position]) : unknown('an Fn::Select beyond the end of its list');
      const [name, argument] = intrinsicIn(list) ?? [];
      if (name !== 'Fn::Split' || !Array.isArray(argument)) return unknown('an Fn::Select of a list that only the deployment knows');
      const [delimiter, text] = argument as unknown[];
      if (typeof delimiter !== 'string' || delimiter === '') return unknown('an Fn::Split without a delimiter');
      return mapValue(this.resolve(text), (value) => pieceOf(value, delimiter, position));
    });
  }

  private mapped([map, first, second, extra]: readonly unknown[]): Value {
    return mapValue(this.resolve(map), (name) => {
      const table = name.kind === 'known' ? this.template.mapping(String(name.value)) : undefined;
      if (!table) return unknown('an Fn::FindInMap of a map that only the deployment knows');
      const rows = this.entriesOf(table, first);
      const found = rows.flatMap((row) => this.entriesOf(row, second)).filter((entry) => entry !== undefined);
      const distinct = [...new Set(found.map((entry) => (isObject(entry) || Array.isArray(entry) ? entry : String(entry))))];
      if (distinct.length === 1) return this.resolve(found[0]);
      if (distinct.length === 0 && isObject(extra)) return this.resolve(extra.DefaultValue);
      return unknown(distinct.length === 0 ? 'an Fn::FindInMap of what is not there' : 'an Fn::FindInMap by what only the deployment knows');
    });
  }

  /** The entry of a key, or all of them where only the deployment knows the key. */
  private entriesOf(table: unknown, rawKey: unknown): unknown[] {
    const key = this.resolve(rawKey);
    const isSure = key.kind === 'known' && key.assumed === undefined;
    return membersOf(table).filter(([name]) => !isSure || name === String(key.value)).map(([, entry]) => entry);
  }

  private imported(argument: unknown): Value {
    return mapValue(this.resolve(argument), (name) => {
      const found = name.kind === 'known' || name.kind === 'text' ? this.template.imported(name) : undefined;
      return found ? this.elsewhere(found.template, found.raw) : unknown('it is imported from a stack that is not among these templates');
    });
  }
}

/** The logical id and the attribute of an `Fn::GetAtt`, in both forms. */
export function attributeIn(argument: unknown): readonly [id?: string, attribute?: string] {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot < 0 ? [argument] : [argument.slice(0, dot), argument.slice(dot + 1)];
  }
  const [id, attribute] = Array.isArray(argument) ? argument : [];
  return [textIn(id), textIn(attribute)];
}

function inverse(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function conjunction(truths: readonly (boolean | undefined)[]): boolean | undefined {
  if (truths.includes(false)) return false;
  return truths.length === 0 || truths.includes(undefined) ? undefined : true;
}

/** One piece of a text: what is cut out of a reference still stands for its resource. */
function pieceOf(value: Single, delimiter: string, position: number): Single {
  const parts = partsOf(value);
  const pieces: TextPart[][] = [[]];
  for (const part of parts) {
    if (typeof part !== 'string') {pieces[pieces.length - 1].push(part);} else {
      const [head, ...rest] = part.split(delimiter);
      pieces[pieces.length - 1].push(head);
      pieces.push(...rest.map((text) => [text]));
    }
  }
  const [only] = parts;
  if (parts.length === 1 && typeof only !== 'string' && only.kind === 'reference') return { ...only, isPart: true };
  if (pieces.slice(0, position).flat().some(mayHoldAnything)) return unknown('an Fn::Split of what only the deployment knows');
  return pieces[position] ? textOfParts(pieces[position]) : unknown('an Fn::Select beyond the end of its list');
}

/** Whether a part of a text may have the delimiter in it. Pseudo parameters have none that ARNs are split by. */
function mayHoldAnything(part: TextPart): boolean {
  return typeof part !== 'string' && (part.kind === 'reference' || part.pseudo === undefined);
}
