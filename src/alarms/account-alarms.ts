import { Stack, Tokenization } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { ACCOUNT_ALARMS, type AccountAlarmName } from './account-alarm-defaults';
import type { AlarmDefault } from './alarm-defaults';
import type { AlarmOptions, RateAlarmOptions } from './alarm-options';
import { makeAlarm } from './private/alarm-factory';
import type { AlarmMath } from './private/alarm-metric';
import { checkedRate, rateMath } from './private/error-rate';
import { ValidationError } from '../private/errors';
import { isWholeNumber } from '../private/whole-numbers';

/** Options of `AccountAlarms.claimedConcurrency()`. */
export interface ClaimedConcurrencyAlarmOptions extends AlarmOptions {
  /**
   * The quota of the account for concurrent executions in the region: an integer from 1. New accounts may have less than the 1,000 that AWS
   * documents as the default.
   *
   * Fails with `AccountQuotaInvalid` when it is anything else.
   */
  readonly quota: number;

  /**
   * The part of the quota that sets the alarm off in percent: this or more, above 0 and at most 100.
   *
   * Fails with `AlarmThresholdOutOfRange` when it is not above 0, and with `AlarmThresholdUnreachable` when it is above 100.
   *
   * @default 90
   */
  readonly threshold?: number;
}

/**
 * Alarms on all Lambda functions of an account in a region together, by metrics that Lambda publishes without dimensions. One stack of the account
 * has them. Who hears of them is said with `AlarmNotifications`.
 */
export class AccountAlarms {
  /**
   * The alarms of the account and region of a stack.
   *
   * @param scope Where the alarms are made.
   */
  public static of(scope: Construct): AccountAlarms {
    return new AccountAlarms(scope);
  }

  private constructor(private readonly scope: Construct) {
  }

  /**
   * An alarm on the concurrency that is in use, reserved or provisioned: `ClaimedAccountConcurrency`, maximum, 90 % or more of the quota for ten
   * minutes. A warning: when it reaches the quota, invocations without reserved concurrency are refused.
   *
   * Lambda publishes it each minute while concurrency is in use or reserved. Ten of ten minutes is what AWS recommends: a peak is told by
   * `FunctionAlarms.throttles()`. No data is good news.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists in the scope.
   *
   * @param options The quota, and what tunes the alarm. `evaluationPeriods` and `datapointsToAlarm`: 10, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
   */
  public claimedConcurrency(options: ClaimedConcurrencyAlarmOptions): cloudwatch.CfnAlarm {
    const { quota } = options;
    if (!isWholeNumber(quota, { min: 1 })) {
      throw new ValidationError('AccountQuotaInvalid',
        `quota of claimedConcurrency() must be an integer from 1, got ${quota}: use the quota for concurrent executions that the account has in the region`, this.scope);
    }
    return this.make('claimedConcurrency', options, {
      expression: `100 * claimed / ${Tokenization.stringifyNumber(quota)}`,
      metrics: { claimed: { metric: ACCOUNT_ALARMS.claimedConcurrency.metric } },
    });
  }

  /**
   * An alarm on the part of all invocations in the region that fail: 100 × `Errors` / `Invocations`, 5 % or more of at least 40 invocations in five
   * minutes of the last twenty. A warning.
   *
   * It is one number for all functions, and hides a small function that always fails: `FleetAlarms` has an alarm on errors that looks at each
   * function. CloudWatch offers no rate per function in one alarm, as an alarm on an expression takes a single time series. Errors are counted in
   * the minute in which the invocation began, and functions run for 15 minutes at most, so that it looks back twenty minutes.
   *
   * Fails with `AlarmAlreadyDefined` when the alarm exists in the scope.
   *
   * @param options Tunes the alarm. `period`: 5 minutes, `evaluationPeriods`: 4, `severity`: `AlarmSeverity.WARNING`.
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html
   */
  public errorRate(options: RateAlarmOptions = {}): cloudwatch.CfnAlarm {
    return this.make('errorRate', options, rateMath(ACCOUNT_ALARMS.errorRate, options, this.scope));
  }

  private make(name: AccountAlarmName, options: RateAlarmOptions, math: AlarmMath): cloudwatch.CfnAlarm {
    const { scope } = this;
    const { account, region } = Stack.of(scope);
    const defaults: AlarmDefault = ACCOUNT_ALARMS[name];
    return makeAlarm({
      defaults,
      options,
      threshold: checkedRate(name, options.threshold ?? ACCOUNT_ALARMS[name].threshold, scope),
      defaultPeriods: () => ACCOUNT_ALARMS[name].evaluationPeriods,
      resource: { env: { account, region } },
      dimensions: {},
      home: scope,
      name: account,
      recommended: false,
      math,
    });
  }
}
