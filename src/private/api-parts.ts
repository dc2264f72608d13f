import { CfnResource, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { resourceBehind } from './event-source';
import { findBelow, ownerOf, stageOf } from './owner';
import { referencesIn } from './references';
import { settingOf } from './settings';

/** Of both versions. */
const API_GATEWAY = 'AWS::ApiGateway';

let shared: ApiResources | undefined;

/** The parts of an API of one kind, such as its stages, wherever they stand in the app. */
export function apiPartsOf<T extends CfnResource>(api: CfnResource, isPart: (construct: any) => construct is T): T[] {
  return apiResourcesAround(api, api).filter(isPart).filter((part) => apiOf(part) === api);
}

/** The API that a stage, method, route, integration or authorizer is a part of, if it is in the tree. */
export function apiOf(part: CfnResource): CfnResource | undefined {
  const id = settingOf(part, part.cfnResourceType.startsWith('AWS::ApiGateway::') ? 'RestApiId' : 'ApiId');
  // An L2 authorizer learns later which API it is for.
  return resourceBehind(part, id) ?? (Token.isUnresolved(id) ? referencesIn(part, id).find(CfnResource.isCfnResource) : undefined);
}

/** Whether parts of an API may be in a definition that nobody can see here. */
export function hasDefinition(api: CfnResource): boolean {
  return ['Body', 'BodyS3Location'].some((name) => settingOf(api, name) !== undefined);
}

/** The resources of API Gateway in the app or stage of one of them, without those that are known to be parts of another API than the one asked for. */
export function apiResourcesAround(near: CfnResource, api?: CfnResource): CfnResource[] {
  return shared ? shared.around(near, api) : findBelow(stageOf(near), isOfApiGateway);
}

/** Lets everything that looks for resources of API Gateway meanwhile share what was found before. */
export function sharingApiResources<T>(resources: ApiResources, make: () => T): T {
  const before = shared;
  shared = resources;
  try {
    return make();
  } finally {
    shared = before;
  }
}

/**
 * The resources of API Gateway in an app, for who asks for them with each of its APIs. The app is searched again only for what is newer than the
 * last search. What comes after that is found where it stands below the L2 of what is asked about.
 */
export class ApiResources {
  private readonly searched = new WeakSet<IConstruct>();
  private readonly byApi = new Map<CfnResource | undefined, CfnResource[]>();

  /** Those of an API, and those that are of none as far as is known. */
  public around(near: CfnResource, api?: CfnResource): CfnResource[] {
    findBelow(this.searched.has(near) ? ownerOf(near) ?? near : stageOf(near), isOfApiGateway).forEach((one) => this.add(one));
    const ofNone = this.byApi.get(undefined) ?? [];
    return api ? [...this.byApi.get(api) ?? [], ...ofNone] : ofNone;
  }

  private add(resource: CfnResource): void {
    if (this.searched.has(resource)) return;
    this.searched.add(resource);
    const api = apiOf(resource);
    const known = this.byApi.get(api);
    if (known) known.push(resource);
    else this.byApi.set(api, [resource]);
  }
}

function isOfApiGateway(construct: unknown): construct is CfnResource {
  return CfnResource.isCfnResource(construct) && construct.cfnResourceType.startsWith(API_GATEWAY);
}
