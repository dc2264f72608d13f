import type { CfnResource } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { isOn, mixinLayer, settings, type Layer } from './layer';
import type { LayerLog } from './report';
import { HttpIntegrationErrorMapping } from '../../api/http-integration-error-mapping';
import { partsOf } from '../../api/private/rest-api-parts';
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
export function apiLayers({ restApis, httpIntegrations, stageLogging, stageTracing }: ApiLayers): (Layer | false)[] {
  return [
    isOn(restApis) && answersOfApis(restApis),
    httpIntegrations !== undefined && isOn(httpIntegrations) && mixinLayer({
      name: 'httpIntegrations',
      types: ['AWS::ApiGatewayV2::Integration'],
      options: httpIntegrations,
      makeMixin: () => new HttpIntegrationErrorMapping(httpIntegrations),
      look: settings('ResponseParameters'),
      isSkipped: isWebSocket,
    }),
    isOn(stageLogging) && logging(stageLogging),
    isOn(stageTracing) && mixinLayer({
      name: 'stageTracing',
      types: ['AWS::ApiGateway::Stage'],
      options: stageTracing,
      makeMixin: () => new StageTracing(),
      look: settings('TracingEnabled'),
    }),
  ];
}

function answersOfApis(options?: RestApiLayer): Layer {
  return mixinLayer({
    name: 'restApis',
    types: ['AWS::ApiGateway::RestApi'],
    options,
    makeMixin: () => new RestApiErrorResponses(options),
    look: (api) => lookAtAnswers(partsOf(api as apigateway.CfnRestApi).responses),
    changed: (api, log) => newDeployments(partsOf(api as apigateway.CfnRestApi).deployments, log),
  });
}

function logging(options?: StageLoggingLayer): Layer {
  return mixinLayer({
    name: 'stageLogging',
    types: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
    options,
    makeMixin: () => new StageErrorLogging(options),
    look: settings('AccessLogSetting', 'AccessLogSettings', 'MethodSettings', 'DefaultRouteSettings'),
    isSkipped: (stage, log, mixin) => {
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

function lookAtAnswers(answers: readonly apigateway.CfnGatewayResponse[]): Record<string, unknown> {
  return {
    'gateway responses': JSON.stringify(answers.map(({ responseType, statusCode, responseParameters, responseTemplates }) =>
      [responseType, statusCode, responseParameters, responseTemplates])),
  };
}

/** An L2 deployment gets its logical id from what the API answers. Of others the mixin warns. */
function newDeployments(deployments: readonly apigateway.CfnDeployment[], log: LayerLog): void {
  deployments.filter(ownerOf).forEach((deployment) =>
    log.of(deployment).newLogicalId('AWS::ApiGateway::Deployment: the answers are deployed'));
}
