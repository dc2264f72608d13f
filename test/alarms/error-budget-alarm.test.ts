import { Duration, type Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AlarmNotifications } from '../../src/alarms/alarm-notifications';
import { AlarmSeverity } from '../../src/alarms/alarm-severity';
import { ErrorBudgetAlarm, type ErrorBudgetAlarmProps } from '../../src/alarms/error-budget-alarm';
import { ErrorBudgetSource } from '../../src/alarms/error-budget-source';
import { testStack } from '../support';

const API = ErrorBudgetSource.ofHttpApi('a1b2', '$default');

function budget(props: Partial<ErrorBudgetAlarmProps> = {}) {
  const stack = testStack();
  return { stack, construct: new ErrorBudgetAlarm(stack, 'Budget', { source: API, objective: 99.9, ...props }) };
}

function windowsOf(stack: Stack): [number, number, string][] {
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm'))
    .map(({ Properties: { Metrics: [rate, , { MetricStat }], Threshold } }) => [MetricStat.Period, Threshold, rate.Expression]);
}

test('has the burn rates that the SRE workbook recommends', () => {
  const { stack, construct } = budget();

  const rate = (minimum: number) => `IF(all >= ${minimum}, 100 * FILL(failed, 0) / all, 0)`;
  expect(windowsOf(stack)).toEqual([
    [3_600, 1.44, rate(70)], [300, 1.44, rate(1)],
    [21_600, 0.6, rate(167)], [1_800, 0.6, rate(1)],
    [259_200, 0.1, rate(1_001)], [21_600, 0.1, rate(1)],
  ]);
  expect(construct.alarms.map(({ node }) => node.id)).toEqual(['CriticalAlarm', 'WarningAlarm']);
});

test('both windows of a burn rate must be over it', () => {
  const { stack } = budget();

  const rules = Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::CompositeAlarm'))
    .map(({ Properties }) => Properties.AlarmRule['Fn::Join'][1].map((part: any) => part.Ref?.replace(/^Budget|[0-9A-F]{8}$/g, '') ?? part).join(''));
  expect(rules).toEqual([
    '(ALARM("Burn60mIn60m") AND ALARM("Burn60mIn5m")) OR (ALARM("Burn360mIn360m") AND ALARM("Burn360mIn30m"))',
    '(ALARM("Burn4320mIn4320m") AND ALARM("Burn4320mIn360m"))',
  ]);
});

test('the severities are heard, their parts are not', () => {
  const { stack, construct } = budget();
  const bind = jest.fn(() => ({ alarmActionArn: 'arn' }));

  AlarmNotifications.of(stack).add({ bind }, { severity: AlarmSeverity.CRITICAL });

  expect(bind).toHaveBeenCalledTimes(1);
  expect(construct.alarms.map(({ alarmActions }) => alarmActions)).toEqual([['arn'], undefined]);
  Annotations.fromStack(stack).hasWarning('/Stack/Budget/WarningAlarm', Match.stringLikeRegexp('alarmUnheard'));
  Annotations.fromStack(stack).hasNoWarning('/Stack/Budget/Burn60mIn5m', Match.anyValue());
});

test('burn rates of your own', () => {
  const { stack } = budget({
    objective: 95,
    budgetWindow: Duration.days(7),
    minimumRequests: 10,
    burnRates: [{ budget: 50, longWindow: Duration.days(1), shortWindow: Duration.hours(1), severity: AlarmSeverity.WARNING }],
  });

  // Half of a week's budget in a day: 3.5 times faster than allowed, 17.5 % errors.
  expect(windowsOf(stack)).toEqual([
    [86_400, 17.5, 'IF(all >= 10, 100 * FILL(failed, 0) / all, 0)'], [3_600, 17.5, 'IF(all >= 1, 100 * FILL(failed, 0) / all, 0)'],
  ]);
});

test.each([0, 100, -1, 101, Number.NaN])('an objective of %d is refused', (objective) => {
  expect(() => budget({ objective })).toThrow(expect.objectContaining({ name: 'ErrorBudgetObjectiveInvalid' }));
});

test('a number of requests that can not be is refused', () => {
  expect(() => budget({ minimumRequests: 0 })).toThrow(expect.objectContaining({ name: 'AlarmMinimumRequestsOutOfRange' }));
});

test('a service level objective is on the same metrics', () => {
  const { stack, construct } = budget({ serviceLevelObjective: 'orders' });

  expect(construct.objective).toBeDefined();
  const metric = (MetricName: string) => [{ MetricStat: { Metric: { Namespace: 'AWS/ApiGateway', MetricName }, Period: 60, Stat: 'Sum' }, ReturnData: true }];
  Template.fromStack(stack).hasResourceProperties('AWS::ApplicationSignals::ServiceLevelObjective', {
    Name: 'orders',
    RequestBasedSli: { RequestBasedSliMetric: { TotalRequestCountMetric: metric('Count'), MonitoredRequestCountMetric: { BadCountMetric: metric('5xx') } } },
    Goal: { AttainmentGoal: 99.9, Interval: { RollingInterval: { Duration: 30, DurationUnit: 'DAY' } } },
    BurnRateConfigurations: [60, 360, 4_320].map((LookBackWindowMinutes) => ({ LookBackWindowMinutes })),
  });
  expect(budget().construct.objective).toBeUndefined();
});

test('a service level objective is over whole days', () => {
  const burnRates = [{ budget: 10, longWindow: Duration.hours(1), severity: AlarmSeverity.WARNING }];

  expect(() => budget({ serviceLevelObjective: 'orders', budgetWindow: Duration.hours(36), burnRates })).toThrow(expect.objectContaining({ name: 'ErrorBudgetWindowInvalid' }));
});
