import { Aws, DefaultTokenResolver, ResolutionTypeHint, Stack, Token, Tokenization, type IFragmentConcatenator, type IResolvable, type IResolveContext } from 'aws-cdk-lib';

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
    const resolver = new DefaultTokenResolver(new Parts());
    return this.rendered ??= Tokenization.resolve(this.text, { scope: this.stack, resolver, preparing: false });
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

interface Join {
  readonly 'Fn::Join': [string, unknown[]];
}

/** Puts a text together as CDK does. CDK looks at all parts again with each that comes, of which a text with links has a dozen. */
class Parts implements IFragmentConcatenator {
  private last?: Join;

  public join(left: unknown, right: unknown): unknown {
    const parts = this.last && this.last === left ? this.last['Fn::Join'][1] : appended([], left);
    appended(parts, right);
    if (parts.length < 2) return parts[0] ?? '';
    this.last = { 'Fn::Join': ['', parts] };
    return this.last;
  }
}

/** A list with one part more: literals that follow each other are one, and what is put together already is taken apart. */
function appended(parts: unknown[], part: unknown): unknown[] {
  const last = parts.length - 1;
  if (part === undefined) return parts;
  if (isJoin(part)) part['Fn::Join'][1].forEach((one) => appended(parts, one));
  else if (isLiteral(part) && isLiteral(parts[last])) parts[last] = `${parts[last]}${part}`;
  else parts.push(part);
  return parts;
}

function isLiteral(part: unknown): part is string | number {
  return typeof part === 'string' || typeof part === 'number';
}

function isJoin(part: unknown): part is Join {
  const join = (part as Partial<Join> | null)?.['Fn::Join'];
  return Array.isArray(join) && join[0] === '' && Array.isArray(join[1]);
}
