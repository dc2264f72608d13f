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
export function inheritedCors(api: apigateway.CfnRestApi): apigateway.CorsOptions | undefined {
  return restApiOwner(api)?.root?.defaultCorsPreflightOptions;
}

/** The app, or the stage, that an API and all of its parts are in. */
export function appOf(api: apigateway.CfnRestApi): IConstruct {
  return Stage.of(api) ?? api.node.root;
}

/** The API that a method, a deployment or another part belongs to, if it is in the tree. */
export function restApiOf(part: { restApiId: string }): apigateway.CfnRestApi | undefined {
  const api = referenceTarget(part.restApiId);
  return api && apigateway.CfnRestApi.isCfnRestApi(api) ? api : undefined;
}

/** The gateway responses of an API, wherever they stand in the app. */
export function gatewayResponsesOf(api: apigateway.CfnRestApi): apigateway.CfnGatewayResponse[] {
  return partsOf(api, apigateway.CfnGatewayResponse.isCfnGatewayResponse);
}

/** The deployments of an API, wherever they stand in the app. */
export function deploymentsOf(api: apigateway.CfnRestApi): apigateway.CfnDeployment[] {
  return partsOf(api, apigateway.CfnDeployment.isCfnDeployment);
}

/** The methods of an API, wherever they stand in the app. */
export function methodsOf(api: apigateway.CfnRestApi): apigateway.CfnMethod[] {
  return partsOf(api, apigateway.CfnMethod.isCfnMethod);
}

function partsOf<T extends CfnResource & { restApiId: string }>(api: apigateway.CfnRestApi, isPart: (x: any) => x is T): T[] {
  return findBelow(appOf(api), isPart).filter(part => restApiOf(part) === api);
}
