import type { Assumption, Given } from './given';
import { DEEPEST, intrinsicIn, isObject, memberOf, membersOf } from './json';
import { parsedText } from './json-text';
import { Resolver } from './resolver';
import type { Template } from './template';
import { possibilitiesOf, unknown, type Possibility, type Value } from './value';

/** The elements of a list. */
export interface Elements {
  readonly known: readonly Element[];
  /** Why there may be others. */
  readonly others?: string;
}

/** An element of a list, and what must hold for it to be there. */
export interface Element {
  readonly property: Property;
  readonly when: readonly Assumption[];
}

const NOT_AN_OBJECT = 'a part of it is made at the deployment';
/** What can add members to an object at the deployment. */
const MACROS = ['Fn::Transform', 'Fn::ForEach'];

/** A place in a template: what is written there, wherever conditions lead. */
export class Property {
  private known?: Value;
  private parsed?: Property;

  constructor(readonly template: Template, readonly raw: unknown, readonly given: Given, private readonly hidden?: string) {}

  /** A member, or a member of a member. */
  public get(...path: readonly string[]): Property {
    let property: Property = this;
    for (const name of path) property = property.member(name);
    return property;
  }

  /** What is written here. */
  public value(): Value {
    return this.known ??= this.hidden === undefined ? new Resolver(this.template, this.given).resolve(this.raw) : unknown(this.hidden);
  }

  /** What may be written here: more than one thing where conditions are open. */
  public possibilities(): readonly Possibility[] {
    return possibilitiesOf(this.value());
  }

  /** The text, if it is known for sure. */
  public text(): string | undefined {
    const value = this.value();
    return value.kind === 'known' ? String(value.value) : undefined;
  }

  /** The number, if it is known; CloudFormation takes one in quotes too. */
  public number(): number | undefined {
    const text = this.text();
    const number = text === undefined || text.trim() === '' ? NaN : Number(text);
    return Number.isFinite(number) ? number : undefined;
  }

