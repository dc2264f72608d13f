import { Duration } from 'aws-cdk-lib';
import * as signals from 'aws-cdk-lib/aws-applicationsignals';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { AlarmSeverity } from './alarm-severity';
import type { ErrorBudgetSource } from './error-budget-source';
import { AlarmRegister } from './private/alarm-register';
import { describeAlarm } from './private/alarm-text';
import { burnRateAlarm, objectiveOf } from './private/budget-resources';
import { burnAlarm, checkObjective, type BurnAlarm } from './private/burn-rate';
import { announce } from './private/subscriptions';

/** How fast an error budget may be spent before somebody is called. */
export interface BurnRateOptions {
  /** The part of the budget in percent that is spent in `longWindow`: above 0, at most 100. */
  readonly budget: number;

  /** In which time: whole minutes, at most seven days, shorter than the budget's. */
  readonly longWindow: Duration;

  /**
   * In which time it must still be spent at that rate, so that the alarm ends soon after the errors do.
   *
   * @default - a twelfth of `longWindow`, and longer than the timeout of a function
   */
  readonly shortWindow?: Duration;

  /** Who hears of it. */
  readonly severity: AlarmSeverity;
}

/** Properties of `ErrorBudgetAlarm`. */
export interface ErrorBudgetAlarmProps {
  /** Requests and errors. */
  readonly source: ErrorBudgetSource;

  /**
   * The part of the requests that must succeed in percent, such as 99.9: above 0 and below 100.
   *
   * Fails with `ErrorBudgetObjectiveInvalid` when it is anything else.
   */
  readonly objective: number;

  /**
   * Over which time.
   *
   * @default Duration.days(30)
   */
  readonly budgetWindow?: Duration;

  /**
   * How fast the budget may be spent.
   *
   * Fails with `ErrorBudgetBurnRateInvalid`, `ErrorBudgetWindowInvalid`, or `ErrorBudgetBurnRateUnreachable` when such an alarm can't be or never fires.
   *
   * @default - 2 % in an hour and 5 % in six hours, critical; 10 % in three days, a warning
   * @see https://sre.google/workbook/alerting-on-slos/
   */
  readonly burnRates?: BurnRateOptions[];

  /**
   * How many requests a long window must have to count: an integer from 1.
   *
   * @default - so many that one error alone never calls anybody: with 99.9 % 70 in an hour
   */
  readonly minimumRequests?: number;

  /**
   * The name of a service level objective of Application Signals on the same metrics, which shows the budget that is left. `budgetWindow` must be whole
   * days then.
   *
   * @default - none
   */
  readonly serviceLevelObjective?: string;
}

const DEFAULTS: BurnRateOptions[] = [
  { budget: 2, longWindow: Duration.hours(1), severity: AlarmSeverity.CRITICAL },
  { budget: 5, longWindow: Duration.hours(6), severity: AlarmSeverity.CRITICAL },
  { budget: 10, longWindow: Duration.days(3), severity: AlarmSeverity.WARNING },
];

/**
 * Calls people when errors spend the budget that an objective leaves too fast, and not for each error: for services with traffic.
 *
 * For each burn rate there are two alarms on the rate of errors, over a long window, which a short peak doesn't set off, and over a short one, which ends
 * the alarm soon after the errors do. A composite alarm per severity is in ALARM while both windows of a burn rate are. That is eight alarms with
 * the defaults. Each window is one period, because an alarm on an expression has one period for all metrics. CloudWatch evaluates windows longer than a
 * day once an hour. No requests are good news.
 */
export class ErrorBudgetAlarm extends Construct {
  /** The composite alarms, one per severity. */
  public readonly alarms: cloudwatch.CfnCompositeAlarm[];

  /** The service level objective, if its name was given. */
  public readonly objective?: signals.CfnServiceLevelObjective;

  constructor(scope: Construct, id: string, props: ErrorBudgetAlarmProps) {
    super(scope, id);
    const { source, objective, budgetWindow = Duration.days(30), burnRates = DEFAULTS } = props;
    checkObjective(objective, this);
    const target = { objective, budgetWindow, shortestWindow: source._shortestWindow };
    const burning = burnRates.map((rate) => ({ severity: rate.severity, burn: burnAlarm(rate, target, this) }));
    const severities = [...new Set(burnRates.map(({ severity }) => severity))];
    this.alarms = severities.map((severity) =>
      this.composite(severity, props, burning.filter((one) => one.severity === severity).map(({ burn }) => burn)));
    if (props.serviceLevelObjective) {
      const burns = burning.map(({ burn }) => burn);
      this.objective = objectiveOf(this, { name: props.serviceLevelObjective, ...target, metrics: source._metrics(this), burns });
    }
  }

  private composite(severity: AlarmSeverity, props: ErrorBudgetAlarmProps, burns: readonly BurnAlarm[]): cloudwatch.CfnCompositeAlarm {
    const { source, objective, minimumRequests } = props;
    const metrics = source._metrics(this);
    const rule = burns.map((burn) => {
      const long = burnRateAlarm(this, { window: burn.longWindow, burn, metrics, minimum: minimumRequests ?? burn.minimumRequests });
      const short = burnRateAlarm(this, { window: burn.shortWindow, burn, metrics, minimum: 1 });
      return `(ALARM("${long.ref}") AND ALARM("${short.ref}"))`;
    }).join(' OR ');
    const alarm = new cloudwatch.CfnCompositeAlarm(this, severity === AlarmSeverity.CRITICAL ? 'CriticalAlarm' : 'WarningAlarm', { alarmRule: rule });
    const rates = burns.map(({ burnRate, longWindow }) => `${burnRate} times in ${longWindow / 60} minutes`).join(' or ');
    describeAlarm(alarm, {
      method: 'errorBudget',
      sentence: `The error budget of ${source._name} is spent too fast: ${objective} % of its requests must succeed, and it fails more than that allows (${rates}). `
        + 'Look for the errors in its logs and traces, and for a deployment at the time they began.',
    });
    AlarmRegister.of(this).add({ alarm, recommended: false });
    announce(alarm, severity);
    return alarm;
  }
}
