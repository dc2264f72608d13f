import { Duration, Mixin } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { IConstruct } from 'constructs';
import { ErrorBody } from './error-body';
import type { GatewayResponseType } from '../facts/gateway-responses';
import { fail } from '../private/complete-setting';
import type { Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';
import { oncePerSynthesis } from '../private/once-per-synthesis';
import { warn } from '../private/warnings';
import { validateBody } from './private/answers';
import { corsHeaders, corsOf, preflightOf, validateOrigin } from './private/cors';
import type { StaticHeaders } from './private/cors';
import { GATEWAY_RESPONSE_TYPES, defaultStatus, renderGatewayAnswer } from './private/gateway-answers';
import { addHeadersAtSynthesis, completeGatewayResponses, completeHeaders } from './private/gateway-responses';
import type { GatewayAnswer } from './private/gateway-responses';
import { checkIntegrations } from './private/integration-checks';
import { preflightOfApi } from './private/options-methods';
import { redeployOn } from './private/redeployment';
import { inheritedCors, isImportedRestApi, methodsAtSynthesis, partsOf } from './private/rest-api-parts';
import type { RestApiParts } from './private/rest-api-parts';
import { retryAfterHeader } from './private/retry-after';

/** Properties of the mixin `RestApiErrorResponses`. */
export interface RestApiErrorResponsesProps {
  /**
   * The shape of all error bodies.
   *
   * @default ErrorBody.problemDetails()
   */
  readonly errorBody?: ErrorBody;

  /**
   * The origin whose pages may read the errors, or `*`.
   *
   * Fails with `CorsOriginInvalid` when it is none, with `CorsOriginNotAllowed` when the API allows others only, and with
   * `CorsOriginAmbiguous` when it is left out and the API allows several.
   *
   * @default - the origin that `defaultCorsPreflightOptions` of the API allow, else its OPTIONS methods; no CORS headers without them
   */
  readonly corsAllowOrigin?: string;

  /**
   * The status when API Gateway couldn't have the request handled, Lambda's throttles included: 500 to 599, or 429.
   *
   * It is always written: a gateway response of this type without a status turns 500 into 504, which AWS doesn't document.
   * Fails with `IntegrationFailureStatusInvalid`.
   *
   * @default 503
   */
  readonly integrationFailureStatus?: number;

  /**
   * How long callers shall wait after a throttle, and after an integration failure: whole seconds, at least 1.
   *
   * Fails with `RetryAfterInvalid`.
   *
   * @default Duration.seconds(1)
   */
  readonly retryAfter?: Duration;
}

const RETRYABLE: readonly string[] = ['THROTTLED', 'INTEGRATION_FAILURE'];

/**
 * Gives every error that a REST API answers by itself one body, CORS headers, a status and `Retry-After`.
 *
 * Completes the gateway responses of the API, one per type; fails if a different body or header is set, with `GatewayResponseConflict`.
 * A status that is set is kept. Gateway responses of a type must be defined before the mixin is applied, else it fails at synthesis
 * with `GatewayResponseDuplicate`.
 *
 * Looks at the methods of the API at synthesis, too, and warns where a function may run longer than API Gateway waits for it, and where
 * streaming is half set up: the ids begin with `RestIntegration`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export class RestApiErrorResponses extends Mixin {
  private readonly errorBody: ErrorBody;
  private readonly corsAllowOrigin?: string;
  private readonly integrationFailureStatus: number;
  private readonly retryAfter: string;

  constructor(props: RestApiErrorResponsesProps = {}) {
    super();
    this.errorBody = props.errorBody ?? ErrorBody.problemDetails();
    this.corsAllowOrigin = props.corsAllowOrigin;
    this.integrationFailureStatus = props.integrationFailureStatus ?? 503;
    this.retryAfter = retryAfterHeader(props.retryAfter ?? Duration.seconds(1));
    validateBody(this.errorBody);
    validateOrigin(props.corsAllowOrigin);
    validateFailureStatus(this.integrationFailureStatus);
  }

  /** Whether the construct is the L1 of a REST API, or an imported REST API. */
  public supports(construct: IConstruct): boolean {
    return apigateway.CfnRestApi.isCfnRestApi(construct) || isImportedRestApi(construct);
  }

  /** Makes or completes the gateway responses of the API. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    if (!apigateway.CfnRestApi.isCfnRestApi(construct)) {
      warn(construct, 'RestApiErrorResponses.importedApi', 'This REST API is imported, so its gateway responses and deployments can\'t be changed from here: apply the mixin where it is defined.');
      return;
    }
    const parts = partsOf(construct);
    const responses = completeGatewayResponses(construct, GATEWAY_RESPONSE_TYPES.map(type => this.answer(type)), refuse, parts.responses);
    this.completeCors(construct, { ...parts, responses }, refuse);
    checkIntegrations(construct);
    redeployOn(construct, {
      what: 'The gateway responses',
      key: '',
      resources: responses,
      content: () => responses.map(response => [response.responseType, response.statusCode, response.responseParameters, response.responseTemplates]),
      warning: 'RestApiErrorResponses.deploymentUnchanged',
    }, parts.deployments);
  }

  /** OPTIONS methods that are added later count too, so what they say is read again when the template is written. */
  private completeCors(api: apigateway.CfnRestApi, { responses, methods }: RestApiParts, refuse: Refuse): void {
    const settings = preflightOf(inheritedCors(api));
    const refuseOnce = once(refuse);
    const read = (found: readonly apigateway.CfnMethod[]) =>
      corsOf({ preflight: settings ?? preflightOfApi(api, found), allowOrigin: this.corsAllowOrigin }, api, refuseOnce);
    const cors = read(methods);
    const readLater = oncePerSynthesis<apigateway.CfnGatewayResponse, typeof cors>((context) => read(methodsAtSynthesis(api, context)));
    for (const response of responses) {
      const sent = this.sentHeaders(response.responseType);
      const now = corsHeaders(cors, sent);
      if (settings) completeHeaders(response, now, refuse);
      else addHeadersAtSynthesis(response, { now, atSynthesis: (context) => corsHeaders(readLater(response, context), sent) }, refuse);
    }
  }

  private answer(type: GatewayResponseType): GatewayAnswer {
    return {
      type,
      status: type === 'INTEGRATION_FAILURE' ? this.integrationFailureStatus : undefined,
      headers: this.sentHeaders(type),
      body: status => renderGatewayAnswer(this.errorBody, type, status ?? defaultStatus(type)),
    };
  }

  private sentHeaders(type: string): StaticHeaders {
    return {
      ...this.errorBody.contentType !== 'application/json' && { 'Content-Type': `'${this.errorBody.contentType}'` },
      ...RETRYABLE.includes(type) && { 'Retry-After': this.retryAfter },
    };
  }
}

/** Refuses each thing once, because every response asks for the same headers. What fails goes on to fail. */
function once(refuse: Refuse): Refuse {
  const refused = new Set<string>();
  return error => {
    if (refused.has(error.message)) return;
    refuse(error);
    refused.add(error.message);
  };
}

function validateFailureStatus(status: number): void {
  if (Number.isInteger(status) && (status === 429 || (status >= 500 && status <= 599))) return;
  throw new ValidationError('IntegrationFailureStatusInvalid', `integrationFailureStatus must be 500 to 599, or 429, got ${status}; the caller can't repair it, so it is no other 4xx`);
}
