import { CfnElement, CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { findBelow } from '../../private/owner';
import { referencesFrom } from '../../private/references';

/** What refers to a version without letting anybody invoke it by its version. */
const NO_INVOKER = /^AWS::(Lambda::(Alias|Version|EventInvokeConfig)|CloudWatch::.*|ApplicationAutoScaling::.*|CloudFront::.*)$/;

/** Who refers to what, in one pass over the app, made when the first version asks. */
export class VersionInvokers {
  private referred?: Set<IConstruct>;

  constructor(private readonly root: IConstruct) {}

  /** Whether something may invoke a version by its version: anything that isn't an alias refers to it. */
  public invoke(version: lambda.CfnVersion): boolean {
    this.referred ??= new Set(findBelow(this.root, CfnElement.isCfnElement).filter(mayInvoke).flatMap((element) => referencesFrom(element)));
    return this.referred.has(version);
  }
}

function mayInvoke(element: CfnElement): boolean {
  return !CfnResource.isCfnResource(element) || !NO_INVOKER.test(element.cfnResourceType);
}
