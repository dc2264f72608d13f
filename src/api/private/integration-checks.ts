import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { integrationOf } from './lambda-integration';
import type { Integration } from './lambda-integration';
import { restApiOf } from './rest-api-parts';
import { LIMITS } from '../../facts/limits';
import { isOutside } from '../../failure/private/event-invoke-retry';
import { lookLast } from '../../private/last-look';
import { functionBehind, stageOf } from '../../private/owner';
import { renderedSetting, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** The APIs to look at, by app. */
const CHECKED = new WeakMap<IConstruct, Set<IConstruct | undefined>>();

/** At the end of the URI of a call whose response is streamed. */
const STREAMING_PATH = '/response-streaming-invocations';

/** Checks at synthesis how the methods of an API call Lambda: what no template can repair. Methods that come later count. */
export function checkIntegrations(api: apigateway.CfnRestApi): void {
  const app = stageOf(api);
  const known = CHECKED.get(app);
  const apis = known ?? new Set<IConstruct | undefined>();
  CHECKED.set(app, apis.add(api));
  if (known) return;
  lookLast(app, (resources) => resources.filter(apigateway.CfnMethod.isCfnMethod)
    .filter((method) => apis.has(restApiOf(method)))
    .forEach(checkIntegration));
}

function checkIntegration(method: apigateway.CfnMethod): void {
  const integration = integrationOf(method);
  if (integration.kind !== 'lambda' && integration.kind !== 'lambda-proxy') return;
  const isStreamed = valueOf(method, 'ResponseTransferMode') === 'STREAM';
  checkTransferMode(method, integration, isStreamed);
  const timeout = valueOf(method, 'TimeoutInMillis') ?? (isStreamed ? undefined : LIMITS.restIntegrationTimeout.default);
  if (typeof timeout !== 'number' || isAsynchronous(method)) return;
  if (isStreamed && isOutside(timeout, LIMITS.restStreamingTimeout)) {
    warn(method, 'RestIntegration.streamingTimeoutOutOfRange',
      `TimeoutInMillis of a streamed response must be from ${LIMITS.restStreamingTimeout.min} to ${LIMITS.restStreamingTimeout.max}, got ${timeout}.`);
  }
  checkFunctionTimeout(method, integration, { timeout, isStreamed });
}

function checkTransferMode(method: apigateway.CfnMethod, { kind, uri }: Integration, isStreamed: boolean): void {
  if (isStreamed && kind === 'lambda') {
    warn(method, 'RestIntegration.streamingNeedsProxy',
      'ResponseTransferMode is STREAM, but Type is AWS: API Gateway streams the responses of proxies only, and maps none of them. Use AWS_PROXY, or BUFFERED.');
    return;
  }
  if (isStreamed === uri.includes(STREAMING_PATH)) return;
  warn(method, 'RestIntegration.streamingUriMismatch', isStreamed
    ? `ResponseTransferMode is STREAM, but Uri doesn't end with ${STREAMING_PATH}: use the path 2021-11-15/functions/<arn>${STREAMING_PATH}.`
    : `Uri ends with ${STREAMING_PATH}, but ResponseTransferMode is not STREAM: set it, or use the path 2015-03-31/functions/<arn>/invocations.`);
}

function checkFunctionTimeout(
  method: apigateway.CfnMethod, integration: Integration, { timeout, isStreamed }: { readonly timeout: number; readonly isStreamed: boolean },
): void {
  for (const fn of functionsOf(integration)) {
    const seconds = renderedSetting(fn, 'Timeout') ?? LIMITS.functionTimeout.default;
    if (typeof seconds !== 'number' || seconds * 1000 < timeout) continue;
    const answer = isStreamed ? 'cuts the response short, its status sent already,' : 'answers 504';
    warn(method, 'RestIntegration.functionTimeoutTooLong', `${fn.node.path} may run for ${seconds} seconds, but API Gateway ${answer} after ${timeout / 1000}, while the function runs on and nobody hears how it ends. Make the timeout of the function shorter than that of the integration.`);
  }
}

/** The functions in the tree that an integration calls. */
function functionsOf({ targets }: Integration): lambda.CfnFunction[] {
  return targets.flatMap(target => {
    const fn = lambda.CfnFunction.isCfnFunction(target) ? target : isQualified(target) ? functionBehind(settingOf(target, 'FunctionName')) : undefined;
    return fn ? [fn] : [];
  });
}

function isQualified(construct: IConstruct): construct is lambda.CfnAlias | lambda.CfnVersion {
  return lambda.CfnAlias.isCfnAlias(construct) || lambda.CfnVersion.isCfnVersion(construct);
}

// Nobody waits for the function then.
function isAsynchronous(method: apigateway.CfnMethod): boolean {
  return /x-amz-invocation-type":"'event'"/i.test(JSON.stringify(valueOf(method, 'RequestParameters') ?? ''));
}

function valueOf(method: apigateway.CfnMethod, name: string): unknown {
  return renderedSetting(method, 'Integration', name);
}
