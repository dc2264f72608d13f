import { Mixin, Token } from 'aws-cdk-lib';
import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import type { ErrorCatalog } from '../catalog/error-catalog';
import { LIMITS } from '../facts/limits';
import { apiOf } from '../private/api-parts';
import { protocolOf } from '../private/api-stages';
import { fail, type Refuse } from '../private/complete-setting';
import { ValidationError } from '../private/errors';
import { functionIn } from '../private/event-source';
import { settingOf } from '../private/settings';
import { warn } from '../private/warnings';
import { completeResponseParameters, responseParameters, validateHeader, validateStatuses } from './private/response-parameters';
import { isIntegrationV2 } from '../private/resource-kinds';

/** Properties of the mixin `HttpIntegrationErrorMapping`. */
export interface HttpIntegrationErrorMappingProps {
  /**
   * The errors of the app: an answer of the function with the status of one that says when to try again gets `Retry-After`. Where several
   * errors have the status, it is the longest. One that the function sends is replaced.
   *
   * @default - no `Retry-After`
   */
  readonly catalog?: ErrorCatalog;

  /**
   * What callers get instead of a status of the function, both 400 to 599, for example `{ '500': 503 }`.
   *
   * Fails with `HttpStatusMappingInvalid` when outside of that: an error must not look like a success.
   *
   * @default - what the function answers
   */
  readonly statuses?: { [integrationStatus: string]: number };

  /**
   * The header in which callers get the id of the request, by which it is found in the access log.
   *
   * Fails with `HttpHeaderReserved` when API Gateway lets nobody set it.
   *
   * @default 'x-request-id'
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
   */
  readonly requestIdHeader?: string;
}

/**
 * Changes the errors that the integrations of an HTTP API answer: their status, `Retry-After`, and the id of the request, by the status that the
 * function returned.
 *
 * That is all an HTTP API can do: bodies are for the function. Whether what API Gateway answers by itself, 500 for a function that fails and
 * 503 for one that takes too long, is changed too is not documented.
 *
 * Completes the `ResponseParameters` of the integration; fails if something else is set for one of them, with `HttpIntegrationMappingConflict`,
 * and on an integration of a WebSocket API, which has none, with `HttpIntegrationMappingUnsupported`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export class HttpIntegrationErrorMapping extends Mixin {
  constructor(private readonly props: HttpIntegrationErrorMappingProps = {}) {
    super();
    validateStatuses(props.statuses ?? {});
    validateHeader('requestIdHeader', props.requestIdHeader);
  }

  /** Whether the construct is the L1 of an integration of API Gateway V2. */
  public supports(construct: IConstruct): boolean {
    return isIntegrationV2(construct);
  }

  /** Adds what is missing. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const integration = construct as apigwv2.CfnIntegration;
    const api = apiOf(integration);
    if (api && protocolOf(api) === 'WEBSOCKET') {
      refuse(new ValidationError('HttpIntegrationMappingUnsupported',
        'this is an integration of a WebSocket API, whose answers have no status and no headers: leave the mixin out, and let the route answer with '
        + 'mixins.WebSocketRouteResponse', integration));
      return;
    }
    const { catalog, statuses = {}, requestIdHeader = 'x-request-id' } = this.props;
    completeResponseParameters(integration, responseParameters({ definitions: catalog?.definitions ?? [], statuses, requestIdHeader }), refuse);
    checkTimeout(integration);
  }
}

/** A function that runs on after API Gateway gave up works for nobody, and again when the caller tries again. */
function checkTimeout(integration: apigwv2.CfnIntegration): void {
  const fn = functionIn(integration, settingOf(integration, 'IntegrationUri'));
  const [seconds, timeout] = [
    fn && (settingOf(fn, 'Timeout') ?? LIMITS.functionTimeout.default), settingOf(integration, 'TimeoutInMillis') ?? LIMITS.httpIntegrationTimeout.default,
  ];
  if (![seconds, timeout].every((value): value is number => typeof value === 'number' && !Token.isUnresolved(value))) return;
  if (Number(seconds) * 1_000 <= Number(timeout)) return;
  warn(integration, 'HttpIntegrationErrorMapping.functionOutlivesIntegration',
    `the function may run for ${seconds} seconds, but API Gateway answers 503 after ${Number(timeout) / 1_000}: it runs on for nobody, and again when the caller tries `
    + 'again. Lower the timeout of the function below that of the integration');
}
