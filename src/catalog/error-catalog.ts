import type { ErrorDefinition } from './error-definition';
import { ValidationError } from '../private/errors';

/** The app's own errors, declared once. Immutable. */
export class ErrorCatalog {
  /**
   * A catalogue of these errors.
   *
   * Fails with `ErrorCodeDuplicate` when two of them have one code.
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
    this.byCode = byCode;
  }

  /** The errors by their codes in alphabetical order, so that what is rendered doesn't depend on the order of declaration. */
  public get definitions(): ErrorDefinition[] {
    return [...this.byCode.values()].sort((a, b) => a.code < b.code ? -1 : 1);
  }
}
