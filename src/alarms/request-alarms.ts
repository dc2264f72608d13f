import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { CountAlarmOptions, RateAlarmOptions, RecommendedCountAlarmOptions, RecommendedRateAlarmOptions } from './alarm-options';
import type { RequestAlarmName } from './api-alarm-defaults';
import type { ApiLatencyAlarmOptions, RecommendedApiLatencyAlarmOptions } from './api-alarm-options';
import type { ApiAlarms } from './private/api-alarms';

/** Tunes or drops the alarms of `recommended()` of a REST or HTTP API. */
export interface RecommendedRequestAlarmsOptions {
  /**
   * The alarm on answers with a 5xx status.
   *
   * @default - made as `RequestAlarms.serverErrors()` makes it
   */
  readonly serverErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on the part of requests that is answered with a 5xx status.
   *
   * @default - made as `RequestAlarms.serverErrorRate()` makes it
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
   * @default - made as `RequestAlarms.latency()` makes it
   */
  readonly latency?: RecommendedApiLatencyAlarmOptions;

  /**
   * The alarm on Lambda authorizers that fail. Made with `enabled: true` only.
   *
   * @default - not made: `serverErrors` counts them too
   */
  readonly authorizerFailures?: RecommendedCountAlarmOptions;
}

/** Alarms on what a REST or HTTP API answers: `RestApiAlarms` and `HttpApiAlarms`. */
export abstract class RequestAlarms {
  /**
   * Makes them.
   *
   * @internal
   */
  protected abstract readonly _alarms: ApiAlarms<RequestAlarmName>;

  /**
   * An alarm on answers with a 5xx status: `5XXError` or `5xx`, sum, 1 or more in a minute of the last five. A warning: whoever called was told.
   *
   * API Gateway counts function errors (502, of an HTTP API 500), throttles, missing permissions and failed authorizers (500), timeouts (504, of
   * an HTTP API 503), and what the code answers so itself, which `Errors` doesn't count.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public serverErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._alarms.make('serverErrors', options);
  }

  /**
   * An alarm on the part of requests that is answered with a 5xx status: 5 percent or more of at least 20 requests a minute, in three minutes
   * of the last five. Critical: nobody tries these requests again, and they are many. With fewer requests it never goes off: `serverErrors()`
   * does.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, `AlarmThresholdUnreachable` or `AlarmMinimumRequestsOutOfRange` when a number can't be.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.CRITICAL`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public serverErrorRate(options: RateAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._alarms.make('serverErrorRate', options);
  }

  /**
   * An alarm on answers with a 4xx status: `4XXError` or `4xx`, sum, 1 or more in a minute of the last five. A warning. Where clients can send anything,
   * give a `threshold`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public clientErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._alarms.make('clientErrors', options);
  }

  /**
   * An alarm on the part of requests that is answered with a 4xx status: 5 percent or more of at least 20 requests a minute, in three minutes
   * of the last five. A warning.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, `AlarmThresholdUnreachable` or `AlarmMinimumRequestsOutOfRange` when a number can't be.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public clientErrorRate(options: RateAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._alarms.make('clientErrorRate', options);
  }

  /**
   * An alarm on answers that take nearly as long as they may: `Latency`, maximum, 80 percent or more of the longest that an integration or its
   * function can take, in a minute of the last five. A warning: the next ones may be 504, of an HTTP API 503.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, with `ApiAlarmCannotFire` when API Gateway gives up before the threshold.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
   */
  public latency(options: ApiLatencyAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this._alarms.make('latency', options);
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
    return this._alarms.make('authorizerFailures', options);
  }

  /**
   * Makes the alarms on answers with a 5xx status, on their rate, and on slow answers; the others where they are asked for.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ clientErrors: { enabled: true, threshold: 100 } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedRequestAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this._alarms.recommended(options, ['clientErrors', 'clientErrorRate', 'authorizerFailures']);
  }
}
