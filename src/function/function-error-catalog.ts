import { Mixin } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { ErrorBody } from '../api/error-body';
import type { ErrorCatalog } from '../catalog/error-catalog';
import { ValidationError } from '../private/errors';
import { functionTarget, isFunctionTarget } from '../private/function-target';
import { isSame } from '../private/settings';
import { warn } from '../private/warnings';
import { CATALOG_VARIABLE, catalogDocument } from './private/catalog-document';
import { FunctionEnvironment } from './private/function-environment';

/** Properties of the mixin `FunctionErrorCatalog`. */
export interface FunctionErrorCatalogProps {
  /** The errors that the function reports. */
  readonly catalog: ErrorCatalog;

  /**
   * The shape of the error bodies that the function answers with. Give the same to the other mixins of the API.
   *
   * Fails with `ErrorBodyNotJson` when it renders something else.
   *
   * @default ErrorBody.problemDetails()
   */
  readonly errorBody?: ErrorBody;

  /**
   * Whether functions that CDK makes for itself, such as the handlers of custom resources, are changed too.
   *
   * @default false
   */
  readonly includeProviderFunctions?: boolean;
}

/**
 * Gives a function the error catalogue, in the environment variable `LAMBDA_ERROR_CATALOG`: the Go module `lambdaerror` and
 * `cdk-lambda-error-handling/handler` for Node.js answer what the function reports as it says.
 *
 * Completes `Environment`; fails if the variable is set to something else, with `FunctionErrorCatalogConflict`, and with
 * `FunctionEnvironmentTooLarge` when all variables together are larger than Lambda takes. On an imported function it is a warning.
 */
export class FunctionErrorCatalog extends Mixin {
  private readonly document: string;

  constructor(private readonly props: FunctionErrorCatalogProps) {
    super();
    this.document = catalogDocument(props.catalog, props.errorBody);
  }

  /** Whether the construct is the L1 of a function that CDK did not make for itself, or an imported function. */
  public supports(construct: IConstruct): boolean {
    return isFunctionTarget(construct, this.props);
  }

  /** Sets the variable. */
  public applyTo(construct: IConstruct): void {
    const fn = functionTarget(construct, 'FunctionErrorCatalog.importedFunction', `set ${CATALOG_VARIABLE} where it is defined.`);
    if (!fn) return;
    const environment = new FunctionEnvironment(fn);
    if (environment.isUnknown) {
      warn(fn, 'FunctionErrorCatalog.unknownEnvironment',
        `Environment depends on a value that is known at deployment only, and was left as it is: add ${CATALOG_VARIABLE} to it.`);
      return;
    }
    this.complete(fn, environment);
  }

  private complete(fn: lambda.CfnFunction, environment: FunctionEnvironment): void {
    const current = environment.variables[CATALOG_VARIABLE];
    if (current !== undefined && !isSame(fn, current, this.document)) {
      throw new ValidationError('FunctionErrorCatalogConflict',
        `catalog of FunctionErrorCatalog is to be the variable ${CATALOG_VARIABLE}, but ${fn.node.path} has it with another value: take one of the two away, or make them equal`, fn);
    }
    if (current === undefined) environment.set(CATALOG_VARIABLE, this.document);
    environment.checkSizeAtSynthesis();
  }
}
