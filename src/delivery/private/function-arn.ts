import type { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { resourceBehind } from '../../private/event-source';

/** Whether an ARN is that of a function, alias or version: `undefined` where only the deployment knows. */
export function isFunctionArn(scope: CfnResource, arn: unknown): boolean | undefined {
  const target = resourceBehind(scope, arn);
  if (target) return [lambda.CfnFunction.isCfnFunction, lambda.CfnAlias.isCfnAlias, lambda.CfnVersion.isCfnVersion].some((is) => is(target));
  const text = JSON.stringify(scope.stack.resolve(arn)) ?? '';
  if (text.includes(':lambda:')) return true;
  return text.includes('arn:') ? false : undefined;
}
