import { Token, type CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { WatchedResource } from './count-alarms';
import { LIMITS } from '../../facts/limits';
import { apiPartsOf } from '../../private/api-parts';
import { protocolOf } from '../../private/api-stages';
import { ValidationError } from '../../private/errors';
import { ownerOf, referenceTarget } from '../../private/owner';
import { isApiV2, isStageV2 } from '../../private/resource-kinds';
import { settingOf } from '../../private/settings';

/** The API, or one stage of it, that an alarm watches. */
export interface ApiSubject extends WatchedResource {
  /** The API, if it is in the tree. */
  readonly api?: CfnResource;
  /** The stages that are watched, if they are in the tree. */
  readonly stages: readonly CfnResource[];
  /** How long it waits for an integration in milliseconds, unless the integration says. */
  readonly timeout: number;
}

/** Reads a reference to a REST API. Its metrics have its name, not its id. */
export function restApiSubject(ref: apigateway.IRestApiRef, stageRef?: apigateway.IStageRef, givenName?: string): ApiSubject {
  const api = [ref, referenceTarget(ref.restApiRef.restApiId)].find(apigateway.CfnRestApi.isCfnRestApi);
  const name = givenName ?? (api && restApiName(api));
  if (name === undefined) {
    throw new ValidationError('RestApiNameUnknown', api
      ? 'the metrics of a REST API have its name, and this one has no name that is known at synthesis: give it restApiName'
      : 'the metrics of a REST API have its name, which the reference to an imported API doesn\'t tell: give fromRestApi() restApiName', ref);
  }
  const stages = stageRef ? l1sOf(stageRef, apigateway.CfnStage.isCfnStage) : api ? apiPartsOf(api, apigateway.CfnStage.isCfnStage) : [];
  return {
    ...placeOf(ref, api, stageRef),
    api,
    stages,
    name,
    dimensions: { ApiName: dimensionOf(name, ref.restApiRef.restApiId), ...(stageRef && { Stage: stageRef.stageRef.stageName }) },
    timeout: LIMITS.restIntegrationTimeout.default,
  };
}

/** Reads a reference to an HTTP API or WebSocket API. */
export function apiSubject(ref: apigwv2.IApiRef, protocol: 'HTTP' | 'WEBSOCKET', stageRef?: apigwv2.IStageRef): ApiSubject {
  const { apiId } = ref.apiRef;
  const api = [ref, referenceTarget(apiId)].find(isApiV2);
  checkProtocol(ref, api, protocol);
  const name = api && settingOf(api, 'Name');
  return {
    ...placeOf(ref, api, stageRef),
    api,
    stages: stageRef ? l1sOf(stageRef, isStageV2) : api ? apiPartsOf(api, isStageV2) : [],
    name: isText(name) ? name : apiId,
    dimensions: { ApiId: api?.ref ?? apiId, ...(stageRef && { Stage: stageRef.stageRef.stageName }) },
    timeout: (protocol === 'HTTP' ? LIMITS.httpIntegrationTimeout : LIMITS.webSocketIntegrationTimeout).default,
  };
}

/** Alarms of one stage stand below it. */
function placeOf(ref: IConstruct & IEnvironmentAware, api?: CfnResource, stageRef?: IConstruct): Pick<WatchedResource, 'ref' | 'home'> {
  const stage = stageRef && (stageRef.node.defaultChild ?? stageRef) as CfnResource;
  const resource = stage ?? api;
  return { ref, home: resource ? ownerOf(resource) ?? stageRef ?? resource : ref };
}

function l1sOf<T extends CfnResource>(ref: IConstruct, isKind: (construct: any) => construct is T): T[] {
  return [ref, ref.node.defaultChild].filter(isKind);
}

function checkProtocol(ref: IConstruct, api: apigwv2.CfnApi | undefined, protocol: string): void {
  const found = api && protocolOf(api);
  if (found === undefined || found === protocol) return;
  const [asked, other] = protocol === 'HTTP' ? ['HttpApiAlarms', 'WebSocketApiAlarms'] : ['WebSocketApiAlarms', 'HttpApiAlarms'];
  throw new ValidationError('ApiAlarmCannotFire',
    `alarms of ${asked} can never fire, because the ProtocolType of the API is ${found}, whose metrics have other names: use ${other}`, ref);
}

/** The name of a REST API, or the title in a definition that is written in the template. */
export function restApiName(api: apigateway.CfnRestApi): string | undefined {
  return [settingOf(api, 'Name'), settingOf(api, 'Body', 'info', 'title')].find(isText);
}

/** As API Gateway names it: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html */
function dimensionOf(name: string, id: string): string {
  return Token.isUnresolved(name) ? name : [...name].filter((letter) => letter.charCodeAt(0) < 128).join('') || id;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
