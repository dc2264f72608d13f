import type { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { mixinLayer, settings, type Layer } from './layer';
import type { LayerLog } from './report';
import { HttpIntegrationErrorMapping } from '../../api/http-integration-error-mapping';
import { deploymentsOf, gatewayResponsesOf } from '../../api/private/rest-api-parts';
import { RestApiErrorResponses } from '../../api/rest-api-error-responses';
import { StageErrorLogging } from '../../api/stage-error-logging';
import { apiOf } from '../../private/api-parts';
import { protocolOf, type ApiStage } from '../../private/api-stages';
import { ownerOf } from '../../private/owner';
import { StageTracing } from '../../tracing/stage-tracing';
import type { HttpIntegrationLayer, RestApiLayer, StageLoggingLayer, StageTracingLayer } from '../error-handling-layers';

/** What is done to APIs. */
export interface ApiLayers {
  readonly restApis?: RestApiLayer;
  readonly httpIntegrations?: HttpIntegrationLayer;
  readonly stageLogging?: StageLoggingLayer;
  readonly stageTracing?: StageTracingLayer;
}

/** Designs the answers of APIs, and logs and traces their stages. */
export function apiLayers({ restApis = {}, httpIntegrations, stageLogging = {}, stageTracing = {} }: ApiLayers): (Layer | false)[] {
  return [
    (restApis.enabled ?? true) && mixinLayer({
      name: 'restApis', mixin: new RestApiErrorResponses(restApis), look: lookAtAnswers, changed: newDeployments,
    }),
    httpIntegrations !== undefined && (httpIntegrations.enabled ?? true) && mixinLayer({
      name: 'httpIntegrations', mixin: new HttpIntegrationErrorMapping(httpIntegrations), look: settings('ResponseParameters'), isSkipped: isWebSocket,
    }),
    (stageLogging.enabled ?? true) && logging(new StageErrorLogging(stageLogging)),
    (stageTracing.enabled ?? true) && mixinLayer({
      name: 'stageTracing', mixin: new StageTracing(), look: settings('TracingEnabled'), isSkipped: (stage) => !apigateway.CfnStage.isCfnStage(stage),
    }),
  ];
}

function logging(mixin: StageErrorLogging): Layer {
  return mixinLayer({
    name: 'stageLogging',
    mixin,
    look: settings('AccessLogSetting', 'AccessLogSettings', 'MethodSettings', 'DefaultRouteSettings'),
    isSkipped: (stage, log) => {
      if (mixin._canLog(stage as ApiStage)) return false;
      log.left('its access log, because the account may lack the role that API Gateway writes logs with: where it has it, say accountHasLogRole: true');
      return true;
    },
  });
}

function isWebSocket(integration: CfnResource): boolean {
  const api = apiOf(integration);
  return api !== undefined && protocolOf(api) === 'WEBSOCKET';
}

function lookAtAnswers(api: CfnResource): Record<string, unknown> {
  const answers = gatewayResponsesOf(api as apigateway.CfnRestApi);
  return {
    'gateway responses': JSON.stringify(answers.map(({ responseType, statusCode, responseParameters, responseTemplates }) =>
      [responseType, statusCode, responseParameters, responseTemplates])),
  };
}

/** An L2 deployment gets its logical id from what the API answers. Of others the mixin warns. */
function newDeployments(api: CfnResource, log: LayerLog): void {
  deploymentsOf(api as apigateway.CfnRestApi).filter((deployment) => ownerOf(deployment)).forEach((deployment) =>
    log.of(deployment).newLogicalId('AWS::ApiGateway::Deployment: the answers are deployed'));
}
