import { AspectPriority, Aspects } from 'aws-cdk-lib';
import type { Duration } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { ErrorBody } from './error-body';
import type { ErrorCatalog } from '../catalog/error-catalog';
import { ValidationError } from '../private/errors';
import { validateBody } from './private/answers';
import { corsHeaders, corsOf, validateOrigin } from './private/cors';
import type { StaticHeaders } from './private/cors';
import { errorOutcomes, successTemplate } from './private/error-outcomes';
import type { ErrorOutcome } from './private/error-outcomes';
import { MethodAnswers, headerParameter } from './private/method-responses';
import { REQUEST_EVENT } from './private/request-event';

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
   * @default - the origin that `defaultCorsPreflightOptions` of the resource allow; no CORS headers without them
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
  private readonly outcomes: ErrorOutcome[];
  private readonly errorBody: ErrorBody;

  constructor(handler: lambda.IFunction, private readonly mapping: ErrorMappedLambdaIntegrationOptions) {
    super(handler, {
      proxy: false,
      passthroughBehavior: mapping.passthroughBehavior ?? apigateway.PassthroughBehavior.NEVER,
      requestTemplates: mapping.requestTemplates ?? { 'application/json': REQUEST_EVENT },
      requestParameters: mapping.requestParameters,
      timeout: mapping.timeout,
      cacheKeyParameters: mapping.cacheKeyParameters,
      cacheNamespace: mapping.cacheNamespace,
      credentialsRole: mapping.credentialsRole,
      allowTestInvoke: mapping.allowTestInvoke,
      scopePermissionToMethod: mapping.scopePermissionToMethod,
    });
    this.errorBody = mapping.errorBody ?? ErrorBody.problemDetails();
    validateBody(this.errorBody);
    validateOrigin(mapping.corsAllowOrigin);
    validateSuccessStatus(mapping.successStatus);
    this.outcomes = errorOutcomes(mapping.catalog.definitions, this.errorBody);
  }

  /** Renders both halves for a method: its integration responses and its method responses. */
  public bind(method: apigateway.Method): apigateway.IntegrationConfig {
    const bound = super.bind(method);
    const responses = [this.success(method), ...this.outcomes.map(outcome => this.failure(outcome, method))];
    const answers = responses.map(({ response, headers }) => ({ status: response.statusCode, headers }));
    Aspects.of(method).add(new MethodAnswers(method, answers), { priority: AspectPriority.MUTATING });
    return { ...bound, options: { ...bound.options, integrationResponses: responses.map(({ response }) => response) } };
  }

  private success(method: apigateway.Method) {
    return integrationResponse(`${this.mapping.successStatus ?? 200}`, {
      responseTemplates: this.mapping.successTemplates ?? { 'application/json': successTemplate(this.errorBody) },
    }, this.cors(method, {}));
  }

  private failure(outcome: ErrorOutcome, method: apigateway.Method) {
    const sent: StaticHeaders = {
      ...this.errorBody.contentType !== 'application/json' && { 'Content-Type': `'${this.errorBody.contentType}'` },
      ...outcome.retryAfter !== undefined && { 'Retry-After': `'${outcome.retryAfter}'` },
    };
    const overridden: StaticHeaders = outcome.varies ? { 'Retry-After': '' } : {};
    const { selectionPattern, template } = outcome;
    return integrationResponse(`${outcome.status}`, {
      selectionPattern,
      responseTemplates: { 'application/json': template },
    }, { ...sent, ...this.cors(method, { ...sent, ...overridden }) }, Object.keys(overridden));
  }

  private cors(method: apigateway.Method, sent: StaticHeaders): StaticHeaders {
    const cors = corsOf({ preflight: method.resource.defaultCorsPreflightOptions, allowOrigin: this.mapping.corsAllowOrigin }, method);
    return corsHeaders(cors, sent);
  }
}

interface Answer {
  readonly response: apigateway.IntegrationResponse;
  readonly headers: string[];
}

function integrationResponse(
  statusCode: string, rest: Partial<apigateway.IntegrationResponse>, headers: StaticHeaders, overridden: string[] = [],
): Answer {
  const parameters = Object.fromEntries(Object.entries(headers).map(([name, value]) => [headerParameter(name), value]));
  const names = Object.keys(headers);
  return {
    response: { statusCode, ...rest, ...names.length > 0 && { responseParameters: parameters } },
    headers: [...names, ...overridden],
  };
}

function validateSuccessStatus(status: number | undefined): void {
  if (status === undefined || (Number.isInteger(status) && status >= 200 && status <= 299)) return;
  throw new ValidationError('SuccessStatusInvalid', `successStatus must be 200 to 299, got ${status}; errors have their statuses in the catalogue`);
}
