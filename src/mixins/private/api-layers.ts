import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { mixinLayer, type Layer } from './layer';
import type { LayerLog } from './report';
import { appOf, restApiOf, restApiOwner } from '../../api/private/rest-api-parts';
import { RestApiErrorResponses } from '../../api/rest-api-error-responses';
import { findBelow, ownerOf } from '../../private/owner';
import type { RestApiLayer } from '../error-handling-layers';

type Part = apigateway.CfnGatewayResponse | apigateway.CfnDeployment;

/** Designs the answers of REST APIs. */
export function restApis(options: RestApiLayer): Layer {
  const parts = new RestApiParts();
  return mixinLayer({
    name: 'restApis',
    mixin: new RestApiErrorResponses(options),
    look: (api) => lookAtAnswers(parts.of(api as apigateway.CfnRestApi)),
    changed: (api, log) => newDeployments(parts.of(api as apigateway.CfnRestApi), log),
  });
}

function lookAtAnswers(parts: readonly Part[]): Record<string, unknown> {
  const answers = parts.filter((part) => apigateway.CfnGatewayResponse.isCfnGatewayResponse(part));
  return {
    'gateway responses': JSON.stringify(answers.map(({ responseType, statusCode, responseParameters, responseTemplates }) =>
      [responseType, statusCode, responseParameters, responseTemplates])),
  };
}

/** An L2 deployment gets its logical id from what the API answers. Of others the mixin warns. */
function newDeployments(parts: readonly Part[], log: LayerLog): void {
  parts.filter((part) => apigateway.CfnDeployment.isCfnDeployment(part) && ownerOf(part)).forEach((deployment) =>
    log.of(deployment).newLogicalId('AWS::ApiGateway::Deployment: the answers are deployed'));
}

/** The gateway responses and deployments of APIs. The app is searched again only for APIs that are newer than the last search. */
class RestApiParts {
  private readonly byApi = new Map<IConstruct | undefined, Set<Part>>();
  private readonly searched = new WeakSet<IConstruct>();

  public of(api: apigateway.CfnRestApi): Part[] {
    this.add(this.searched.has(api) ? restApiOwner(api) ?? api : appOf(api));
    return [...this.byApi.get(api) ?? []];
  }

  private add(scope: IConstruct): void {
    findBelow(scope, (construct): construct is Part => {
      if (apigateway.CfnRestApi.isCfnRestApi(construct)) this.searched.add(construct);
      else if (isPart(construct)) this.byApi.set(restApiOf(construct), (this.byApi.get(restApiOf(construct)) ?? new Set()).add(construct));
      return false;
    });
  }
}

function isPart(construct: unknown): construct is Part {
  return apigateway.CfnGatewayResponse.isCfnGatewayResponse(construct) || apigateway.CfnDeployment.isCfnDeployment(construct);
}
