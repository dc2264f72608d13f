import { CfnResource, Stage, Token } from 'aws-cdk-lib';
import { resourceBehind } from './event-source';
import { findBelow } from './owner';
import { referencesIn } from './references';
import { settingOf } from './settings';

/** The parts of an API of one kind, such as its stages, wherever they stand in the app. */
export function apiPartsOf<T extends CfnResource>(api: CfnResource, isPart: (construct: any) => construct is T): T[] {
  const app = Stage.of(api) ?? api.node.root;
  return findBelow(app, isPart).filter((part) => apiOf(part) === api);
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
