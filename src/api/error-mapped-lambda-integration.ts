import { AspectPriority, Aspects } from 'aws-cdk-lib';
import type { Duration, IAspect } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import type { ErrorBody } from './error-body';
import type { ErrorCatalog } from '../catalog/error-catalog';
import { corsOf, preflightOf, validateOrigin } from './private/cors';
import { ErrorMapping } from './private/error-mapping';
import { errorModel } from './private/error-model';
import { checkIntegrations } from './private/integration-checks';
import { MappedMethod } from './private/mapped-method';
import { REQUEST_EVENT } from './private/request-event';
import { restApiOf } from './private/rest-api-parts';

/** Options of an `ErrorMappedLambdaIntegration`. */
export interface ErrorMappedLambdaIntegrationOptions {
  /** The errors that the function reports. */
  readonly catalog: ErrorCatalog;

  /**
   * The shape of all error bodies. Give the same to `RestApiErrorResponses`.
   *
   * @default ErrorBody.problemDetails()
   */
  readonly errorBody?: ErrorBody;

  /**
   * The origin whose pages may read the answers, or `*`.
   *
   * Fails with `CorsOriginInvalid` when it is none, with `CorsOriginNotAllowed` when the resource allows others only, and with
   * `CorsOriginAmbiguous` when it is left out and the resource allows several.
   *
   * @default - the origin that `defaultCorsPreflightOptions` or the OPTIONS method of the resource allow; no CORS headers without them
   */
  readonly corsAllowOrigin?: string;

  /**
   * The HTTP status of a success: 200 to 299.
   *
   * Fails with `SuccessStatusInvalid`.
   *
   * @default 200
   */
  readonly successStatus?: number;

  /**
   * What callers get of a success, by media type. It replaces the template that tells errors without a message from successes.
   *
   * @default - what the function returns, as it is
   */
  readonly successTemplates?: { [contentType: string]: string };

  /**
   * What the function gets, by media type of the request.
   *
   * @default - for `application/json`, and requests without a type: an event of the shape that a proxy integration sends, without `authorizer`
   */
  readonly requestTemplates?: { [contentType: string]: string };

  /**
   * What happens to requests of a media type without template.
   *
   * @default PassthroughBehavior.NEVER
   */
  readonly passthroughBehavior?: apigateway.PassthroughBehavior;

  /**
   * The parameters and headers of the call of the function.
   *
   * @default - none
   */
  readonly requestParameters?: { [destination: string]: string };

  /**
   * How long API Gateway waits for the function: 50 milliseconds to 29 seconds, more where the account's quota says so.
   *
   * @default Duration.seconds(29)
   */
  readonly timeout?: Duration;

  /**
   * The parameters whose values tell cached answers apart.
   *
   * @default - none
   */
  readonly cacheKeyParameters?: string[];

  /**
   * What methods share when they share cached answers.
   *
   * @default - the resource
   */
  readonly cacheNamespace?: string;

  /**
   * The role that API Gateway calls the function with.
   *
   * @default - none: the function's own policy allows the call
   */
  readonly credentialsRole?: iam.IRole;

  /**
   * Whether the console may call the function for tests.
   *
   * @default true
   */
  readonly allowTestInvoke?: boolean;

  /**
   * Whether the permission to call the function is for the method only, and not for the whole API.
   *
   * @default true
   */
  readonly scopePermissionToMethod?: boolean;
}

/**
 * A Lambda integration without proxy whose callers get the status, headers and body of the catalogue for every error of the function.
 *
 * An error of the catalogue is told by its message, which starts with the code in brackets: `[OrderNotFound] no order 42`. The function's
 * own message and stack trace reach no caller. A timeout is answered with 504, a crash with 502, any other error with 500. The method
 * responses are declared with it, beside those that the user declares.
 *
 * That Lambda's throttles never get here, that patterns are matched against the whole message and that successes are matched as the empty
 * string is not documented by AWS.
 *
 * Fails with `ErrorBodyNotJson` when an `ErrorBody` of your own renders something else.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/handle-errors-in-lambda-integration.html
 */
export class ErrorMappedLambdaIntegration extends apigateway.LambdaIntegration {
  private readonly mapping: ErrorMapping;
  private readonly corsAllowOrigin?: string;

  constructor(handler: lambda.IFunction, options: ErrorMappedLambdaIntegrationOptions) {
    super(handler, {
      proxy: false,
      passthroughBehavior: options.passthroughBehavior ?? apigateway.PassthroughBehavior.NEVER,
      requestTemplates: options.requestTemplates ?? { 'application/json': REQUEST_EVENT },
      requestParameters: options.requestParameters,
      timeout: options.timeout,
      cacheKeyParameters: options.cacheKeyParameters,
      cacheNamespace: options.cacheNamespace,
      credentialsRole: options.credentialsRole,
      allowTestInvoke: options.allowTestInvoke,
      scopePermissionToMethod: options.scopePermissionToMethod,
    });
    validateOrigin(options.corsAllowOrigin);
    this.mapping = new ErrorMapping(options);
    this.corsAllowOrigin = options.corsAllowOrigin;
  }

  /** Renders both halves for a method: its integration responses and its method responses. */
  public bind(method: apigateway.Method): apigateway.IntegrationConfig {
    const bound = super.bind(method);
    const cors = corsOf({ preflight: preflightOf(method.resource.defaultCorsPreflightOptions), allowOrigin: this.corsAllowOrigin }, method);
    const integrationResponses = this.mapping.answers(cors).map(({ response }) => response);
    const api = method.api.node.defaultChild;
    if (apigateway.CfnRestApi.isCfnRestApi(api)) errorModel(api, this.mapping.shape); // made here, not by an aspect, so that other aspects see it
    Aspects.of(method).add(new MethodAnswers(method, this.mapping, this.corsAllowOrigin), { priority: AspectPriority.MUTATING });
    return { ...bound, options: { ...bound.options, integrationResponses } };
  }
}

/**
 * Declares what a method can answer with, beside what the user declares before or after.
 *
 * An aspect, because an integration is bound before the method's L1 exists, and because `Method.addMethodResponse()` would declare a status
 * twice that the user declares too.
 */
class MethodAnswers implements IAspect {
  constructor(private readonly method: IConstruct, private readonly mapping: ErrorMapping, private readonly corsAllowOrigin?: string) {}

  public visit(node: IConstruct): void {
    if (apigateway.CfnMethod.isCfnMethod(node) && node.node.scope === this.method) {
      new MappedMethod(node, this.mapping, this.corsAllowOrigin).complete();
      const api = restApiOf(node);
      if (api) checkIntegrations(api);
    }
  }
}
