import * as signals from 'aws-cdk-lib/aws-applicationsignals';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { ValidationError } from '../../private/errors';
import { PERIOD } from '../alarm-defaults';
import type { BudgetMetric, BurnAlarm, Objective } from './burn-rate';
import { checkedMinimum, rateExpression } from './error-rate';

/** The metrics of an error budget. */
interface BudgetMetrics {
  readonly requests: BudgetMetric;
  readonly errors: BudgetMetric;
}

/** One window of a burn rate. */
interface BurnWindow {
  readonly window: number;
  readonly burn: BurnAlarm;
  readonly metrics: BudgetMetrics;
  readonly minimum: number;
}

/** A service level objective to be made. */
interface ObjectiveOrder extends Objective {
  readonly name: string;
  readonly metrics: BudgetMetrics;
  readonly burns: readonly BurnAlarm[];
}

const DAY = 86_400;

/** Makes an alarm on the rate of errors in one window. It calls nobody: it is part of a composite alarm. */
export function burnRateAlarm(scope: Construct, { window, burn, metrics, minimum }: BurnWindow): cloudwatch.CfnAlarm {
  return new cloudwatch.CfnAlarm(scope, `Burn${burn.longWindow / 60}mIn${window / 60}m`, {
    metrics: [
      { id: 'rate', expression: rateExpression(checkedMinimum('ErrorBudgetAlarm', minimum, scope)), returnData: true },
      stat('failed', metrics.errors, window),
      stat('all', metrics.requests, window),
    ],
    threshold: burn.threshold,
    comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    alarmDescription: `Part of ${scope.node.path}: ${burn.threshold} % or more of the requests in ${window / 60} minutes failed, a burn rate of ${burn.burnRate}.`,
  });
}

/** Makes the service level objective of Application Signals on the same metrics. */
export function objectiveOf(scope: Construct, { name, objective, budgetWindow, metrics, burns }: ObjectiveOrder): signals.CfnServiceLevelObjective {
  const days = budgetWindow.toSeconds({ integral: false }) / DAY;
  if (!Number.isInteger(days)) {
    throw new ValidationError('ErrorBudgetWindowInvalid', `budgetWindow must be whole days for a service level objective, got ${days}: use Duration.days(), or leave serviceLevelObjective out`, scope);
  }
  return new signals.CfnServiceLevelObjective(scope, 'Objective', {
    name,
    requestBasedSli: {
      requestBasedSliMetric: {
        totalRequestCountMetric: [stat('requests', metrics.requests, PERIOD, true)],
        monitoredRequestCountMetric: { badCountMetric: [stat('errors', metrics.errors, PERIOD, true)] },
      },
    },
    goal: { attainmentGoal: objective, interval: { rollingInterval: { duration: days, durationUnit: 'DAY' } } },
    burnRateConfigurations: burns.map(({ longWindow }) => ({ lookBackWindowMinutes: longWindow / 60 })),
  });
}

function stat(id: string, { namespace, metricName, dimensions }: BudgetMetric, period: number, returnData = false) {
  return { id, metricStat: { metric: { namespace, metricName, dimensions }, period, stat: 'Sum' }, returnData };
}
