import { Stage } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { findBelow, ownerOf, referenceTarget } from '../../private/owner';

/** Whether the construct is a REST API that is defined elsewhere, so that CDK has no L1 of it. */
export function isImportedRestApi(construct: IConstruct): boolean {
  const isL2 = 'restApiRef' in construct && 'restApiRootResourceId' in construct;
  return isL2 && !apigateway.CfnRestApi.isCfnRestApi(construct.node.defaultChild);
}

/** The L2 that made this REST API, if any: a `RestApi`, a `SpecRestApi` or one derived from them. */
export function restApiOwner(api: apigateway.CfnRestApi): apigateway.RestApiBase | undefined {
  const owner = ownerOf(api);
  return owner instanceof apigateway.RestApiBase ? owner : undefined;
}

/** What the API's resources inherit for CORS, if the API is an L2 that knows. */
export function preflightOf(api: apigateway.CfnRestApi): apigateway.CorsOptions | undefined {
  return restApiOwner(api)?.root?.defaultCorsPreflightOptions;
}

/** The gateway responses of an API, wherever they stand in the app. */
export function gatewayResponsesOf(api: apigateway.CfnRestApi): apigateway.CfnGatewayResponse[] {
  return partsOf(api, apigateway.CfnGatewayResponse.isCfnGatewayResponse);
}

/** The deployments of an API, wherever they stand in the app. */
export function deploymentsOf(api: apigateway.CfnRestApi): apigateway.CfnDeployment[] {
  return partsOf(api, apigateway.CfnDeployment.isCfnDeployment);
}

function partsOf<T extends CfnResource & { restApiId: string }>(api: apigateway.CfnRestApi, isPart: (x: any) => x is T): T[] {
  const app = Stage.of(api) ?? api.node.root;
  return findBelow(app, isPart).filter(part => referenceTarget(part.restApiId) === api);
}
