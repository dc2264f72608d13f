import { CfnResource, Reference, Resource, Tokenization } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';

/** The L2 that made this L1 (its default child), if any. */
export function ownerOf(resource: CfnResource): IConstruct | undefined {
  const scope = resource.node.scope;
  return scope && Resource.isResource(scope) && scope.node.defaultChild === resource ? scope : undefined;
}

/** The construct that a token refers to with `Ref` or `Fn::GetAtt`, if it is in the tree. */
export function referenceTarget(value: unknown): IConstruct | undefined {
  const token = typeof value === 'string' ? Tokenization.reverseCompleteString(value) : value;
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
