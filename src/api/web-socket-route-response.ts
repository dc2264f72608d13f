import { Mixin } from 'aws-cdk-lib';
import * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import { apiOf, apiPartsOf } from '../private/api-parts';
import { protocolOf } from '../private/api-stages';
import { completeSetting, fail, type Refuse } from '../private/complete-setting';
import { existOnlyWith } from '../private/condition';
import { ValidationError } from '../private/errors';
import { resourceBehind } from '../private/event-source';
import { ownerOf } from '../private/owner';
import { referencesIn } from '../private/references';
import { isIntegrationV2, isRouteV2 } from '../private/resource-kinds';
import { settingOf } from '../private/settings';
import { warn } from '../private/warnings';

/** The only key that API Gateway knows. */
const DEFAULT = '$default';
/** As the L2 names it, with `returnResponse: true`. */
const RESPONSE_ID = 'Response';
/** Nobody waits for an answer: the status of `$connect` decides about the connection, and `$disconnect` has none any more. */
const ONE_WAY = ['$connect', '$disconnect'];

/**
 * Lets the client of a route of a WebSocket API have what its function returns, errors included: without a route response it reaches nobody. What
 * the function returns for a success is sent too.
 *
 * When the function fails, the client gets a message of API Gateway itself, which can't be changed: let the function return its errors. With an
 * integration without proxy its integration responses choose by the error message what is sent; without any of them it is a warning.
 *
 * Adds a route response; completes `RouteResponseSelectionExpression`. Fails if another expression is set, with `RouteResponseConflict`, and on
 * a route of an HTTP API, which answers by itself, with `RouteResponseUnsupported`. `$connect` and `$disconnect` are left as they are.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
 */
export class WebSocketRouteResponse extends Mixin {
  /** Whether the construct is the L1 of a route of API Gateway V2 on which somebody waits for an answer. */
  public supports(construct: IConstruct): boolean {
    return isRouteV2(construct) && !ONE_WAY.includes(settingOf(construct, 'RouteKey') as string);
  }

  /** Adds the route response. */
  public applyTo(construct: IConstruct): void {
    this._complete(construct);
  }

  /**
   * The same, where what differs is refused in another way.
   *
   * @internal
   */
  public _complete(construct: IConstruct, refuse: Refuse = fail): void {
    const route = construct as apigwv2.CfnRoute;
    const api = apiOf(route);
    if (api && protocolOf(api) === 'HTTP') {
      refuse(new ValidationError('RouteResponseUnsupported', 'this is a route of an HTTP API, which sends every answer back by itself: leave the mixin out', route));
      return;
    }
    const isDecided = completeSetting(route, {
      mixin: 'WebSocketRouteResponse',
      option: 'RouteResponseSelectionExpression',
      path: ['RouteResponseSelectionExpression'],
      value: DEFAULT,
      conflict: 'RouteResponseConflict',
      unknown: 'WebSocketRouteResponse.unknownSetting',
    }, refuse);
    if (isDecided) addResponse(route);
    checkIntegration(route);
  }
}

function addResponse(route: apigwv2.CfnRoute): void {
  const home = ownerOf(route) ?? route;
  if (responsesOf(route).length > 0 || home.node.tryFindChild(RESPONSE_ID)) return;
  const made = new apigwv2.CfnRouteResponse(home, RESPONSE_ID, { apiId: route.apiId, routeId: route.ref, routeResponseKey: DEFAULT });
  existOnlyWith(made, route);
}

function responsesOf(route: apigwv2.CfnRoute): apigwv2.CfnRouteResponse[] {
  const api = apiOf(route);
  const all = api ? apiPartsOf(api, apigwv2.CfnRouteResponse.isCfnRouteResponse) : [];
  return all.filter((response) => resourceBehind(response, settingOf(response, 'RouteId')) === route);
}

/** With a proxy integration there are no integration responses, without one there must be. */
function checkIntegration(route: apigwv2.CfnRoute): void {
  const integration = referencesIn(route, settingOf(route, 'Target') ?? '').find(isIntegrationV2);
  const api = apiOf(route);
  if (!integration || !api || settingOf(integration, 'IntegrationType') !== 'AWS') return;
  const keys = apiPartsOf(api, apigwv2.CfnIntegrationResponse.isCfnIntegrationResponse)
    .filter((response) => resourceBehind(response, settingOf(response, 'IntegrationId')) === integration)
    .map((response) => settingOf(response, 'IntegrationResponseKey'));
  if (keys.includes(DEFAULT)) return;
  warn(route, 'WebSocketRouteResponse.integrationResponseMissing',
    `the integration ${integration.node.path} of this route has no proxy and no AWS::ApiGatewayV2::IntegrationResponse with the key $default, so that no answer is sent: `
    + 'add one, and others with keys such as /\\[OrderNotFound\\].*/ for errors by their message');
}