  /** The boolean, if it is known; CloudFormation takes one in quotes too. */
  public boolean(): boolean | undefined {
    const text = this.text();
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  /** Whether nothing is set, whatever the conditions are. */
  public isAbsent(): boolean {
    return this.value().kind === 'absent';
  }

  /** The elements of the list, in its order. What is no list is the only element of one. */
  public elements(): Elements {
    return this.hidden === undefined ? elementsOf(this, []) : { known: [], others: this.hidden };
  }

  /** The members of the object, each with its name. */
  public members(): readonly (readonly [name: string, property: Property])[] {
    return this.elements().known.flatMap(({ property }) => membersOf(property.raw).map(([name]) => [name, property.member(name)] as const));
  }

  /** What is written in a text of JSON. An object is as it is. */
  public json(): Property {
    return this.parsed ??= this.read();
  }

  /** The same place, where more is given. */
  public where(...assumptions: readonly Assumption[]): Property {
    if (assumptions.length === 0) return this;
    return new Property(this.template, this.raw, this.given.with(this.template.conditions, ...assumptions), this.hidden);
  }

  private read(): Property {
    const [name, argument] = intrinsicIn(this.raw) ?? [];
    if (name === 'Fn::ToJsonString') return this.at(argument);
    if (isObject(this.raw) && name === undefined) return this;
    const value = this.value();
    if (value.kind === 'absent') return this;
    if (value.kind !== 'known' && value.kind !== 'text') return this.at(undefined, 'a text of JSON that is made at the deployment');
    const parsed = parsedText(value);
    return parsed === undefined ? this.at(undefined, 'a text that is no JSON') : this.at(parsed);
  }

  private member(name: string): Property {
    return this.hidden !== undefined || this.raw === undefined ? this : this.at(memberThroughConditions(this.raw, name, 0));
  }

  private at(raw: unknown, hidden?: string): Property {
    return raw === HIDDEN ? new Property(this.template, undefined, this.given, NOT_AN_OBJECT) : new Property(this.template, raw, this.given, hidden);
  }
}

/** Stands for a member that only the deployment knows. Within a condition it is an intrinsic that nobody resolves. */
const HIDDEN = Object.freeze({ 'Fn::Transform': {} });

/** The member of what is written, with conditions around it kept around the member. */
function memberThroughConditions(raw: unknown, name: string, depth: number): unknown {
  if (depth > DEEPEST) return HIDDEN;
  const intrinsic = intrinsicIn(raw);
  if (!intrinsic) {
    const found = memberOf(raw, name);
    return found === undefined && isObject(raw) && mayHaveMore(raw) ? HIDDEN : found;
  }
  const [intrinsicName, argument] = intrinsic;
  if (intrinsicName === 'Ref' && argument === 'AWS::NoValue') return undefined;
  if (intrinsicName !== 'Fn::If' || !Array.isArray(argument)) return memberOf(raw, name) ?? HIDDEN;
  const [condition, whenTrue, whenFalse] = argument;
  const [left, right] = [whenTrue, whenFalse].map((branch) => memberThroughConditions(branch, name, depth + 1));
  return left === undefined && right === undefined ? undefined : { 'Fn::If': [condition, left ?? NOTHING, right ?? NOTHING] };
}

const NOTHING = Object.freeze({ Ref: 'AWS::NoValue' });

/** This is asked of every object that has not what is looked for, and must not list its members. */
function mayHaveMore(raw: object): boolean {
  for (const name in raw) if (name.startsWith('Fn::') && MACROS.some((macro) => name.startsWith(macro))) return true;
  return false;
}

/** A list that may itself depend on conditions, as may each of its elements. */
function elementsOf(property: Property, when: readonly Assumption[], depth = 0): Elements {
  const { raw, template, given } = property;
  if (depth > DEEPEST) return { known: [], others: 'it is nested too deeply' };
  const branches = branchesOf(property);
  if (branches) return together(branches.map((branch) => elementsOf(branch.property, [...when, ...branch.when], depth + 1)));
  if (Array.isArray(raw)) return together(raw.map((element) => elementIn(new Property(template, element, given), when)));
  const [name] = intrinsicIn(raw) ?? [];
  return LISTS.includes(name ?? '') && !isKnownImport(property) ? { known: [], others: `${name} gives the list at the deployment` } : elementIn(property, when);
}

/** An export is a text: what is imported from a stack that is among the templates is one element. */
function isKnownImport(property: Property): boolean {
  return intrinsicIn(property.raw)?.[0] === 'Fn::ImportValue' && property.value().kind !== 'unknown';
}

function elementIn(property: Property, when: readonly Assumption[], depth = 0): Elements {
  const branches = depth > DEEPEST ? undefined : branchesOf(property);
  if (branches) return together(branches.map((branch) => elementIn(branch.property, [...when, ...branch.when], depth + 1)));
  const { raw } = property;
  const isNothing = raw === undefined || raw === null || memberOf(raw, 'Ref') === 'AWS::NoValue';
  return { known: isNothing ? [] : [{ property, when }] };
}

/** What gives lists: a `Ref` may be of a parameter that is a list, but is mostly a single element where one is allowed. */
const LISTS = ['Fn::Split', 'Fn::GetAZs', 'Fn::Cidr', 'Fn::FindInMap', 'Fn::Transform', 'Fn::ImportValue'];

/** Both sides of an `Fn::If`, or the one that is certain. */
function branchesOf({ raw, template, given }: Property): Element[] | undefined {
  const [name, argument] = intrinsicIn(raw) ?? [];
  if (name !== 'Fn::If' || !Array.isArray(argument)) return undefined;
  const [condition, ...branches] = argument as unknown[];
  if (typeof condition !== 'string') return undefined;
  const truth = new Resolver(template, given).truthOf(condition);
  return [true, false].flatMap((is, index) => {
    if (truth === !is) return [];
    const when = truth === is ? [] : [{ condition, is }];
    return [{ property: new Property(template, branches[index], given.with(template.conditions, ...when)), when }];
  });
}

function together(parts: readonly Elements[]): Elements {
  return { known: parts.flatMap(({ known }) => known), others: parts.find(({ others }) => others !== undefined)?.others };
}
