import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type { Construct } from 'constructs';
import { REST_API_ALARMS, type RequestAlarmName } from './api-alarm-defaults';
import { ApiAlarms } from './private/api-alarms';
import { restApiSubject } from './private/api-subject';
import { RequestAlarms } from './request-alarms';

/** Options of `RestApiAlarms.fromRestApi()`. */
export interface RestApiAlarmsOptions {
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
  readonly stage?: apigateway.IStageRef;

  /**
   * The name of the API, which its metrics have. Two APIs of one name are counted together.
   *
   * Fails with `RestApiNameUnknown` when it is left out for an imported API, or for one that is named in a file.
   *
   * @default - the name of the API
   */
  readonly restApiName?: string;
}

/**
 * Alarms on what a REST API answers, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`.
 *
 * Its metrics have the name of the API, so that two APIs of one name in an account and region are counted together. A status that a gateway
 * response changes counts as what it is changed to.
 */
export class RestApiAlarms extends RequestAlarms {
  /**
   * The alarms of a REST API.
   *
   * Fails with `RestApiNameUnknown` when its name isn't known, and with `AlarmScopeInOtherRegion` as soon as
   * an alarm is made when `scope` is in another region than the API.
   *
   * @param restApiRef The API.
   * @param options What is watched, and where the alarms are made.
   */
  public static fromRestApi(restApiRef: apigateway.IRestApiRef, options: RestApiAlarmsOptions = {}): RestApiAlarms {
    return new RestApiAlarms(new ApiAlarms(restApiSubject(restApiRef, options.stage, options.restApiName), REST_API_ALARMS, options.scope));
  }

  private constructor(
    /** @internal */
    protected readonly _alarms: ApiAlarms<RequestAlarmName>,
  ) {
    super();
  }
}
