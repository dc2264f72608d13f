import type { Duration } from 'aws-cdk-lib';
import { ErrorCategory } from './error-category';
import { ValidationError } from '../private/errors';
import { isWholeSeconds } from '../private/whole-numbers';
import { CATEGORY_RULES } from './private/category-rules';
import { validatePrefix } from './private/message-starts';
import { inWords } from './private/words';

/** What can be said of any error. */
export interface ErrorDefinitionOptions {
  /**
   * The HTTP status that callers get: 400 to 499 without 429 for client errors, 429 or 503 for throttled ones, 500 to 599 for
   * temporary and permanent ones.
   *
   * @default - 400 for client errors, 429 for throttled, 503 for temporary, 500 for permanent ones
   */
  readonly httpStatus?: number;

  /**
   * What callers read. It is public: no names of tables, hosts or people.
   *
   * @default - the code in words: "Order not found" for `OrderNotFound`
   */
  readonly message?: string;

  /**
   * The page that explains the error: an http or https URL. It becomes the `type` of problem details.
   *
   * @default - none
   */
  readonly documentationUrl?: string;

  /**
   * How the messages of a function begin that doesn't put the code in brackets, as literal text: `order not found`. It is for functions that
   * are there already; messages with the code in brackets are told as well. Printable ASCII without `'`, `\\`, `$` and `#`, at most 200.
   *
   * @default - only the code in brackets tells the error
   */
  readonly messagePrefix?: string;
}

/** What can be said of an error that the caller can repair. */
export interface ClientErrorOptions extends ErrorDefinitionOptions {
  /**
   * Whether callers read the function's own message, code included, instead of `message`. Only for messages that are written for callers.
   *
   * @default false
   */
  readonly exposeFunctionMessage?: boolean;
}

/** What can be said of an error that passes. */
export interface RetryableErrorOptions extends ErrorDefinitionOptions {
  /**
   * How long callers shall wait before they try again: whole seconds, at least 1.
   *
   * @default - callers choose
   */
  readonly retryAfter?: Duration;
}

interface Settings extends ClientErrorOptions, RetryableErrorOptions {}

/** Safe as the name of an exported Go type, as a prefix of a message and inside a regular expression. */
const CODE = /^[A-Z][A-Za-z0-9]{0,63}$/;

/**
 * One of the app's own errors. Immutable.
 *
 * A function reports it with a message that starts with the code in brackets, `[OrderNotFound] no order 42`.
 */
export class ErrorDefinition {
  /**
   * An error that the caller can repair.
   *
   * Fails with `ErrorCodeInvalid`, `ErrorStatusInvalid`, `ErrorMessageInvalid`, `ErrorMessagePrefixInvalid` or
   * `ErrorDocumentationUrlInvalid`.
   *
   * @param code a capital, then letters and digits, at most 64: `OrderNotFound`
   */
  public static client(code: string, options: ClientErrorOptions = {}): ErrorDefinition {
    return new ErrorDefinition(ErrorCategory.CLIENT, code, options);
  }

  /**
   * The caller asks too much too fast.
   *
   * Fails as `client()` does, and with `ErrorRetryAfterInvalid`.
   *
   * @param code a capital, then letters and digits, at most 64: `TooManyOrders`
   */
  public static throttled(code: string, options: RetryableErrorOptions = {}): ErrorDefinition {
    return new ErrorDefinition(ErrorCategory.THROTTLED, code, options);
  }

  /**
   * The service can't answer just now.
   *
   * Fails as `client()` does, and with `ErrorRetryAfterInvalid`.
   *
   * @param code a capital, then letters and digits, at most 64: `StockBusy`
   */
  public static temporary(code: string, options: RetryableErrorOptions = {}): ErrorDefinition {
    return new ErrorDefinition(ErrorCategory.TEMPORARY, code, options);
  }

  /**
   * Someone must repair the service first.
   *
   * Fails as `client()` does.
   *
   * @param code a capital, then letters and digits, at most 64: `LedgerCorrupt`
   */
  public static permanent(code: string, options: ErrorDefinitionOptions = {}): ErrorDefinition {
    return new ErrorDefinition(ErrorCategory.PERMANENT, code, options);
  }

  /** The name of the error, in the function and for its callers. */
  public readonly code: string;
  /** Who must act. */
  public readonly category: ErrorCategory;
  /** The HTTP status that callers get. */
  public readonly httpStatus: number;
  /** What callers read. */
  public readonly message: string;
  /** Whether callers read the function's own message instead. */
  public readonly exposeFunctionMessage: boolean;
  /** How long callers shall wait before they try again. */
  public readonly retryAfter?: Duration;
  /** The page that explains the error. */
  public readonly documentationUrl?: string;
  /** How messages begin that tell the error without its code. */
  public readonly messagePrefix?: string;

  private constructor(category: ErrorCategory, code: string, options: Settings) {
    this.category = category;
    this.code = code;
    this.httpStatus = options.httpStatus ?? CATEGORY_RULES[category].defaultStatus;
    this.message = options.message ?? inWords(code);
    this.exposeFunctionMessage = options.exposeFunctionMessage ?? false;
    this.retryAfter = options.retryAfter;
    this.documentationUrl = options.documentationUrl;
    this.messagePrefix = options.messagePrefix;
    this.validate();
  }

  /** Whether the same request may succeed later. */
  public get retryable(): boolean {
    return CATEGORY_RULES[this.category].retryable;
  }

  private validate(): void {
    const call = `ErrorDefinition.${this.category}('${this.code}')`;
    if (!CODE.test(this.code)) {
      throw new ValidationError('ErrorCodeInvalid', `${call}: code must be a capital followed by letters and digits, at most 64, such as ${suggestion(this.code)}`);
    }
    const rule = CATEGORY_RULES[this.category];
    if (!Number.isInteger(this.httpStatus) || !rule.allowsStatus(this.httpStatus)) {
      throw new ValidationError('ErrorStatusInvalid', `${call}: httpStatus must be ${rule.statuses}, got ${this.httpStatus}; choose another status or category`);
    }
    if (isUnresolved(this.message) || this.message.trim() === '') {
      throw new ValidationError('ErrorMessageInvalid', `${call}: message must be a text known at synthesis, got ${JSON.stringify(this.message)}; leave it out to get '${inWords(this.code)}'`);
    }
    validatePrefix(call, this.messagePrefix);
    this.validateRetryAfter(call);
    if (this.documentationUrl !== undefined && !isWebAddress(this.documentationUrl)) {
      throw new ValidationError('ErrorDocumentationUrlInvalid', `${call}: documentationUrl must be an absolute http or https URL known at synthesis, got '${this.documentationUrl}'`);
    }
  }

  private validateRetryAfter(call: string): void {
    if (this.retryAfter && !isWholeSeconds(this.retryAfter, { min: 1 })) {
      throw new ValidationError('ErrorRetryAfterInvalid', `${call}: retryAfter must be whole seconds, at least 1, got ${this.retryAfter.toHumanString()}; HTTP knows no fractions`);
    }
  }
}

function suggestion(code: string): string {
  const words = code.split(/[^A-Za-z0-9]+/).filter(word => word !== '');
  const joined = words.map(word => word[0].toUpperCase() + word.slice(1)).join('').slice(0, 64);
  return CODE.test(joined) ? `'${joined}'` : "'OrderNotFound'";
}

function isWebAddress(text: string): boolean {
  return !isUnresolved(text) && URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

// The catalogue uses nothing of CDK but Duration, so that it can be read where there is no app.
function isUnresolved(text: string): boolean {
  return text.includes('${Token[');
}
