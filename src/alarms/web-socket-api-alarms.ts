import type * as apigwv2 from 'aws-cdk-lib/aws-apigatewayv2';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { CountAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { WEB_SOCKET_API_ALARMS, type WebSocketApiAlarmName } from './api-alarm-defaults';
import type { ApiLatencyAlarmOptions, RecommendedApiLatencyAlarmOptions } from './api-alarm-options';
import { ApiAlarms } from './private/api-alarms';
import { apiSubject } from './private/api-subject';

/** Options of `WebSocketApiAlarms.fromWebSocketApi()`. */
export interface WebSocketApiAlarmsOptions {
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

/** Tunes or drops the alarms of `WebSocketApiAlarms.recommended()`. */
export interface RecommendedWebSocketApiAlarmsOptions {
  /**
   * The alarm on integrations that could not be called.
   *
   * @default - made as `WebSocketApiAlarms.executionErrors()` makes it
   */
  readonly executionErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on integrations that answered with an error.
   *
   * @default - made as `WebSocketApiAlarms.integrationErrors()` makes it
   */
  readonly integrationErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on messages and connections that are refused. Made with `enabled: true` only.
   *
   * @default - not made: every client with a wrong message would set it off
   */
  readonly clientErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on slow integrations.
   *
   * @default - made as `WebSocketApiAlarms.integrationLatency()` makes it
   */
  readonly integrationLatency?: RecommendedApiLatencyAlarmOptions;

  /**
   * The alarm on the Lambda authorizer of `$connect` that fails. Made with `enabled: true` only.
   *
   * @default - not made: it needs an access log
   */
  readonly authorizerFailures?: RecommendedCountAlarmOptions;
}

/**
 * Alarms on the messages and connections of a WebSocket API, L1 or L2, or imported. Who hears of them is said with `AlarmNotifications`.
 *
 * They are counts: AWS doesn't say whether its metric of messages counts what clients send only, so that a rate could not be told.
 */
export class WebSocketApiAlarms {
  /**
   * The alarms of a WebSocket API.
   *
   * Fails with `ApiAlarmCannotFire` when it is an HTTP API, and with `AlarmScopeInOtherRegion` as soon as
   * an alarm is made when `scope` is in another region than the API.
   *
   * @param apiRef The API.
   * @param options What is watched, and where the alarms are made.
   */
  public static fromWebSocketApi(apiRef: apigwv2.IApiRef, options: WebSocketApiAlarmsOptions = {}): WebSocketApiAlarms {
    return new WebSocketApiAlarms(apiRef, options);
  }

  private readonly alarms: ApiAlarms<WebSocketApiAlarmName>;

  private constructor(apiRef: apigwv2.IApiRef, options: WebSocketApiAlarmsOptions) {
    this.alarms = new ApiAlarms(apiSubject(apiRef, 'WEBSOCKET', options.stage), WEB_SOCKET_API_ALARMS, options.scope);
  }

  /**
   * An alarm on integrations that could not be called: `ExecutionError`, sum, 1 or more in a minute of the last five. A warning. The function
   * was throttled, refused the call, or took too long, and knows nothing of it.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html
   */
  public executionErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('executionErrors', options);
  }

  /**
   * An alarm on integrations that answered with a 4xx or 5xx status: `IntegrationError`, sum, 1 or more in a minute of the last five. A warning.
   * Without a route response no client is told.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html
   */
  public integrationErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('integrationErrors', options);
  }

  /**
   * An alarm on messages and connections that API Gateway refuses with a 4xx status before it calls the integration: `ClientError`, sum, 1 or
   * more in a minute of the last five. A warning. Where clients can send anything, give a `threshold`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html
   */
  public clientErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('clientErrors', options);
  }

  /**
   * An alarm on integrations that take nearly as long as they may: `IntegrationLatency`, maximum, 80 percent or more of the longest that an
   * integration or its function can take, in a minute of the last five. A warning.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, with `ApiAlarmCannotFire` when API Gateway gives up before the threshold.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html
   */
  public integrationLatency(options: ApiLatencyAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('integrationLatency', options);
  }

  /**
   * An alarm on the Lambda authorizer of `$connect` that fails, times out, is throttled or answers what is no policy: 1 or more in a minute of
   * the last five. A warning. It counts lines of the access log that have a 5xx status and `$context.authorizer.error`, with a metric filter.
   * That a variable without a value is logged as `-` is not documented.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists, with `ApiAlarmCannotFire` when the API has no authorizer, or no
   * stage an access log of the app with the variables.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
   */
  public authorizerFailures(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('authorizerFailures', options);
  }

  /**
   * Makes the alarms on integrations that fail, can't be called, or are slow; the others where they are asked for.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ integrationErrors: { threshold: 10 } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedWebSocketApiAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this.alarms.recommended(options, ['clientErrors', 'authorizerFailures']);
  }
}
