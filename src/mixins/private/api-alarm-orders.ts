import { Token } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { IConstruct } from 'constructs';
import type { AlarmOrder } from './alarm-layers';
import { HTTP_API_ALARMS, REST_API_ALARMS, WEB_SOCKET_API_ALARMS } from '../../alarms/api-alarm-defaults';
import { HttpApiAlarms } from '../../alarms/http-api-alarms';
import { restApiName } from '../../alarms/private/api-subject';
import { RestApiAlarms } from '../../alarms/rest-api-alarms';
import { WebSocketApiAlarms } from '../../alarms/web-socket-api-alarms';
import { protocolOf } from '../../private/api-stages';
import { isApiV2 } from '../../private/resource-kinds';
import type { AlarmLayer } from '../alarm-layer';

/** The L1 of an API. */
type Api = apigateway.CfnRestApi | apigwv2.CfnApi;

/** What the alarm on any answer with a 5xx status tells too. */
const SPARED = ['serverErrorRate', 'latency'];

/** Whether a resource is an API, of whatever kind. */
export function isApi(construct: IConstruct): construct is Api {
  return apigateway.CfnRestApi.isCfnRestApi(construct) || isApiV2(construct);
}

/** The alarms of an API. Nothing for one whose metrics nobody can name here. */
export function alarmsOfApi(api: Api, options: AlarmLayer): AlarmOrder<object> | undefined {
  if (apigateway.CfnRestApi.isCfnRestApi(api)) return alarmsOfRestApi(api, options);
  const watched = [{ resource: api }];
  switch (protocolOf(api)) {
    case 'HTTP': return {
      watched,
      defaults: HTTP_API_ALARMS,
      spared: SPARED,
      options: options.httpApis,
      recommended: (wanted) => HttpApiAlarms.fromHttpApi(api, { scope: options.scope }).recommended(wanted),
    };
    case 'WEBSOCKET': return {
      watched,
      defaults: WEB_SOCKET_API_ALARMS,
      spared: ['integrationErrors', 'integrationLatency'],
      options: options.webSocketApis,
      recommended: (wanted) => WebSocketApiAlarms.fromWebSocketApi(api, { scope: options.scope }).recommended(wanted),
    };
    default: return undefined;
  }
}

function alarmsOfRestApi(api: apigateway.CfnRestApi, options: AlarmLayer): AlarmOrder<object> | undefined {
  const name = restApiName(api);
  if (name === undefined) return undefined;
  return {
    watched: [{ resource: api, name: Token.isUnresolved(name) ? undefined : name }],
    defaults: REST_API_ALARMS,
    spared: SPARED,
    options: options.restApis,
    recommended: (wanted) => RestApiAlarms.fromRestApi(api, { scope: options.scope }).recommended(wanted),
  };
}
