import type { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { mixinLayer, type Layer } from './layer';
import type { LayerLog } from './report';
import { deploymentsOf, gatewayResponsesOf } from '../../api/private/rest-api-parts';
import { RestApiErrorResponses } from '../../api/rest-api-error-responses';
import { ownerOf } from '../../private/owner';
import type { RestApiLayer } from '../error-handling-layers';

/** Designs the answers of REST APIs. */
export function restApis(options: RestApiLayer): Layer {
  return mixinLayer({ name: 'restApis', mixin: new RestApiErrorResponses(options), look: lookAtAnswers, changed: newDeployments });
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
