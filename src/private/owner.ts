import { CfnElement, CfnResource, Reference, Resource, Stack, Stage, Tokenization } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
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

/** The L1 behind a reference to a queue, if it is in the tree. */
export function queueResourceOf(ref: sqs.IQueueRef): sqs.CfnQueue | undefined {
  if (sqs.CfnQueue.isCfnQueue(ref)) return ref;
  const child = ref.node.defaultChild;
  const target = sqs.CfnQueue.isCfnQueue(child) ? child : referenceTarget(ref.queueRef.queueArn);
  return sqs.CfnQueue.isCfnQueue(target) ? target : undefined;
}

/** The function that a name or ARN token of it, of an alias or of a version refers to, if it is in the tree. */
export function functionBehind(nameOrArn: unknown): lambda.CfnFunction | undefined {
  const target = referenceTarget(nameOrArn);
  if (lambda.CfnFunction.isCfnFunction(target)) return target;
  if (lambda.CfnAlias.isCfnAlias(target) || lambda.CfnVersion.isCfnVersion(target)) {
    return functionBehind(target.functionName ?? propertiesOf(target).FunctionName);
  }
  return undefined;
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

/** The stage or app that a construct is in, or the root of a tree without one. References don't cross its border. */
export function stageOf(construct: IConstruct): IConstruct {
  return Stage.of(construct) ?? construct.node.root;
}

/** All constructs of a kind at or below a scope. */
export function findBelow<T extends IConstruct>(scope: IConstruct, isKind: (construct: any) => construct is T): T[] {
  const found: T[] = [];
  collectBelow(scope, isKind, found);
  return found;
}

function collectBelow<T extends IConstruct>(scope: IConstruct, isKind: (construct: any) => construct is T, found: T[]): void {
  if (isKind(scope)) found.push(scope);
  for (const child of scope.node.children) collectBelow(child, isKind, found);
}

/** The raw property overrides of a resource (`addPropertyOverride`). CDK has no public way to read them. */
export function overridesOf(resource: CfnResource): object {
  return (resource as unknown as { rawOverrides?: { Properties?: object } }).rawOverrides?.Properties ?? {};
}

/** The properties of a resource that was made as a plain `CfnResource`, which has no L1 properties. CDK has no public way to read them. */
export function propertiesOf(resource: CfnResource): Record<string, unknown> {
  return (resource as unknown as { _cfnProperties?: Record<string, unknown> })._cfnProperties ?? {};
}

/** What an element puts into the template, with tokens. CDK finds references between stacks in it, and has no public way to get it. */
export function templateOf(element: CfnElement): object {
  return (element as unknown as { _toCloudFormation(): object })._toCloudFormation();
}
