import type { CfnElement, IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import { DefaultTokenResolver, Reference, StringConcat, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { templateOf } from './owner';

/** What an element of the template refers to. Empty for one that can't be rendered, which synthesis will complain about. */
export function referencesFrom(element: CfnElement): IConstruct[] {
  try {
    return referencesIn(element, templateOf(element));
  } catch {
    return [];
  }
}

/** What a value refers to, as a whole or in parts of it. */
export function referencesIn(scope: IConstruct, value: unknown): IConstruct[] {
  return readReferences(scope, value).targets;
}

/** What a value refers to, and what it says around its references. */
export function readReferences(scope: IConstruct, value: unknown): { readonly targets: IConstruct[]; readonly rendered: unknown } {
  const resolver = new ReferenceCollector();
  const rendered: unknown = Tokenization.resolve(value, { scope, resolver, preparing: true });
  return { targets: [...resolver.targets], rendered };
}

class ReferenceCollector extends DefaultTokenResolver {
  public readonly targets = new Set<IConstruct>();

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token)) this.targets.add(token.target);
    return super.resolveToken(token, context, postProcessor);
  }
}
