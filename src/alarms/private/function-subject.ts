import { Stack, Token } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { functionResourceOf, ownerOf } from '../../private/owner';

const LATEST = '$LATEST';

/** The function, alias or version that an alarm watches. */
export interface FunctionSubject {
  /** What the user gave. */
  readonly ref: lambda.IFunctionRef;
  /** The function, if it is in the tree. */
  readonly resource?: lambda.CfnFunction;
  /** Where its alarms are made by default: the L2 if there is one. The same for every reference to one function. */
  readonly home: IConstruct;
  /**
   * The name without the qualifier, as the dimension wants it. CDK makes a token of its own when it is asked for, which alarms in the
   * stack of the function don't need.
   */
  readonly functionName: string;
  /** The name of the alias or the number of the version. Absent for the function, whose metrics count all of its qualifiers. */
  readonly qualifier?: string;
}

/** Reads a reference. Aliases and versions are told by the members that CDK's `IAlias` and `IVersion` have. */
export function functionSubject(ref: lambda.IFunctionRef): FunctionSubject {
  const { aliasName, version, lambda: unqualified } = ref as { aliasName?: string; version?: unknown; lambda?: lambda.IFunctionRef };
  const qualifier = unqualified && (aliasName ?? (typeof version === 'string' && version !== LATEST ? version : undefined));
  const resource = functionResourceOf(ref);
  const functionHome = (resource && (ownerOf(resource) ?? resource)) ?? unqualified ?? ref;
  return {
    ref,
    resource,
    home: qualifier ? ref : functionHome,
    qualifier,
    get functionName() { return (unqualified ?? ref).functionRef.functionName; },
  };
}

/** The subject as alarms in a scope name it: a plain reference in its own stack renders the same as CDK's, and much faster. */
export function namedFrom(scope: IConstruct, subject: FunctionSubject): FunctionSubject {
  const { ref, resource, home, qualifier } = subject;
  return resource?.stack === Stack.of(scope) ? { ref, resource, home, qualifier, functionName: resource.ref } : subject;
}

/** The function as people know it: `orders`, or `orders:live`. */
export function displayNameOf({ functionName, qualifier }: FunctionSubject): string {
  return qualifier ? `${functionName}:${qualifier}` : functionName;
}

/** What is the same for two subjects of one function, whatever reference they came from. */
export function identityOf(subject: FunctionSubject): object | string {
  return subject.resource ?? `${Stack.of(subject.home).environment}/${subject.functionName}`;
}

/** How long the function can run in seconds, `undefined` where only the deployment knows. */
export function knownTimeoutOf({ resource }: FunctionSubject): number | undefined {
  if (!resource || Token.isUnresolved(resource.timeout)) return undefined;
  return resource.timeout ?? LIMITS.functionTimeout.default;
}
