import type { CfnElement, IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import { DefaultTokenResolver, Reference, StringConcat, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { templateOf } from './owner';

/** What an element of the template refers to. Empty for one that can't be rendered, which synthesis will complain about. */
export function referencesFrom(element: CfnElement): IConstruct[] {
  const resolver = new ReferenceCollector();
  try {
    Tokenization.resolve(templateOf(element), { scope: element, resolver, preparing: true });
  } catch {
    return [];
  }
  return [...resolver.targets];
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
