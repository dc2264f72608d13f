import { Resource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { WarningId } from './ids';
import { functionResourceOf } from './owner';
import { warn } from './warnings';

/** Whether a function mixin has something to do or to say: for the L1 of a function, and for a function that isn't in the tree. */
export function isFunctionTarget(construct: IConstruct): boolean {
  return lambda.CfnFunction.isCfnFunction(construct) || isImportedFunction(construct);
}

/** The function to change. For one that isn't in the tree it is a warning of what the mixin can't do, and nothing. */
export function functionTarget(construct: IConstruct, warning: WarningId, cannot: string): lambda.CfnFunction | undefined {
  if (lambda.CfnFunction.isCfnFunction(construct)) return construct;
  warn(construct, warning, `This function is imported, so its settings can't be changed from here: ${cannot}`);
  return undefined;
}

// CDK visits no L1 for `Function.fromFunctionArn()` and its like, so without this a mixin on one would do nothing and say nothing.
function isImportedFunction(construct: IConstruct): boolean {
  return Resource.isResource(construct) && 'functionRef' in construct && !functionResourceOf(construct as IConstruct as lambda.IFunctionRef);
}
