import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { overridesOf, propertiesOf, referenceTarget } from './owner';

/** Intrinsic functions whose result is known at deployment only. */
const UNDECIDED = ['Ref', 'Fn::If', 'Fn::FindInMap'];

/**
 * What is set at a path of CloudFormation property names, or `undefined`: the L1 property, unless a raw override (`addPropertyOverride`)
 * says otherwise. Tokens on the way are resolved, the value itself is not.
 */
export function settingOf(resource: CfnResource, ...path: string[]): unknown {
  const override = valueAt(resource, overridesOf(resource), path);
  if (override.found) return override.value;
  return isTyped(resource, path) ? valueAt(resource, resource, path.map(decapitalize)).value : valueAt(resource, propertiesOf(resource), path).value;
}

/** What is set at a path of CloudFormation property names, rendered. */
export function renderedSetting(resource: CfnResource, ...path: string[]): unknown {
  return resolved(resource, settingOf(resource, ...path));
}

/** Whether what is set at the path, or on the way to it, depends on a condition or parameter, so that we can't say what it is. */
export function isUnknown(resource: CfnResource, ...path: string[]): boolean {
  return path.some((_, index) => {
    return isKnownLater(resource, settingOf(resource, ...path.slice(0, index + 1)));
  });
}

/** Whether a value is a parameter or condition, which only the deployment knows, and no reference to a resource. */
export function isKnownLater(scope: IConstruct, value: unknown): boolean {
  return mayBeUndecided(value) && !CfnResource.isCfnResource(referenceTarget(value)) && isUndecided(resolved(scope, value));
}

/** Whether two values render to the same thing. */
export function isSame(scope: IConstruct, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const [left, right] = [referenceTarget(a), referenceTarget(b)];
  if (left && right && left !== right) return false;
  return JSON.stringify(resolved(scope, a)) === JSON.stringify(resolved(scope, b));
}

/** What is at a path, if anything is set there. */
export interface Found {
  readonly found: boolean;
  readonly value?: unknown;
}

/** Looks a path up. Tokens on the way are resolved, the value itself is not. */
export function valueAt(scope: IConstruct, container: unknown, path: string[]): Found {
  let value = container;
  for (const [index, name] of path.entries()) {
    const parent = index > 0 && Token.isUnresolved(value) ? resolved(scope, value) : value;
    if (parent === null || typeof parent !== 'object' || !(name in parent)) return { found: false };
    value = (parent as Record<string, unknown>)[name];
    if (value === undefined) return { found: true }; // a deletion override takes away what is below it too
  }
  return { found: true, value };
}

// CDK keeps books about each call of resolve(), which most values don't need.
function resolved(scope: IConstruct, value: unknown): unknown {
  return isContainer(value) || Token.isUnresolved(value) ? Stack.of(scope).resolve(value) : value;
}

function isContainer(value: unknown): value is object {
  return value !== null && typeof value === 'object';
}

/** Whether resolving it may give an intrinsic function, told without resolving all that it contains. */
function mayBeUndecided(value: unknown): boolean {
  return Token.isUnresolved(value) || (isContainer(value) && Object.keys(value).some((key) => UNDECIDED.includes(key) || Token.isUnresolved(key)));
}

/** Whether a rendered value is a parameter or condition, which only the deployment knows. */
export function isUndecided(value: unknown): boolean {
  if (!isContainer(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && UNDECIDED.includes(keys[0]);
}

// A plain CfnResource has none of the properties of its type, for example the handlers of CDK's own custom resources.
function isTyped(resource: CfnResource, [name]: string[]): boolean {
  return decapitalize(name) in resource;
}

/** There are few names, and each is asked for with each resource. */
const DECAPITALIZED = new Map<string, string>();

/** As CDK names L1 properties: `KMSMasterKeyID` is `kmsMasterKeyId`. */
export function decapitalize(name: string): string {
  const known = DECAPITALIZED.get(name);
  if (known !== undefined) return known;
  const found = decapitalized(name);
  DECAPITALIZED.set(name, found);
  return found;
}

function decapitalized(name: string): string {
  return name
    .replace(/([A-Z])([A-Z]+)(?=[A-Z][a-z]|\d|$)/g, (_, first: string, rest: string) => first + rest.toLowerCase())
    .replace(/^[A-Z]/, (start) => start.toLowerCase());
}

/** Sets what is at a path of CloudFormation property names, leaving everything beside it. */
export function putSetting(resource: CfnResource, value: unknown, ...path: string[]): void {
  const [first, ...rest] = path.map(decapitalize);
  const properties = resource as unknown as Record<string, unknown>;
  if (isPlain(resource, path)) {
    properties[first] = withValue(properties[first], rest, value);
  } else {
    resource.addPropertyOverride(path.join('.'), value);
  }
}

/** Whether the path leads through objects only, so that the property can be set as a user would, seen by whoever reads properties. */
function isPlain(resource: CfnResource, path: string[]): boolean {
  if (!isTyped(resource, path) || valueAt(resource, overridesOf(resource), path).found) return false;
  let value: unknown = (resource as unknown as Record<string, unknown>)[decapitalize(path[0])];
  for (const name of path.slice(1)) {
    if (Token.isUnresolved(value)) return false;
    value = (value as Record<string, unknown> | undefined)?.[decapitalize(name)];
  }
  return true;
}

/** A copy of an object, and of what is in it, with the value at the path of L1 property names. */
export function withValue(container: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  const object = (container ?? {}) as Record<string, unknown>;
  return { ...object, [name]: withValue(object[name], rest, value) };
}
