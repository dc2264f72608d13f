import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { CountAlarmOptions, LatencyAlarmOptions, RecommendedCountAlarmOptions } from './alarm-options';
import { FUNCTION_URL_ALARMS, type FunctionUrlAlarmName } from './function-url-alarm-defaults';
import { CountAlarms } from './private/count-alarms';
import { functionUrlSubject } from './private/function-url-subject';

/** Options of `FunctionUrlAlarms.fromFunctionUrl()`. */
export interface FunctionUrlAlarmsOptions {
  /**
   * Where the alarms are made, for example a stack for monitoring. It must be in the region of the function.
   *
   * @default - the function URL itself
   */
  readonly scope?: Construct;
}

/** Tunes or drops the alarms of `FunctionUrlAlarms.recommended()`. */
export interface RecommendedFunctionUrlAlarmsOptions {
  /**
   * The alarm on answers with a 5xx status.
   *
   * @default - made as `FunctionUrlAlarms.serverErrors()` makes it
   */
  readonly serverErrors?: RecommendedCountAlarmOptions;

  /**
   * The alarm on answers with a 4xx status. Made with `enabled: true` only.
   *
   * @default - not made: every client with a wrong request would set it off
   */
  readonly clientErrors?: RecommendedCountAlarmOptions;
}

/**
 * Alarms on what a function URL answers, L1 or L2. Who hears of them is said with `AlarmNotifications`.
 *
 * They count the URL of one qualifier: `$LATEST`, or the alias that the URL is for. Nobody tries a request again, so that a failure is seen
 * by whoever called, and here. A failure in the middle of a streamed answer is seen by nobody but `FunctionAlarms.errors()`: the status was
 * sent before it.
 */
export class FunctionUrlAlarms {
  /**
   * The alarms of a function URL.
   *
   * Fails with `AlarmScopeInOtherRegion` as soon as an alarm is made, when `scope` is in another region than the URL.
   *
   * @param urlRef The function URL.
   * @param options Where the alarms are made.
   */
  public static fromFunctionUrl(urlRef: lambda.IUrlRef, options: FunctionUrlAlarmsOptions = {}): FunctionUrlAlarms {
    return new FunctionUrlAlarms(urlRef, options.scope);
  }

  private readonly alarms: CountAlarms<FunctionUrlAlarmName>;

  private constructor(urlRef: lambda.IUrlRef, scope?: Construct) {
    this.alarms = new CountAlarms(functionUrlSubject(urlRef, scope), FUNCTION_URL_ALARMS, scope);
  }

  /**
   * An alarm on answers with a 5xx status: `Url5xxCount`, sum, 1 or more in a minute of the last five. A warning.
   *
   * Lambda counts function errors and timeouts, malformed answers, and what the code answers so itself, which `Errors` doesn't count.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
   */
  public serverErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('serverErrors', options);
  }

  /**
   * An alarm on answers with a 4xx status: `Url4xxCount`, sum, 1 or more in a minute of the last five. A warning.
   *
   * Lambda counts throttles (429) and missing permissions (403), and what the code answers so itself. Where clients can send anything, give
   * a `threshold`.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
   */
  public clientErrors(options: CountAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.alarms.make('clientErrors', options);
  }

  /**
   * An alarm on slow answers: `UrlRequestLatency`, maximum, the threshold that you give or more in a minute of the last five. A warning.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists.
   *
   * @param options Tunes the alarm. `evaluationPeriods`: 5, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-monitoring.html
   */
  public requestLatency(options: LatencyAlarmOptions): cloudwatch.CfnAlarm {
    return this.alarms.make('requestLatency', { ...options, threshold: options.threshold.toMilliseconds({ integral: false }) });
  }

  /**
   * Makes the alarm on answers with a 5xx status, and the one on answers with a 4xx status where it is asked for.
   *
   * Fails with `AlarmAlreadyDefined` when one of the alarms exists.
   *
   * @param options Tunes or drops alarms by name, for example `{ clientErrors: { enabled: true, threshold: 100 } }`.
   * @returns The alarms made.
   */
  public recommended(options: RecommendedFunctionUrlAlarmsOptions = {}): cloudwatch.CfnAlarm[] {
    return this.alarms.recommended(options, (name) => name === 'serverErrors');
  }
}
