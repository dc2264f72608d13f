import { CfnResource, DefaultTokenResolver, Reference, Tokenization, type IResolvable, type IResolveContext, type IPostProcessor } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { functionBehind, templateOf } from './owner';
import { settingOf } from './settings';
import { INVOCATION_POINTS, type InvocationPoint } from '../facts/invocation-points';

/** A resource that has a function invoked. */
export interface Invocation {
  readonly by: CfnResource;
  readonly point: InvocationPoint;
  readonly fn: lambda.CfnFunction;
  /** Whether the function is named by one of its versions or aliases, or may be. */
  readonly isQualified: boolean;
}

/** The kind of resource that a name or ARN of a function refers to. */
type Named = lambda.CfnFunction | lambda.CfnAlias | lambda.CfnVersion;

/** What stands for a function in text: a character for private use, which no name, ARN or URI has, and JSON takes as it is. */
const MARK = /\uE000(\d+)\uE000(:?)/;

/** In text that only the deployment knows, which may have a qualifier that we don't see. */
const INTRINSIC = '{"Fn::';

const POINTS = new Map<string, readonly InvocationPoint[]>();
for (const point of INVOCATION_POINTS) POINTS.set(point.resourceType, [...POINTS.get(point.resourceType) ?? [], point]);

/** Whether resources of the type can have a function invoked. */
export function mayInvoke(resource: CfnResource): boolean {
  return POINTS.has(resource.cfnResourceType);
}

/** The functions in the tree that a resource has invoked, as far as it refers to them: a name that is spelled out is not found. */
export function invocationsOf(resource: CfnResource): Invocation[] {
  const points = POINTS.get(resource.cfnResourceType) ?? [];
  const resolver = new NamedFunctions();
  const properties = points.length > 0 ? propertiesWithMarks(resource, resolver) : undefined;
  return points.flatMap((point) => textsAt(properties, point.path).flatMap((text) => {
    const [, index, colon] = MARK.exec(text) ?? [];
    const named = resolver.found[Number(index)];
    const fn = named && (lambda.CfnFunction.isCfnFunction(named) ? named : functionBehind(settingOf(named, 'FunctionName')));
    return fn ? [{ by: resource, point, fn, isQualified: named !== fn || colon !== '' || text.includes(INTRINSIC) }] : [];
  }));
}

/** The properties of a resource with marks for functions. Nothing for a resource that can't be rendered, of which synthesis will complain. */
function propertiesWithMarks(resource: CfnResource, resolver: NamedFunctions): unknown {
  try {
    const { Resources } = Tokenization.resolve(templateOf(resource), { scope: resource, resolver, preparing: false });
    return (Object.values(Resources)[0] as { Properties?: unknown }).Properties;
  } catch {
    return undefined;
  }
}

function textsAt(value: unknown, [name, ...rest]: readonly string[]): string[] {
  if (name === undefined) return typeof value === 'string' ? [value] : [];
  if (name === '**') return everythingIn(typeof value === 'string' ? parsed(value) : value).flatMap((one) => textsAt(one, rest));
  if (value === null || typeof value !== 'object') return [];
  const inside = name === '*' ? Object.values(value) : [(value as Record<string, unknown>)[name]];
  return inside.flatMap((one) => textsAt(one, rest));
}

function everythingIn(value: unknown): object[] {
  if (value === null || typeof value !== 'object') return [];
  return [value, ...Object.values(value).flatMap(everythingIn)];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asText(part: unknown): string {
  return typeof part === 'string' ? part : JSON.stringify(part) ?? '';
}

/** Renders a mark for each reference to a function, alias or version. */
class NamedFunctions extends DefaultTokenResolver {
  public readonly found: Named[] = [];

  constructor() {
    super({ join: (left, right) => [left, right].map(asText).join('') });
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const target = Reference.isReference(token) ? token.target : undefined;
    return isNamed(target) ? `\uE000${this.found.push(target) - 1}\uE000` : super.resolveToken(token, context, postProcessor);
  }
}

function isNamed(construct: IConstruct | undefined): construct is Named {
  return lambda.CfnFunction.isCfnFunction(construct) || lambda.CfnAlias.isCfnAlias(construct) || lambda.CfnVersion.isCfnVersion(construct);
}
