import { CfnResource } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { ValidationError } from '../../private/errors';
import { findBelow, functionBehind, stageOf } from '../../private/owner';
import { referencesIn } from '../../private/references';
import { settingOf } from '../../private/settings';

/** Runtimes without wrapper scripts. https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html */
const OS_ONLY = /^(provided|go1)/;

/** The path of the API of Lambda that streams, in the URI of an integration. */
const STREAMING = 'response-streaming-invocations';

/** Refuses functions in which the extension can't work. */
export function checkFunction(fn: lambda.CfnFunction): void {
  if (settingOf(fn, 'PackageType') === 'Image' || settingOf(fn, 'Code', 'ImageUri') !== undefined) {
    throw new ValidationError('FaultInjectionImageUnsupported',
      `functions of FaultInjectionExperiment has ${fn.node.path}, a function of a container image, which has no layers: put the FIS extension into the image, and leave it out here`, fn);
  }
  const runtime = settingOf(fn, 'Runtime');
  if (typeof runtime === 'string' && OS_ONLY.test(runtime)) {
    throw new ValidationError('FaultInjectionRuntimeUnsupported',
      `functions of FaultInjectionExperiment has ${fn.node.path} with the runtime ${runtime}, on which Lambda runs no wrapper script, so that the FIS extension does nothing: `
      + 'leave it out. For Go use the switch of go/lambdaerror', fn);
  }
}

/** Refuses functions whose responses are streamed, which only the finished tree can tell. */
export function checkStreaming(scope: Construct, functions: readonly lambda.CfnFunction[]): void {
  for (const resource of findBelow(stageOf(scope), CfnResource.isCfnResource)) {
    const fn = streamedBy(resource).find((one) => functions.includes(one));
    if (!fn) continue;
    throw new ValidationError('FaultInjectionStreamingUnsupported',
      `functions of FaultInjectionExperiment has ${fn.node.path}, whose responses ${resource.node.path} streams, which the FIS extension suppresses: leave it out`, resource);
  }
}

function streamedBy(resource: CfnResource): lambda.CfnFunction[] {
  if (lambda.CfnUrl.isCfnUrl(resource)) {
    const fn = settingOf(resource, 'InvokeMode') === 'RESPONSE_STREAM' ? functionBehind(settingOf(resource, 'TargetFunctionArn')) : undefined;
    return fn ? [fn] : [];
  }
  if (resource.cfnResourceType !== 'AWS::ApiGateway::Method') return [];
  const uri = settingOf(resource, 'Integration', 'Uri');
  if (!JSON.stringify(resource.stack.resolve(uri) ?? null).includes(STREAMING)) return [];
  return referencesIn(resource, uri).map(functionOf).filter((fn) => fn !== undefined);
}

function functionOf(target: unknown): lambda.CfnFunction | undefined {
  if (lambda.CfnFunction.isCfnFunction(target)) return target;
  const isQualifier = lambda.CfnAlias.isCfnAlias(target) || lambda.CfnVersion.isCfnVersion(target);
  return isQualifier ? functionBehind(settingOf(target, 'FunctionName')) : undefined;
}
