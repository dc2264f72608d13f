import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { CountAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { REST_API_ALARMS, type RestApiAlarmName } from './api-alarm-defaults';
import type { ApiLatencyAlarmOptions, RateAlarmOptions, RecommendedApiLatencyAlarmOptions, RecommendedRateAlarmOptions } from './api-alarm-options';
import { ApiAlarms } from './private/api-alarms';
import { restApiSubject } from './private/api-subject';

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

/** Tunes or drops the alarms of `RestApiAlarms.recommended()`. */
export interface RecommendedRestApiAlarmsOptions {
  /**
   * The alarm on answers with a 5xx status.
   *
   * @default - made as `RestApiAlarms.serverErrors()` makes it
   */
  readonly serverErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on the part of requests that is answered with a 5xx status.
   *
   * @default - made as `RestApiAlarms.serverErrorRate()` makes it
   */
  readonly serverErrorRate?: RecommendedRateAlarmOptions;

  /**
   * The alarm on answers with a 4xx status. Made with `enabled: true` only.
   *
   * @default - not made: every client with a wrong request would set it off
   */
  readonly clientErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on the part of requests that is answered with a 4xx status. Made with `enabled: true` only.
   *
   * @default - not made: what is usual depends on the clients
   */
  readonly clientErrorRate?: RecommendedRateAlarmOptions;

  /**
   * The alarm on slow answers.
   *
   * @default - made as `RestApiAlarms.latency()` makes it
   */
  readonly latency?: RecommendedApiLatencyAlarmOptions;

  /**
   * The alarm on Lambda authorizers that fail. Made with `enabled: true` only.
   *
   * @default - not made: `serverErrors` counts them too
   */
  readonly authorizerFailures?: RecommendedCountAlarmOptions;
}

/**
 * Alarms on what a REST API answers, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`.
 *
 * Its metrics have the name of the API, so that two APIs of one name in an account and region are counted together. A status that a gateway
 * response changes counts as what it is changed to.
 */
export class RestApiAlarms {
  /**
   * The alarms of a REST API.
   *
   * Fails with `RestApiNameUnknown` when its name isn't known, and with `AlarmScopeInOtherRegion` as soon as an alarm is made when `scope` is in another region than the API.
   *
   * @param restApiRef The API.
   * @param options What is watched, and where the alarms are made.
   */
  public static fromRestApi(restApiRef: apigateway.IRestApiRef, options: RestApiAlarmsOptions = {}): RestApiAlarms {
    return new RestApiAlarms(restApiRef, options);
  }

  private readonly alarms: ApiAlarms<RestApiAlarmName>;

  private constructor(restApiRef: apigateway.IRestApiRef, options: RestApiAlarmsOptions) {
    this.alarms = new ApiAlarms(restApiSubject(restApiRef, options.stage, options.restApiName), REST_API_ALARMS, options.scope);
  }

  /**
   * An alarm on answers with a 5xx status: `5XXError`, sum, 1 or more in a minute of the last five. A warning: whoever called was told.
   *
   * API Gateway counts function errors (502), throttles, missing permissions and failed authorizers (500), timeouts (504), and what the code
   * answers so itself, which `Errors` doesn't count.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public serverErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('serverErrors', options);
  }

  /**
   * An alarm on the part of requests that is answered with a 5xx status: 5 percent or more of at least 20 requests a minute, in three minutes
   * of the last five. Critical: nobody tries these requests again, and they are many. With fewer requests it never goes off: `serverErrors()`
   * does.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, `AlarmRateOutOfRange` or `AlarmMinimumRequestsOutOfRange` when a number is none.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public serverErrorRate(options: RateAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('serverErrorRate', options);
  }

  /**
   * An alarm on answers with a 4xx status: `4XXError`, sum, 1 or more in a minute of the last five. A warning. Where clients can send anything,
   * give a `threshold`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public clientErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('clientErrors', options);
  }

  /**
   * An alarm on the part of requests that is answered with a 4xx status: 5 percent or more of at least 20 requests a minute, in three minutes
   * of the last five. A warning.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, `AlarmRateOutOfRange` or `AlarmMinimumRequestsOutOfRange` when a number is none.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public clientErrorRate(options: RateAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('clientErrorRate', options);
  }

  /**
   * An alarm on answers that take nearly as long as they may: `Latency`, maximum, 80 percent or more of the longest that an integration or its
   * function can take, in a minute of the last five. A warning: the next ones may be 504.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, with `ApiAlarmCannotFire` when API Gateway gives up before the threshold.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public latency(options: ApiLatencyAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('latency', options);
  }

  /**
   * An alarm on Lambda authorizers that fail, time out, are throttled or answer what is no policy: 1 or more in a minute of the last five. A
   * warning. No metric keeps them apart, so it counts lines of the access log that have a 5xx status and `$context.authorizer.error`, with a
   * metric filter. That a variable without a value is logged as `-` is not documented.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, with `ApiAlarmCannotFire` when the API has no authorizer, or no
   * stage an access log of the app with the variables.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
   */
  public authorizerFailures(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('authorizerFailures', options);
  }

  /**
   * Makes the alarms on answers with a 5xx status, on their rate, and on slow answers; the others where they are asked for.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ clientErrors: { enabled: true, threshold: 100 } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedRestApiAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this.alarms.recommended(options, ['clientErrors', 'clientErrorRate', 'authorizerFailures']);
  }
}
