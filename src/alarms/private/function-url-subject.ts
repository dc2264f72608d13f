import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { functionLinks } from './console-links';
import type { WatchedResource } from './count-alarms';
import { functionSubject, namedFrom, type FunctionSubject } from './function-subject';
import { functionNameOfArn, qualifierIn } from '../../private/function-name';
import { functionBehind, ownerOf, referenceTarget } from '../../private/owner';

const LATEST = '$LATEST';

/** Reads a reference to a function URL, whose metrics are those of its function by a qualifier. */
export function functionUrlSubject(ref: lambda.IUrlRef, scope?: IConstruct): WatchedResource {
  const resource = [ref, ref.node.defaultChild, referenceTarget(ref.urlRef.functionArn)].find(lambda.CfnUrl.isCfnUrl);
  const home = resource ? ownerOf(resource) ?? resource : ref;
  const arn = resource?.targetFunctionArn ?? ref.urlRef.functionArn;
  const fn = subjectBehind(arn, scope ?? home);
  const functionName = fn?.functionName ?? functionNameOfArn(arn);
  const qualifier = resource?.qualifier ?? qualifierIn(arn) ?? LATEST;
  const name = `${functionName}:${qualifier}`;
  return { ref, home, name, dimensions: { FunctionName: functionName, Resource: name }, links: fn && functionLinks(scope ?? home, fn) };
}

function subjectBehind(arn: string, scope: IConstruct): FunctionSubject | undefined {
  const fn = functionBehind(arn);
  return fn && namedFrom(scope, functionSubject((ownerOf(fn) ?? fn) as lambda.IFunctionRef));
}
