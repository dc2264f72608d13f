import type { IConstruct } from 'constructs';
import type { ErrorId } from './ids';

// `Errors.isValidationError()` of aws-cdk-lib looks for these; its own error classes are internal and not in the jsii assembly.
const CONSTRUCT_ERROR_SYMBOL = Symbol.for('@aws-cdk/core.SynthesisError');
const VALIDATION_ERROR_SYMBOL = Symbol.for('@aws-cdk/core.ValidationError');

/**
 * What the user asked for can't be right. `name` is the id that `docs/errors.md` lists.
 *
 * The message names the property as typed, the value got, what is allowed and what to change.
 */
export class ValidationError extends Error {
  public readonly type = 'validation';
  public readonly level = 'error';
  public readonly time = new Date().toISOString();
  public readonly constructPath?: string;

  constructor(id: ErrorId, message: string, scope?: IConstruct) {
    super(scope ? `${message} (construct: ${scope.node.path || '<root>'})` : message);
    this.name = id;
    this.constructPath = scope?.node.path;
    Object.defineProperty(this, CONSTRUCT_ERROR_SYMBOL, { value: true });
    Object.defineProperty(this, VALIDATION_ERROR_SYMBOL, { value: true });
  }
}
