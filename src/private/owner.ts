import { CfnResource, Reference, Resource, Stack, Token, Tokenization } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';

/** The L2 that made this L1 (its default child), if any. */
export function ownerOf(resource: CfnResource): IConstruct | undefined {
  const scope = resource.node.scope;
  return scope && Resource.isResource(scope) && scope.node.defaultChild === resource ? scope : undefined;
}

/** The construct that a token refers to with `Ref` or `Fn::GetAtt`, if it is in the tree. */
export function referenceTarget(value: unknown): IConstruct | undefined {
  const parts = typeof value === 'string' ? Tokenization.reverseString(value) : undefined;
  const token = parts ? (parts.length === 1 ? parts.firstToken : undefined) : value;
  return Reference.isReference(token) ? token.target : undefined;
}

/** The L1 behind a reference (L2, alias, version, L1), if it is in the tree. */
export function functionResourceOf(ref: lambda.IFunctionRef): lambda.CfnFunction | undefined {
  if (lambda.CfnFunction.isCfnFunction(ref)) return ref;
  const child = ref.node.defaultChild;
  if (lambda.CfnFunction.isCfnFunction(child)) return child;
  const unqualified = (ref as { lambda?: lambda.IFunctionRef }).lambda;
  if (unqualified && unqualified !== ref) return functionResourceOf(unqualified);
  return functionBehind(ref.functionRef.functionArn);
}

/** The function that a name or ARN token of it, of an alias or of a version refers to, if it is in the tree. */
export function functionBehind(nameOrArn: unknown): lambda.CfnFunction | undefined {
  const target = referenceTarget(nameOrArn);
  if (lambda.CfnFunction.isCfnFunction(target)) return target;
  if (lambda.CfnAlias.isCfnAlias(target) || lambda.CfnVersion.isCfnVersion(target)) return functionBehind(target.functionName);
  return undefined;
}

/**
 * What is set at a path of CloudFormation property names, or `undefined`: the L1 property, unless a raw override (`addPropertyOverride`)
 * says otherwise. Tokens on the way are resolved, the value itself is not.
 */
export function settingOf(resource: CfnResource, ...path: string[]): unknown {
  const override = valueAt(resource, overridesOf(resource), path);
  return override.found ? override.value : valueAt(resource, resource, path.map(decapitalize)).value;
}

/** Whether what is set at the path, or on the way to it, depends on a condition or parameter, so that we can't say what it is. */
export function isUnknown(resource: CfnResource, ...path: string[]): boolean {
  return path.some((_, index) => {
    const value = settingOf(resource, ...path.slice(0, index + 1));
    return !CfnResource.isCfnResource(referenceTarget(value)) && isUndecided(resolved(resource, value));
  });
}

/** Whether two values render to the same thing. */
export function isSame(scope: IConstruct, a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const [left, right] = [referenceTarget(a), referenceTarget(b)];
  if (left && right && left !== right) return false;
  return JSON.stringify(resolved(scope, a)) === JSON.stringify(resolved(scope, b));
}

interface Found {
  readonly found: boolean;
  readonly value?: unknown;
}

function valueAt(scope: IConstruct, container: unknown, path: string[]): Found {
  let value = container;
  for (const [index, name] of path.entries()) {
    const parent = index > 0 && Token.isUnresolved(value) ? resolved(scope, value) : value;
    if (parent === null || typeof parent !== 'object' || !(name in parent)) return { found: false };
    value = (parent as Record<string, unknown>)[name];
    if (value === undefined) return { found: true }; // a deletion override takes away what is below it too
  }
  return { found: true, value };
}

// CDK has no public way to read raw overrides. They hold what `addOverride` was given, under `Properties` for properties.
function overridesOf(resource: CfnResource): unknown {
  return (resource as unknown as { rawOverrides?: { Properties?: unknown } }).rawOverrides?.Properties ?? {};
}

function resolved(scope: IConstruct, value: unknown): unknown {
  return Stack.of(scope).resolve(value);
}

function isUndecided(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const keys = Object.keys(value);
  return keys.length === 1 && ['Ref', 'Fn::If', 'Fn::FindInMap'].includes(keys[0]);
}

function decapitalize(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Whether CDK silently drops what is granted to a role, because it was imported with `mutable: false` or from another account. */
export function isImmutable(role: IConstruct): boolean {
  return (role.constructor as { PROPERTY_INJECTION_ID?: string }).PROPERTY_INJECTION_ID === 'aws-cdk-lib.aws-iam.ImmutableRole';
}

/** The resource of a stack that renders with this logical id, if any. */
export function resourceWithLogicalId(stack: Stack, logicalId: string): CfnResource | undefined {
  return stack.node.findAll().filter(CfnResource.isCfnResource)
    .find((resource) => resource.stack === stack && stack.resolve(resource.logicalId) === logicalId);
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
  if (valueAt(resource, overridesOf(resource), path).found) return false;
  let value: unknown = (resource as unknown as Record<string, unknown>)[decapitalize(path[0])];
  for (const name of path.slice(1)) {
    if (Token.isUnresolved(value)) return false;
    value = (value as Record<string, unknown> | undefined)?.[decapitalize(name)];
  }
  return true;
}

function withValue(container: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  const object = (container ?? {}) as Record<string, unknown>;
  return { ...object, [name]: withValue(object[name], rest, value) };
}

/** All constructs of a kind at or below a scope. */
export function findBelow<T extends IConstruct>(scope: IConstruct, isKind: (construct: any) => construct is T): T[] {
  const found: T[] = [];
  const visit = (construct: IConstruct): void => {
    if (isKind(construct)) found.push(construct);
    construct.node.children.forEach(visit);
  };
  visit(scope);
  return found;
}
