import { CfnOutput, Stack } from 'aws-cdk-lib';
import * as schemas from 'aws-cdk-lib/aws-eventschemas';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct } from 'constructs';
import type { ErrorCatalog } from '../catalog';
import { ValidationError } from '../private/errors';
import { functionNameOfArn } from '../private/function-name';
import { functionResourceOf } from '../private/owner';
import { warn } from '../private/warnings';
import { answerOf, invokeCommand } from './private/invoke-command';
import { testEventRegistry } from './private/test-event-registry';
import { REGISTRY_NAME, SCHEMA_TYPE, schemaDocument, schemaNameOf } from './private/test-event-schema';

/** Properties of `SharedTestEvents`. */
export interface SharedTestEventsProps {
  /**
   * The function. The events are kept per function; commands invoke the version or alias given here.
   *
   * Fails with `TestEventsTwice` when it has some already.
   */
  readonly testedFunction: lambda.IFunctionRef;

  /**
   * An event that the function succeeds with, as a value that JSON can write.
   *
   * Fails with `TestEventNotJson`.
   */
  readonly success: unknown;

  /**
   * Events that the function fails with, by the code of the error.
   *
   * Fails with `TestEventNotJson` or `TestEventNameInvalid`.
   *
   * @default - none
   */
  readonly errors?: { [code: string]: unknown };

  /**
   * The errors of the function: each must have an event in `errors`.
   *
   * Fails with `TestEventMissing` or `TestEventUnknown`.
   *
   * @default - `errors` is taken as it is
   */
  readonly catalog?: ErrorCatalog;

  /**
   * Whether the rules of cdk-nag that are wrong about the function that CDK makes for the custom resource are acknowledged on it, with the reason.
   *
   * @default true
   */
  readonly acknowledgeRules?: boolean;
}

const SUCCESS = 'Success';
const NAME = /^[\w.-]+$/;

const TESTED = new WeakMap<lambda.CfnFunction, SharedTestEvents>();

/**
 * The shareable test events of a Lambda function: what a teammate finds under *Test* in the console, one for success and one for each error,
 * with outputs that have the command for each. `sam remote test-event` and `sam remote invoke` know them too.
 *
 * They are kept in the EventBridge schema registry `lambda-testevent-schemas`, which is made where it is missing and never deleted.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/testing-functions.html#creating-shareable-events
 */
@propertyInjectable
export class SharedTestEvents extends Construct {
  /** Identifies the construct to CDK property injectors, which can set defaults for an organisation. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-lambda-error-handling.SharedTestEvents';

  /** The schema that has the events as examples. */
  public readonly schema: schemas.CfnSchema;

  constructor(scope: Construct, id: string, props: SharedTestEventsProps) {
    super(scope, id);
    const { testedFunction, success, errors = {}, catalog, acknowledgeRules = true } = props;
    if (catalog) this.checkCatalog(catalog, errors);
    const events = { [SUCCESS]: success, ...this.sorted(errors) };
    this.claim(testedFunction);

    const { functionArn } = testedFunction.functionRef;
    const functionName = functionResourceOf(testedFunction)?.ref ?? functionNameOfArn(functionArn);
    this.schema = new schemas.CfnSchema(this, 'Schema', {
      registryName: REGISTRY_NAME,
      schemaName: schemaNameOf(functionName),
      type: SCHEMA_TYPE,
      content: Stack.of(this).toJsonString(schemaDocument(events)),
    });
    this.schema.addResourceDependency(testEventRegistry(Stack.of(this), acknowledgeRules));
    for (const [name, event] of Object.entries(events)) this.showCommand(functionArn, name, event);
  }

  private checkCatalog({ definitions }: ErrorCatalog, errors: Record<string, unknown>): void {
    const codes = definitions.map(({ code }) => code);
    const missing = codes.filter((code) => !(code in errors));
    if (missing.length > 0) {
      throw new ValidationError('TestEventMissing', `errors must have a test event for each error of the catalogue, got none for ${missing.join(', ')}`, this);
    }
    const unknown = Object.keys(errors).filter((code) => !codes.includes(code));
    if (unknown.length > 0) {
      throw new ValidationError('TestEventUnknown', `errors has ${unknown.join(', ')}, the catalogue has ${codes.join(', ')}: use one of these`, this);
    }
  }

  /** By name, so that the order of declaration changes nothing. */
  private sorted(errors: Record<string, unknown>): Record<string, unknown> {
    const names = Object.keys(errors).sort();
    const wrong = names.find((name) => name === SUCCESS || !NAME.test(name));
    if (wrong !== undefined) {
      throw new ValidationError('TestEventNameInvalid', `errors has '${wrong}', a name must have letters, digits, '.', '-' and '_' only, and not be ${SUCCESS}`, this);
    }
    return Object.fromEntries(names.map((name) => [name, errors[name]]));
  }

  private claim(ref: lambda.IFunctionRef): void {
    const fn = functionResourceOf(ref);
    const other = fn && TESTED.get(fn);
    if (other) {
      throw new ValidationError('TestEventsTwice', `testedFunction ${fn.node.path} has test events already, from ${other.node.path}: put all events into one`, this);
    }
    if (fn) {
      TESTED.set(fn, this);
      return;
    }
    const schema = schemaNameOf(functionNameOfArn(ref.functionRef.functionArn));
    warn(this, 'SharedTestEvents.importedFunction',
      'The function is imported: if somebody saved shareable test events for it in the console, the deployment fails because the schema exists. Look at them, then '
      + `aws schemas delete-schema --registry-name ${REGISTRY_NAME} --schema-name ${JSON.stringify(Stack.of(this).resolve(schema))}`);
  }

  private showCommand(functionArn: string, name: string, event: unknown): void {
    if (JSON.stringify(event) === undefined) {
      throw new ValidationError('TestEventNotJson',
        `${name === SUCCESS ? 'success' : `errors.${name}`} must be a value that JSON can write, got ${typeof event}: give an object, text, number or null`, this);
    }
    const description = answerOf(name === SUCCESS ? undefined : name);
    new CfnOutput(this, `Invoke${name}`, { value: invokeCommand(this, functionArn, name, event), description });
  }
}
