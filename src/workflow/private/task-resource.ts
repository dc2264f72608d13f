import { CfnResource, DefaultTokenResolver, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { IFragmentConcatenator, IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { UNKNOWN } from './json-text';
import type { TaskKind } from './workflow-plan';
import { resourceWithLogicalId } from '../../private/owner';
import { settingOf } from '../../private/settings';

/** The optimized integration, the one of the SDK, and the ARN of a function, alias or version. */
const LAMBDA_RESOURCE = /^arn:[^:]*:(states:[^:]*:[^:]*:(aws-sdk:)?lambda:invoke(\.\w+)?|lambda:[^:]*:[^:]*:function:.+)$/;
/** What stands for every function in the tree. */
const SOME_FUNCTION = 'arn:aws:lambda:::function:in-the-tree';
const VARIABLE = /\$\{([^}]*)\}/g;
const VARIABLE_ONLY = new RegExp(`^${VARIABLE.source}$`);

/** A value with tokens resolved, but for those of functions in the tree: also in other stacks, before and after CDK wires stacks up. */
export function resolveForKinds(scope: IConstruct, value: unknown): unknown {
  return Tokenization.resolve(value, { scope, resolver: new FunctionResolver(), preparing: true });
}

/** What a task calls, as far as it is known. */
export function taskKind(scope: IConstruct, resource: unknown): TaskKind {
  if (typeof resource === 'string') return kindOfText(scope, resource);
  const [name, value] = Object.entries<any>(resource ?? {})[0] ?? [];
  switch (name) {
    case 'Ref': return isFunction(scope, value) ? 'lambda' : 'unknown';
    case 'Fn::GetAtt': return isFunction(scope, Array.isArray(value) ? value[0] : value) ? 'lambda' : 'unknown';
    case 'Fn::Sub': return kindOfText(scope, Array.isArray(value) ? value[0] : value, value[1]);
    case 'Fn::Join': return Array.isArray(value[1]) ? kindOfText(scope, value[1].map((part: unknown) => typeof part === 'string' ? part : UNKNOWN).join(value[0])) : 'unknown';
    default: return 'unknown';
  }
}

function kindOfText(scope: IConstruct, text: string, variables?: Record<string, unknown>): TaskKind {
  if (text === SOME_FUNCTION) return 'lambda';
  const [only, name] = VARIABLE_ONLY.exec(text) ?? [];
  if (only) return kindOfVariable(scope, name, variables);
  const known = text.replace(VARIABLE, UNKNOWN);
  if (LAMBDA_RESOURCE.test(known)) return 'lambda';
  return known.startsWith('arn:') ? 'other' : 'unknown';
}

/** A variable of `DefinitionSubstitutions` or `Fn::Sub`, or what `Fn::Sub` takes for one: a resource or an attribute of one. */
function kindOfVariable(scope: IConstruct, name: string, variables?: Record<string, unknown>): TaskKind {
  const substitutions = CfnResource.isCfnResource(scope)
    ? resolveForKinds(scope, settingOf(scope, 'DefinitionSubstitutions')) as Record<string, unknown> | undefined : undefined;
  const value = variables?.[name] ?? substitutions?.[name];
  if (value !== undefined) return value === `\${${name}}` ? 'unknown' : taskKind(scope, value);
  return isFunction(scope, name) ? 'lambda' : 'unknown';
}

function isFunction(scope: IConstruct, reference: unknown): boolean {
  return typeof reference === 'string' && isFunctionResource(resourceWithLogicalId(Stack.of(scope), reference.split('.')[0]));
}

function isFunctionResource(construct: unknown): boolean {
  return lambda.CfnFunction.isCfnFunction(construct) || lambda.CfnAlias.isCfnAlias(construct) || lambda.CfnVersion.isCfnVersion(construct);
}

class FunctionResolver extends DefaultTokenResolver {
  constructor() {
    super(new Join());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    return Reference.isReference(token) && isFunctionResource(token.target) ? SOME_FUNCTION : super.resolveToken(token, context, postProcessor);
  }
}

/** CDK's own concatenator for templates is not public. */
class Join implements IFragmentConcatenator {
  public join(left: unknown, right: unknown): unknown {
    const parts = [left, right].filter((part) => part !== undefined).flatMap(partsOf);
    return parts.every((part) => typeof part === 'string') ? parts.join('') : { 'Fn::Join': ['', parts] };
  }
}

/** What can be joined on: the parts of a text, but not of one with delimiters, or of a list that only the deployment knows. */
function partsOf(text: unknown): unknown[] {
  const [delimiter, parts] = (text as { 'Fn::Join'?: [string, unknown] })['Fn::Join'] ?? [];
  return delimiter === '' && Array.isArray(parts) ? parts : [text];
}
