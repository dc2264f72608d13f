import { Aws, ResolutionTypeHint, Stack, Token, Tokenization, type IResolvable, type IResolveContext } from 'aws-cdk-lib';

/**
 * A text in a stack whose tokens are rendered once per synthesis. CDK does it three times for each property: to find what it refers to, for
 * the tree, and for the template. For a text with many tokens, as an alarm has, that takes longer than all else about the alarm.
 */
export function renderedOnce(text: string, stack: Stack): string {
  return Token.isUnresolved(text) ? Token.asString(new RenderedOnce(text, stack)) : text;
}

/** What refers to nothing in the tree, so that nobody who looks for references need ask it. */
const PSEUDO_PARAMETERS = new Set(tokensIn(`${Aws.REGION}${Aws.PARTITION}${Aws.ACCOUNT_ID}${Aws.URL_SUFFIX}`));

function tokensIn(text: string): IResolvable[] {
  return Tokenization.reverseString(text).tokens;
}

class RenderedOnce implements IResolvable {
  public readonly creationStack: string[] = [];
  public readonly typeHint = ResolutionTypeHint.STRING;
  private readonly tokens: readonly IResolvable[];
  /** Whether references are settled: before, names may still change. */
  private isPrepared = false;
  private rendered: unknown;

  constructor(private readonly text: string, private readonly stack: Stack) {
    this.tokens = [...new Set(tokensIn(text))].filter((token) => !PSEUDO_PARAMETERS.has(token));
  }

  public resolve(context: IResolveContext): unknown {
    if (context.preparing) return this.prepare(context);
    if (!this.isPrepared || Stack.of(context.scope) !== this.stack) return this.text;
    return this.rendered ??= this.stack.resolve(this.text);
  }

  public toString(): string {
    return Token.asString(this);
  }

  public toJSON(): string {
    return '<text>';
  }

  /** Each synthesis begins with this pass, which asks for tokens only, not for what they are rendered to. */
  private prepare(context: IResolveContext): string {
    this.isPrepared = true;
    this.rendered = undefined;
    this.tokens.forEach((token) => context.resolve(token));
    return '<text>';
  }
}
