/** An object as JSON has it. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Deeper than any template that CloudFormation takes: what is below is not read. */
export const DEEPEST = 200;

/** Whether a value is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member of an object: nothing for anything else, and nothing that objects inherit. */
export function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined;
}

/** The members of an object, none for anything else. */
export function membersOf(value: unknown): [name: string, member: unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

/** A list as it is, nothing as an empty one, anything else as its only element. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** A text, nothing for anything else. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The function of an intrinsic and its argument, as in `{ "Fn::Sub": … }`. */
export function intrinsicIn(value: unknown): readonly [name: string, argument: unknown] | undefined {
  if (!isObject(value)) return undefined;
  let name: string | undefined;
  // Most objects have more than one member: this is asked of every one, and must not list them.
  for (const member in value) {
    if (name !== undefined) return undefined;
    name = member;
  }
  if (name === undefined) return undefined;
  return name === 'Ref' || name === 'Condition' || name.startsWith('Fn::') ? [name, value[name]] : undefined;
}
