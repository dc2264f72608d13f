import { Lazy, Stack, Token } from 'aws-cdk-lib';
import type { IResolveContext } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { Construct, type IConstruct } from 'constructs';
import { completedMap, inWords } from './complete-map';
import type { Difference } from './complete-map';
import type { StaticHeaders } from './cors';
import { partsOf, restApiOf, restApiOwner } from './rest-api-parts';
import type { GatewayResponseType } from '../../facts/gateway-responses';
import { fail } from '../../private/complete-setting';
import type { Refuse } from '../../private/complete-setting';
import { existOnlyWith } from '../../private/condition';
import { ValidationError } from '../../private/errors';
import { lookLast } from '../../private/last-look';
import { settleLater } from '../../private/logical-ids';
import { ownerOf, stageOf } from '../../private/owner';
import { isUnknown, putSetting, settingOf } from '../../private/settings';
import { warn } from '../../private/warnings';

/** What one gateway response shall be. */
export interface GatewayAnswer {
  readonly type: GatewayResponseType;
  /** The status to write, where leaving it out would change it. */
  readonly status?: number;
  readonly headers: StaticHeaders;
  /** The body, for the status that is set, if any. */
  readonly body: (status: number | undefined) => string;
}

type MapProperty = 'ResponseParameters' | 'ResponseTemplates';

const HEADER = 'gatewayresponse.header.';
/** What API Gateway falls back to when the caller accepts no other type, so that one template serves all. */
const TEMPLATE_TYPE = 'application/json';

/**
 * Makes the gateway responses that are missing, completes those that are there, and returns all of them. A type that the API's definition
 * has, and what differs from what is wanted, is refused and left.
 */
export function completeGatewayResponses(
  api: apigateway.CfnRestApi, answers: GatewayAnswer[], refuse: Refuse = fail, existing = partsOf(api).responses,
): apigateway.CfnGatewayResponse[] {
  settleLater(api);
  const responses = undefinedByBody(api, answers, refuse).map(answer => {
    const response = existing.find(other => other.responseType === answer.type) ?? newGatewayResponse(api, answer.type);
    complete(response, answer, refuse);
    return response;
  });
  failAtSynthesisIfDuplicate(api, responses);
  return responses;
}

// For an L2 at the path where `api.addGatewayResponse('THROTTLED', …)` would make it.
function newGatewayResponse(api: apigateway.CfnRestApi, type: GatewayResponseType): apigateway.CfnGatewayResponse {
  const props = { restApiId: api.ref, responseType: type };
  const owner = restApiOwner(api);
  const response = owner
    ? new apigateway.CfnGatewayResponse(new Construct(owner, type), 'Resource', props)
    : new apigateway.CfnGatewayResponse(api, type, props);
  existOnlyWith(response, api);
  return settleLater(response);
}

function complete(response: apigateway.CfnGatewayResponse, answer: GatewayAnswer, refuse: Refuse): void {
  if (settingOf(response, 'StatusCode') === undefined && answer.status !== undefined) {
    response.statusCode = `${answer.status}`;
  }
  const status = numberOf(settingOf(response, 'StatusCode'));
  const isOurs = completeMap(response, 'ResponseTemplates', { [TEMPLATE_TYPE]: answer.body(status) }, refuse);
  const { 'Content-Type': contentType, ...others } = answer.headers;
  // The type says what our body is, not the user's.
  completeHeaders(response, { ...isOurs && contentType !== undefined && { 'Content-Type': contentType }, ...others }, refuse);
}

/** Adds headers to a gateway response that is complete but for them. */
export function completeHeaders(response: apigateway.CfnGatewayResponse, headers: StaticHeaders, refuse: Refuse = fail): void {
  completeMap(response, 'ResponseParameters', parametersOf(headers), refuse);
}

/** Headers that depend on what is added until the template is written. */
export interface LateHeaders {
  readonly now: StaticHeaders;
  readonly atSynthesis: (context: IResolveContext) => StaticHeaders;
}

