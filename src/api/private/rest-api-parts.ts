import type { CfnResource, IResolveContext } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { apiResourcesAround } from '../../private/api-parts';
import { oncePerSynthesis } from '../../private/once-per-synthesis';
import { findBelow, ownerOf, referenceTarget, stageOf } from '../../private/owner';

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

/** The API that a method, a deployment or another part belongs to, if it is in the tree. */
export function restApiOf(part: { restApiId: string }): apigateway.CfnRestApi | undefined {
  const api = referenceTarget(part.restApiId);
  return api && apigateway.CfnRestApi.isCfnRestApi(api) ? api : undefined;
}

/** What belongs to an API, wherever it stands in the app. */
export interface RestApiParts {
  readonly responses: apigateway.CfnGatewayResponse[];
  readonly deployments: apigateway.CfnDeployment[];
  readonly methods: apigateway.CfnMethod[];
}

type Methods = ReadonlyMap<IConstruct | undefined, readonly apigateway.CfnMethod[]>;

const METHODS = new WeakMap<IConstruct, (api: IConstruct, context: IResolveContext) => Methods>();

/** The methods of an API for what is part of a template that is being written: found once for all APIs of the app. */
export function methodsAtSynthesis(api: apigateway.CfnRestApi, context: IResolveContext): readonly apigateway.CfnMethod[] {
  const app = stageOf(api);
  const read = METHODS.get(app) ?? oncePerSynthesis(() => methodsByApi(app), false);
  METHODS.set(app, read);
  return read(api, context).get(api) ?? [];
}

function methodsByApi(app: IConstruct): Methods {
  const found = new Map<IConstruct | undefined, apigateway.CfnMethod[]>();
  for (const method of findBelow(app, apigateway.CfnMethod.isCfnMethod)) {
    const api = restApiOf(method);
    found.set(api, [...found.get(api) ?? [], method]);
  }
  return found;
}

/** Finds the parts of an API. */
export function partsOf(api: apigateway.CfnRestApi): RestApiParts {
  const around = apiResourcesAround(api, api);
  const own = <T extends CfnResource & { restApiId: string }>(isKind: (construct: any) => construct is T) =>
    around.filter(isKind).filter((part) => restApiOf(part) === api);
  return {
    responses: own(apigateway.CfnGatewayResponse.isCfnGatewayResponse),
    deployments: own(apigateway.CfnDeployment.isCfnDeployment),
    methods: own(apigateway.CfnMethod.isCfnMethod),
  };
}
