import { CfnResource, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { FunctionSubject } from './function-subject';
import { findBelow, functionBehind } from '../../private/owner';
import { settingOf } from '../../private/settings';

type Qualifier = lambda.CfnAlias | lambda.CfnVersion;

const SCALABLE_TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';
const DIMENSION = 'lambda:function:ProvisionedConcurrency';

/** Whether something of the function, or the alias or version itself, has provisioned concurrency, or gets it by scaling. */
export function canHaveProvisionedConcurrency({ ref, resource, qualifier }: FunctionSubject): boolean {
  if (!resource) return true;
  const stack = Stack.of(resource);
  const own = [ref, ref.node.defaultChild].find(isQualifier);
  const qualifiers = qualifier ? [own] : findBelow(stack, isQualifier).filter(({ functionName }) => functionBehind(functionName) === resource);
  return qualifiers.some((one) => one === undefined || settingOf(one, 'ProvisionedConcurrencyConfig') !== undefined)
    || findBelow(stack, isScalableTarget).length > 0; // what it scales is a name put together of tokens
}

function isQualifier(construct: IConstruct | undefined): construct is Qualifier {
  return lambda.CfnAlias.isCfnAlias(construct) || lambda.CfnVersion.isCfnVersion(construct);
}

function isScalableTarget(construct: IConstruct): construct is CfnResource {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType === SCALABLE_TARGET && settingOf(construct, 'ScalableDimension') === DIMENSION;
}
