import { CfnResource, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { functionSubject, namedFrom } from '../../alarms/private/function-subject';
import { queueNameFrom, queueSubject } from '../../alarms/private/queue-subject';
import { announcedBelow } from '../../alarms/private/subscriptions';
import { differ } from '../../private/environments';
import { findBelow, ownerOf, referenceTarget } from '../../private/owner';
import { isProviderFunction } from '../../private/provider-function';
import { settingOf } from '../../private/settings';

/** One thing that a dashboard shows. */
export interface Shown {
  readonly kind: 'function' | 'restApi' | 'httpApi' | 'queue';
  /** As its metrics name it. Absent where that is not known. */
  readonly name?: string;
  /** As people know it. */
  readonly label: string;
  /** Where its alarms are. */
  readonly home: IConstruct;
}

/** What the user wants to see. */
export interface Wanted {
  readonly watched?: readonly IConstruct[];
  readonly functions?: readonly lambda.IFunctionRef[];
  readonly restApis?: readonly apigateway.IRestApiRef[];
  readonly httpApis?: readonly apigatewayv2.IApiRef[];
  readonly queues?: readonly sqs.IQueueRef[];
}

/** Everything to show, each thing once, by path: what is below the watched scopes, then what was listed. */
export function shownBy(scope: IConstruct, { watched = [], functions = [], restApis = [], httpApis = [], queues = [] }: Wanted): Shown[] {
  const below = <T extends IConstruct>(isKind: (construct: any) => construct is T): T[] => watched.flatMap((root) => findBelow(root, isKind));
  const all = [
    ...[...below(apigateway.CfnRestApi.isCfnRestApi), ...restApis].map(restApi),
    ...[...below(apigatewayv2.CfnApi.isCfnApi).filter((api) => api.protocolType !== 'WEBSOCKET'), ...httpApis].map(httpApi),
    ...[...below(isOwnFunction), ...functions].map((ref) => shownFunction(scope, ref)),
    ...[...below(sqs.CfnQueue.isCfnQueue), ...queues].map((ref) => shownQueue(scope, ref)),
  ];
  const homes = new Set<IConstruct>();
  return all.filter(({ home }) => !homes.has(home) && homes.add(home));
}

/** The ARNs of the alarms of this library on what is shown. */
export function alarmsOf(shown: readonly Shown[], watched: readonly IConstruct[] = []): string[] {
  return [...new Set([...watched, ...shown.map(({ home }) => home)].flatMap(announcedBelow))].map(({ attrArn }) => attrArn);
}

/** Something that is in another account or region than the dashboard, and so can't be referred to. */
export function elsewhere(scope: IConstruct, shown: readonly Shown[]): Shown | undefined {
  const here = Stack.of(scope);
  return shown.find(({ home }) => {
    const { account, region } = Stack.of(home);
    return differ(account, here.account) || differ(region, here.region);
  });
}

function isOwnFunction(construct: any): construct is lambda.CfnFunction {
  return lambda.CfnFunction.isCfnFunction(construct) && !isProviderFunction(construct);
}

function shownFunction(scope: IConstruct, ref: lambda.IFunctionRef): Shown {
  const { functionName, home } = namedFrom(scope, functionSubject((ref as { lambda?: lambda.IFunctionRef }).lambda ?? ref));
  return { kind: 'function', name: functionName, label: labelOf(home), home };
}

function shownQueue(scope: IConstruct, ref: sqs.IQueueRef): Shown {
  const subject = queueSubject(ref);
  return { kind: 'queue', name: queueNameFrom(scope, subject), label: labelOf(subject.home), home: subject.home };
}

function restApi(ref: apigateway.IRestApiRef): Shown {
  const target = apigateway.CfnRestApi.isCfnRestApi(ref) ? ref : referenceTarget(ref.restApiRef.restApiId);
  const resource = apigateway.CfnRestApi.isCfnRestApi(target) ? target : undefined;
  const home = (resource && (ownerOf(resource) ?? resource)) ?? ref;
  return { kind: 'restApi', name: resource && settingOf(resource, 'Name') as string | undefined, label: labelOf(home), home };
}

function httpApi(ref: apigatewayv2.IApiRef): Shown {
  const target = apigatewayv2.CfnApi.isCfnApi(ref) ? ref : referenceTarget(ref.apiRef.apiId);
  const resource = apigatewayv2.CfnApi.isCfnApi(target) ? target : undefined;
  const home = (resource && (ownerOf(resource) ?? resource)) ?? ref;
  return { kind: 'httpApi', name: ref.apiRef.apiId, label: labelOf(home), home };
}

/** The path below the stack, without the ids that say nothing. */
function labelOf(home: IConstruct): string {
  const path = home.node.scopes.slice(home.node.scopes.indexOf(Stack.of(home)) + 1).map(({ node }) => node.id);
  const short = path.filter((id, index) => index === 0 || !['Resource', 'Function', 'Queue', 'Default'].includes(id));
  return short.join('/') || (CfnResource.isCfnResource(home) ? home.logicalId : home.node.id);
}
