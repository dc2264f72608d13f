import type { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import { apiOf, hasDefinition } from './api-parts';
import type { WarningId } from './ids';
import { isImported } from './imported';
import { isStageV2 } from './resource-kinds';
import { settingOf } from './settings';
import { warn } from './warnings';
import type { ApiKind } from '../facts/access-log-variables';

/** The L1 of a stage of any kind of API. */
export type ApiStage = apigateway.CfnStage | apigwv2.CfnStage;

/** Whether the construct is the L1 of a stage. */
export function isApiStage(construct: IConstruct): construct is ApiStage {
  return apigateway.CfnStage.isCfnStage(construct) || isStageV2(construct);
}

/** Whether a mixin of stages has something to do or to say: for the L1 of one, and for one that isn't in the tree. */
export function isStageTarget(construct: IConstruct): boolean {
  return isApiStage(construct) || isImported(construct, 'stageRef', 'stageName');
}

/** The stage to change. For one that isn't in the tree it is a warning of what the mixin can't do, and nothing. */
export function stageTarget(construct: IConstruct, warning: WarningId, cannot: string): ApiStage | undefined {
  if (isApiStage(construct)) return construct;
  warn(construct, warning, `This stage is imported, so its settings can't be changed from here: ${cannot}`);
  return undefined;
}

/** What kind of API a stage is one of: `undefined` for an HTTP or WebSocket API that isn't in the tree. */
export function apiKindOf(stage: CfnResource): ApiKind | undefined {
  if (apigateway.CfnStage.isCfnStage(stage)) return 'REST';
  const api = apiOf(stage);
  return api && protocolOf(api);
}

/** Whether an API is an HTTP or a WebSocket API. Only HTTP APIs have a definition. */
export function protocolOf(api: CfnResource): 'HTTP' | 'WEBSOCKET' | undefined {
  const protocol = settingOf(api, 'ProtocolType') ?? (hasDefinition(api) ? 'HTTP' : undefined);
  return protocol === 'HTTP' || protocol === 'WEBSOCKET' ? protocol : undefined;
}
