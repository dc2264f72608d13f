import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { HTTP_API_ALARMS, type RequestAlarmName } from './api-alarm-defaults';
import { ApiAlarms } from './private/api-alarms';
import { apiSubject } from './private/api-subject';
import { RequestAlarms } from './request-alarms';

/** Options of `HttpApiAlarms.fromHttpApi()`. */
export interface HttpApiAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the API.
   *
   * @default - the API itself, or the stage
   */
  readonly scope?: Construct;

  /**
   * The stage that is watched.
   *
   * @default - all stages of the API together
   */
  readonly stage?: apigwv2.IStageRef;
}

/** Alarms on what an HTTP API answers, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`. */
export class HttpApiAlarms extends RequestAlarms {
  /**
   * The alarms of an HTTP API.
   *
   * Fails with `ApiAlarmCannotFire` when it is a WebSocket API, and with `AlarmScopeInOtherRegion` as soon as
   * an alarm is made when `scope` is in another region than the API.
   *
   * @param apiRef The API.
   * @param options What is watched, and where the alarms are made.
   */
  public static fromHttpApi(apiRef: apigwv2.IApiRef, options: HttpApiAlarmsOptions = {}): HttpApiAlarms {
    return new HttpApiAlarms(new ApiAlarms(apiSubject(apiRef, 'HTTP', options.stage), HTTP_API_ALARMS, options.scope));
  }

  private constructor(
    /** @internal */
    protected readonly _alarms: ApiAlarms<RequestAlarmName>,
  ) {
    super();
  }
}
