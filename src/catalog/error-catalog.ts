import type { ErrorDefinition } from './error-definition';
import { ValidationError } from '../private/errors';
import { catalogGo } from './private/catalog-go';
import { catalogJson } from './private/catalog-json';
import { catalogMarkdown } from './private/catalog-markdown';
import { validateStarts } from './private/message-starts';

/** How the Go file of a catalogue looks. */
export interface GoSourceOptions {
  /** The package that the file is in: a Go identifier. */
  readonly packageName: string;
}

/** The app's own errors, declared once. Immutable. */
export class ErrorCatalog {
  /**
   * A catalogue of these errors.
   *
   * Fails with `ErrorCodeDuplicate` when two of them have one code, and with `ErrorMessagePrefixOverlap` when one message could tell two.
   */
  public static of(...definitions: ErrorDefinition[]): ErrorCatalog {
    return new ErrorCatalog(definitions);
  }

  private readonly byCode: ReadonlyMap<string, ErrorDefinition>;

  private constructor(definitions: ErrorDefinition[]) {
    const byCode = new Map<string, ErrorDefinition>();
    for (const definition of definitions) {
      if (byCode.has(definition.code)) {
        throw new ValidationError('ErrorCodeDuplicate', `ErrorCatalog.of(): code '${definition.code}' is defined twice, as ${byCode.get(definition.code)!.category} and as ${definition.category}; keep one of them or rename it`);
      }
      byCode.set(definition.code, definition);
    }
    validateStarts(definitions);
    this.byCode = byCode;
  }

  /** The errors by their codes in alphabetical order, so that what is rendered doesn't depend on the order of declaration. */
  public get definitions(): ErrorDefinition[] {
    return [...this.byCode.values()].sort((a, b) => a.code < b.code ? -1 : 1);
  }
  /**
   * The catalogue as a JSON document in one line, for handlers and for other tools: `{"version":1,"errors":[…]}`. Each error has `code`,
   * `category`, `httpStatus`, `retryable` and `message`, and, where set, `retryAfter` (seconds), `documentationUrl`,
   * `exposeFunctionMessage` and `messagePrefix`. Members are added without a new `version`.
   *
   * Fails with `ErrorRetryAfterUnknown` when a `retryAfter` is a token.
   */
  public toJson(): string {
    return catalogJson(this.definitions);
  }

  /**
   * The catalogue as a Go file: a constant per code, `CodeOrderNotFound = "OrderNotFound"`, and the JSON document as `CatalogJSON`. It is
   * formatted as `gofmt` does and needs no import.
   *
   * Fails with `GoPackageNameInvalid`, and with `ErrorRetryAfterUnknown` when a `retryAfter` is a token.
   */
  public toGoSource(options: GoSourceOptions): string {
    return catalogGo(this.definitions, options.packageName);
  }

  /**
   * The catalogue as a Markdown table for callers: code, status, message, and whether to try again.
   *
   * Fails with `ErrorRetryAfterUnknown` when a `retryAfter` is a token.
   */
  public toMarkdown(): string {
    return catalogMarkdown(this.definitions);
  }
}