/** Adds headers that are known when the template is written. What differs now is refused, what is set until then stays. */
export function addHeadersAtSynthesis(response: apigateway.CfnGatewayResponse, { now, atSynthesis }: LateHeaders, refuse: Refuse = fail): void {
  if (isUnknown(response, 'ResponseParameters')) return;
  const current = settingOf(response, 'ResponseParameters') as Record<string, unknown> | undefined;
  const known = Token.isUnresolved(current) ? Stack.of(response).resolve(current) : current;
  completedMap(response, known, parametersOf(now), refuseDifference(response, 'ResponseParameters', refuse));
  const produce = (context: IResolveContext) => {
    const before = Token.isUnresolved(current) ? context.resolve(current) as typeof current : current;
    const merged = completedMap(response, before, parametersOf(atSynthesis(context)), () => {});
    return Object.keys(merged).length > 0 ? merged : undefined;
  };
  putSetting(response, Lazy.uncachedAny({ produce }), 'ResponseParameters');
}

function parametersOf(headers: StaticHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [`${HEADER}${name}`, value]));
}

/** Whether all of it is now as wanted. */
function completeMap(response: apigateway.CfnGatewayResponse, property: MapProperty, wanted: Record<string, string>, refuse: Refuse): boolean {
  if (isUnknown(response, property)) {
    warn(response, 'RestApiErrorResponses.unknownSetting', `${property} depends on a value that is known at deployment only, and was left as it is.`);
    return false;
  }
  let isComplete = true;
  const current = settingOf(response, property);
  const known = Token.isUnresolved(current) ? Stack.of(response).resolve(current) : current;
  const differs = refuseDifference(response, property, refuse);
  putSetting(response, completedMap(response, known, wanted, difference => {
    isComplete = false;
    differs(difference);
  }), property);
  return isComplete;
}

function refuseDifference(response: apigateway.CfnGatewayResponse, property: MapProperty, refuse: Refuse) {
  return (difference: Difference) => refuse(conflict(response, `${property}['${difference.name}']`, inWords(difference)));
}

function conflict(response: apigateway.CfnGatewayResponse, property: string, why: string): ValidationError {
  const definedBy = (ownerOf(response) ?? response).node.path;
  return new ValidationError('GatewayResponseConflict',
    `RestApiErrorResponses can't set ${property} of the gateway response ${response.responseType}, which ${definedBy} defines: ${why}; `
    + 'remove it there, or choose an errorBody and corsAllowOrigin that agree with it', response);
}

// An unknown status is as good as none: the body is then for the default.
function numberOf(status: unknown): number | undefined {
  return typeof status === 'string' && /^\d{3}$/.test(status) ? Number(status) : undefined;
}

/** The answers that the API's definition doesn't give itself. */
function undefinedByBody(api: apigateway.CfnRestApi, answers: GatewayAnswer[], refuse: Refuse): GatewayAnswer[] {
  const body = api.body as Record<string, unknown> | undefined;
  const defined = body && !Token.isUnresolved(body) ? body['x-amazon-apigateway-gateway-responses'] : undefined;
  if (!defined) return answers;
  return answers.filter(({ type }) => {
    const isDefined = type in (defined as object);
    if (isDefined) {
      refuse(new ValidationError('GatewayResponseConflict', `RestApiErrorResponses can't set the gateway response ${type}, which the API's definition has under x-amazon-apigateway-gateway-responses; remove it there`, api));
    }
    return !isDefined;
  });
}

/** What the mixin made or completed, by app and API. */
const COMPLETED = new WeakMap<IConstruct, Map<IConstruct, apigateway.CfnGatewayResponse[]>>();

/** Looks at all APIs of an app at once. */
function failAtSynthesisIfDuplicate(api: apigateway.CfnRestApi, responses: apigateway.CfnGatewayResponse[]): void {
  const app = stageOf(api);
  let ofApp = COMPLETED.get(app);
  if (!ofApp) {
    ofApp = new Map();
    COMPLETED.set(app, ofApp);
    lookLast(app, (resources) => resources.filter(apigateway.CfnGatewayResponse.isCfnGatewayResponse).forEach(failIfDuplicate));
  }
  ofApp.set(api, responses);

  function failIfDuplicate(other: apigateway.CfnGatewayResponse): void {
    const mine = ofApp!.get(restApiOf(other)!)?.find(response => response.responseType === other.responseType);
    if (mine && mine !== other) {
      throw new ValidationError('GatewayResponseDuplicate', `The gateway response ${other.responseType} was defined by ${(ownerOf(other) ?? other).node.path} after RestApiErrorResponses made one at ${mine.node.path}; define it before the mixin is applied, so that the mixin completes it`, other);
    }
  }
}
