import { inspect } from 'util';
import { findLambdaError } from './lambda-error';

/** What the catalogue says about an error. */
export interface Definition {
  readonly code: string;
  readonly category: string;
  readonly httpStatus: number;
  readonly message: string;
  readonly retryable?: boolean;
  readonly retryAfter?: number;
  readonly documentationUrl?: string;
  readonly exposeFunctionMessage?: boolean;
  readonly messagePrefix?: string;
}

/** What the runtime passes beside the event, as far as it is used here. */
export interface Invocation {
  readonly awsRequestId?: string;
  getRemainingTimeInMillis?(): number;
}

const VERSION = 1;

/** The errors of the app, as `FunctionErrorCatalog` or `ErrorCatalog.toJson()` writes them. */
export class Catalog {
  public readonly errors: readonly Definition[] = [];
  /** The shape of all error bodies, problem details unless given: JSON with names of members where their values go. */
  public readonly body: { readonly contentType: string; readonly template: string } = {
    contentType: 'application/problem+json',
    template: '{"type":$problemType,"title":$title,"status":$status,"detail":$detail,"code":$code,"requestId":$requestId}',
  };

  /** Why there are no errors in it. That must not keep the function from answering. */
  private readonly problem?: string;

  constructor(text = process.env.LAMBDA_ERROR_CATALOG) {
    if (!text) return;
    try {
      const document = JSON.parse(text) ?? {};
      this.problem = problemOf(document);
      if (this.problem === undefined) Object.assign(this, { errors: document.errors, body: document.body ?? this.body });
    } catch (reason) {
      this.problem = (reason as Error).message;
    }
  }

  /** What it says about an error, or about one that this is wrapped around; without a code, by how the message begins. */
  public definitionOf(error: unknown): Definition | undefined {
    const code = findLambdaError(error)?.code;
    const { message = undefined } = error instanceof Error && code === undefined ? error : {};
    return this.errors.find((one) => one.code === code || (one.messagePrefix !== undefined && message?.startsWith(one.messagePrefix)));
  }

  /**
   * Writes the one line about a failure, with everything that is known: callers get to see next to nothing. Not with `console`, which puts
   * a date before the JSON.
   */
  public log(error: unknown, context?: Invocation, more?: object): void {
    const { category, retryable } = this.definitionOf(error) ?? {};
    const code = findLambdaError(error)?.code;
    const isExpected = category !== undefined && category !== 'permanent';
    const [level, stack] = isExpected ? ['WARN'] : ['ERROR', (error as Error | undefined)?.stack];
    const line = { timestamp: new Date(), level, message: 'function failed', requestId: context?.awsRequestId, code, category, retryable };
    process.stdout.write(`${JSON.stringify({ ...line, error: chainOf(error), stack, catalogError: this.problem, ...more })}\n`);
  }
}

/** Why a document can't be used. */
function problemOf({ version, errors, body }: Record<string, any>): string | undefined {
  if (version !== VERSION) return `version ${JSON.stringify(version)} of the catalogue, but version ${VERSION} is read here`;
  if (!Array.isArray(errors) || !errors.every(isDefinition)) return 'errors of the catalogue are not all definitions';
  const isBody = (body ?? undefined) === undefined || (typeof body.contentType === 'string' && typeof body.template === 'string');
  return isBody ? undefined : 'body of the catalogue is none';
}

/** Whether it has what is used here, in the types that are needed. */
function isDefinition(one: Partial<Definition> | null): boolean {
  const texts = [one?.code, one?.category, one?.message];
  const others = [one?.messagePrefix, one?.documentationUrl].filter((text) => text !== undefined);
  const status = one?.httpStatus ?? 0;
  return [...texts, ...others].every((text) => typeof text === 'string') && Number.isInteger(status) && status >= 400 && status <= 599;
}

/** The messages from the outside in. */
function chainOf(error: unknown): string {
  const chain = new Set<unknown>();
  for (let next = error; next !== undefined && !chain.has(next); next = next instanceof Error ? next.cause : undefined) chain.add(next);
  return [...chain].map((one) => one instanceof Error ? one.message : typeof one === 'string' ? one : inspect(one)).join(': ');
}
