import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { WatchedResource } from './count-alarms';
import { functionSubject, namedFrom } from './function-subject';
import { functionNameOfArn, qualifierIn } from '../../private/function-name';
import { functionBehind, ownerOf, referenceTarget } from '../../private/owner';

const LATEST = '$LATEST';

/** Reads a reference to a function URL, whose metrics are those of its function by a qualifier. */
export function functionUrlSubject(ref: lambda.IUrlRef, scope?: IConstruct): WatchedResource {
  const resource = [ref, ref.node.defaultChild, referenceTarget(ref.urlRef.functionArn)].find(lambda.CfnUrl.isCfnUrl);
  const home = resource ? ownerOf(resource) ?? resource : ref;
  const arn = resource?.targetFunctionArn ?? ref.urlRef.functionArn;
  const functionName = nameBehind(arn, scope ?? home);
  const qualifier = resource?.qualifier ?? qualifierIn(arn) ?? LATEST;
  const name = `${functionName}:${qualifier}`;
  return { ref, home, name, dimensions: { FunctionName: functionName, Resource: name } };
}

function nameBehind(arn: string, scope: IConstruct): string {
  const fn = functionBehind(arn);
  if (!fn) return functionNameOfArn(arn);
  return namedFrom(scope, functionSubject((ownerOf(fn) ?? fn) as lambda.IFunctionRef)).functionName;
}
