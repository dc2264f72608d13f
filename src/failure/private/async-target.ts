import type { CfnResource } from 'aws-cdk-lib';
import { Fn } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isOnManagedInstances } from '../../private/function-kinds';
import { functionBehind, ownerOf } from '../../private/owner';
import { isSame, settingOf } from '../../private/settings';

/** What a function without version or alias runs. */
export const LATEST = '$LATEST';

/**
 * The same, on the Managed Instances of a capacity provider.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-version-publishing.html
 */
const PUBLISHED = '$LATEST.PUBLISHED';

/** What can be invoked, and has an asynchronous configuration of its own: a function (as what it runs without qualifier), an alias or a version. */
export type Qualified = lambda.CfnFunction | lambda.CfnAlias | lambda.CfnVersion;

/** A function as one qualifier names it. */
export interface AsyncTarget {
  readonly fn: lambda.CfnFunction;
  /** The L1 of the function, alias or version. */
  readonly resource: Qualified;
  /** What CloudFormation takes as qualifier. */
  readonly qualifier: string;
  /** Other spellings of the same qualifier. */
  readonly synonyms: string[];
}

/** A function by one of its qualifiers. */
export function asyncTarget(fn: lambda.CfnFunction, resource: Qualified): AsyncTarget {
  if (lambda.CfnAlias.isCfnAlias(resource)) {
    return { fn, resource, qualifier: settingOf(resource, 'Name') as string, synonyms: [lastPartOf(resource.ref)] };
  }
  if (lambda.CfnVersion.isCfnVersion(resource)) {
    return { fn, resource, qualifier: resource.getAtt('Version').toString(), synonyms: [lastPartOf(resource.ref)] };
  }
  return { fn, resource, qualifier: isOnManagedInstances(fn) ? PUBLISHED : LATEST, synonyms: [] };
}

/** Whether an event invoke config is about the target. */
export function isConfigOf(config: lambda.CfnEventInvokeConfig, target: AsyncTarget): boolean {
  const qualifier = settingOf(config, 'Qualifier');
  return isAbout(config, target.fn) && [target.qualifier, ...target.synonyms].some((spelling) => isSame(config, qualifier, spelling));
}

/** Whether a resource with a `FunctionName` (alias, version, event invoke config) is about the function. */
export function isAbout(resource: CfnResource, fn: lambda.CfnFunction): boolean {
  const name = settingOf(resource, 'FunctionName');
  const behind = functionBehind(name);
  if (behind) return behind === fn;
  const own = settingOf(fn, 'FunctionName');
  return own !== undefined && resource.stack.environment === fn.stack.environment && isSame(resource, name, own);
}

/** The L2 of a function, alias or version, if an L2 made it. */
export function functionOwnerOf(resource: Qualified): lambda.IFunction | undefined {
  const owner: IConstruct | undefined = ownerOf(resource);
  return owner && 'configureAsyncInvoke' in owner ? owner as lambda.IFunction : undefined;
}

// The same expression as CDK writes for the qualifier of an L2 alias: the eighth part of arn:partition:lambda:region:account:function:name:alias.
function lastPartOf(arn: string): string {
  return Fn.select(7, Fn.split(':', arn));
}
