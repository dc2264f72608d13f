import { Resource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { WarningId } from './ids';
import { functionResourceOf } from './owner';
import { isProviderFunction } from './provider-function';
import { warn } from './warnings';

/** What the user says of all function mixins. */
export interface FunctionTargetOptions {
  readonly includeProviderFunctions?: boolean;
}

/**
 * Whether a function mixin has something to do or to say: for the L1 of a function, and for a function that isn't in the tree. CDK's own
 * functions count only when they are asked for.
 */
export function isFunctionTarget(construct: IConstruct, { includeProviderFunctions = false }: FunctionTargetOptions = {}): boolean {
  if (!lambda.CfnFunction.isCfnFunction(construct)) return isImportedFunction(construct);
  return includeProviderFunctions || !isProviderFunction(construct);
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
