import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ALARM_FIXTURES, withNames } from './alarms-under-test';
import { callsOf, firings, statesOf, type Circumstances, type Point } from './evaluator';
import { happened, HOUR, invoked, MINUTE, past, steady } from './histories';
import { AlarmGroup } from '../../src/alarms/alarm-group';
import { DeploymentWindow } from '../../src/alarms/deployment-window';
import { ErrorBudgetAlarm } from '../../src/alarms/error-budget-alarm';
import { ErrorBudgetSource } from '../../src/alarms/error-budget-source';
import { FunctionAlarms } from '../../src/alarms/function-alarms';
import { l1Function } from '../support';

const ORDERS = 'orders';
const SLOW = 'slow'; // its timeout is 15 minutes
const [TOO_SHORT, ALL_OF_THREE] = ['slow errors in 5 minutes', 'AWS 3 of 3'];
const CONTROLS = [TOO_SHORT, ALL_OF_THREE];
/** Each verdict must hold however many periods more CloudWatch retrieves, which AWS doesn't document. */
const EXTRA_PERIODS = [0, 2, 20];

/** What happens, as Lambda publishes it, from 0 to three hours. */
const HISTORIES: Record<string, Point[]> = {
  'a single error in sparse traffic': invoked(ORDERS, [...steady({ from: 0, to: 3 * HOUR, every: 10 * MINUTE }), { start: 65 * MINUTE + 10, duration: 2, failed: true }]),
  'a burst of errors in heavy traffic': invoked(ORDERS, [
    ...steady({ from: 0, to: 3 * HOUR, every: 5 }), ...steady({ from: HOUR, to: HOUR + 10 * MINUTE, every: 2, failing: 2 }),
  ]),
  'errors that are usual in heavy traffic': invoked(ORDERS, steady({ from: 0, to: 3 * HOUR, every: 1, failing: 200 })),
  'a slow function that times out after 15 minutes': invoked(SLOW, [{ start: HOUR + 17, duration: 900, failed: true }]),
  'an invocation near the timeout': invoked(ORDERS, [{ start: HOUR, duration: 2.8 }]),
  'no traffic': [],
  'throttles': happened(ORDERS, [{ metric: 'Throttles', time: HOUR }]),
  'events that wait': happened(ORDERS, [{ metric: 'AsyncEventAge', time: HOUR, value: 2 * HOUR * 1_000 }]),
  'an event given up and not kept': happened(ORDERS, [
    { metric: 'AsyncEventsDropped', time: HOUR }, { metric: 'DeadLetterErrors', time: HOUR }, { metric: 'DestinationDeliveryFailures', time: HOUR },
  ]),
  'a loop': happened(ORDERS, [{ metric: 'RecursiveInvocationsDropped', time: HOUR }]),
  'cold starts beyond provisioned concurrency': happened(ORDERS, [{ metric: 'ProvisionedConcurrencySpilloverInvocations', time: HOUR }]),
  'a durable execution that failed': happened(ORDERS, [{ metric: 'DurableExecutionFailed', time: HOUR }]),
  'concurrency near the quota': happened(ORDERS, Array.from({ length: 30 }, (_, minute) => ({ metric: 'ClaimedAccountConcurrency', time: HOUR + minute * MINUTE, value: 950 }))),
  'a peak of concurrency': happened(ORDERS, [{ metric: 'ClaimedAccountConcurrency', time: HOUR, value: 1_000 }]),
};

/** Which alarms go off. Those that aren't named don't. */
const EXPECTED: Record<string, string[]> = {
  'a single error in sparse traffic': ['errors', 'fleet errors'],
  'a burst of errors in heavy traffic': ['errors', 'fleet errors', 'errorRate', 'account errorRate'],
  'errors that are usual in heavy traffic': ['errors', 'fleet errors'],
  'a slow function that times out after 15 minutes': ['slow errors', 'fleet errors', 'slow duration'],
  'an invocation near the timeout': ['duration'],
  'no traffic': ['invocationsAnomaly'],
  'throttles': ['throttles', 'fleet throttles'],
  'events that wait': ['asyncEventAge'],
  'an event given up and not kept': [
    'asyncEventsDropped', 'deadLetterErrors', 'destinationDeliveryFailures', 'fleet asyncEventsDropped', 'fleet deadLetterErrors', 'fleet destinationDeliveryFailures',
  ],
  'a loop': ['recursiveInvocationsDropped'],
  'cold starts beyond provisioned concurrency': ['provisionedConcurrencySpillover'],
  'a durable execution that failed': ['durableExecutionsFailed'],
  'concurrency near the quota': ['claimedConcurrency'],
  'a peak of concurrency': [],
};

const alarms = ALARM_FIXTURES();
/** Traffic within it is usual. */
const band = { lower: 0.5, upper: 1e9 };

describe.each(Object.keys(HISTORIES))('%s', (history) => {
  const points = HISTORIES[history];
  // A function that nobody invokes is unusual in all histories but those with steady traffic: it is looked at where that is the point.
  const looked = Object.keys(alarms).filter((name) => !CONTROLS.includes(name) && (name !== 'invocationsAnomaly' || history === 'no traffic'));

  test.each(looked)('%s', (name) => {
    for (const extraPeriods of EXTRA_PERIODS) {
      const fired = firings(alarms[name], points, { from: 0, to: 3 * HOUR, extraPeriods, band });
      expect({ extraPeriods, fired: fired.length > 0 }).toEqual({ extraPeriods, fired: EXPECTED[history].includes(name) });
    }
  });
});

test('every alarm of the table goes off in some history', () => {
  const fired = new Set(Object.values(EXPECTED).flat());

  expect(Object.keys(alarms).filter((name) => !fired.has(name)).sort()).toEqual([ALL_OF_THREE, 'durationAnomaly', TOO_SHORT]);
});

test('an alarm on five minutes misses the error of a slow function, unless CloudWatch happens to retrieve much more', () => {
  const points = HISTORIES['a slow function that times out after 15 minutes'];
  const fired = (extraPeriods: number) => firings(alarms[TOO_SHORT], points, { from: 0, to: 3 * HOUR, extraPeriods }).length;

  expect([0, 2, 5, 20].map(fired)).toEqual([0, 0, 0, 1]);
});

test('an alarm on three minutes in a row, as AWS recommends it, sees a burst and no single error', () => {
  const fired = (history: string) => firings(alarms[ALL_OF_THREE], HISTORIES[history], { from: 0, to: 3 * HOUR }).length;

  expect(fired('a burst of errors in heavy traffic')).toBe(1);
  expect(fired('a single error in sparse traffic')).toBe(0);
});

test('the alarm on an unusual duration goes off when a function gets slow for a quarter of an hour, and not for a minute', () => {
  const circumstances: Circumstances = { from: 0, to: 2 * HOUR, band: { lower: 0, upper: 2_000 } };
  const usual = steady({ from: 0, to: 2 * HOUR, every: 10 });
  const slowFor = (minutes: number) => invoked(ORDERS, [...usual, ...steady({ from: HOUR, to: HOUR + minutes * MINUTE, every: 1, duration: 3 })]);

  expect(firings(alarms.durationAnomaly, slowFor(1), circumstances)).toEqual([]);
  expect(firings(alarms.durationAnomaly, slowFor(30), circumstances)).toHaveLength(1);
});

test('an alarm of a fleet goes off once for each function', () => {
  const points = [ORDERS, SLOW, 'later'].flatMap((name) => invoked(name, [{ start: HOUR, duration: 1, failed: true }]));

  expect(firings(alarms['fleet errors'], points, { from: 0, to: 2 * HOUR })).toHaveLength(3);
});

test('an error is heard within two minutes after the invocation ended, and the alarm ends when it is out of the window', () => {
  const points = invoked(ORDERS, [...steady({ from: 0, to: 2 * HOUR, every: 10 }), { start: HOUR, duration: 2, failed: true }]);
  const states = [...statesOf(alarms.errors, points, { from: 0, to: 2 * HOUR, extraPeriods: 0 })];
  const inAlarm = states.filter(([, state]) => state === 'ALARM').map(([time]) => time);

  expect(inAlarm[0]).toBeLessThanOrEqual(HOUR + 2 + 2 * MINUTE);
  expect(inAlarm[inAlarm.length - 1]).toBe(HOUR + alarms.errors.EvaluationPeriods * MINUTE);
});

describe('a service that is deployed', () => {
  const { service, parts, window } = deployed();
  const opened: Point = { metric: 'Started', dimensions: { Service: ORDERS }, time: 58 * MINUTE, published: 58 * MINUTE + 30, value: 1 };
  const circumstances: Circumstances = { from: 30 * MINUTE, to: 2 * HOUR };

  test.each([
    ['fails for a moment while it is deployed', steady({ from: HOUR, to: HOUR + 3 * MINUTE, every: 10, failing: 1 }), [opened], 0],
    ['still fails after the deployment', steady({ from: HOUR, to: HOUR + 45 * MINUTE, every: 10, failing: 1 }), [opened], 1],
    ['fails without a deployment', steady({ from: HOUR, to: HOUR + 3 * MINUTE, every: 10, failing: 1 }), [], 1],
    ['is deployed and fine', steady({ from: HOUR, to: HOUR + 45 * MINUTE, every: 10 }), [opened], 0],
  ])('%s', (_, invocations, opening, calls) => {
    const points = [...invoked(ORDERS, invocations), ...opening];
    const states = Object.fromEntries(Object.entries(parts).map(([name, alarm]) => [name, statesOf(alarm, points, circumstances)]));

    expect(callsOf(service, states, statesOf(window, points, circumstances))).toHaveLength(calls);
  });
});

describe('an error budget of 99.9 % in 30 days', () => {
  const { composites, parts } = budget(3);

  test.each([
    ['a single error in sparse traffic', steady({ from: 0, to: 12 * HOUR, every: 10 * MINUTE }).map((one, index) => ({ ...one, failed: index === 40 })), []],
    ['errors within the budget', steady({ from: 0, to: 12 * HOUR, every: 10, failing: 2_000 }), []],
    // 2 % of 30 days' budget in an hour: 1.44 % of the requests.
    ['many errors for an hour', [...steady({ from: 0, to: 6 * HOUR, every: 10 }), ...steady({ from: 6 * HOUR, to: 7 * HOUR, every: 10, failing: 20 })], ['CriticalAlarm']],
    // 5 % in six hours: 0.6 %.
    ['some errors for ten hours', steady({ from: 0, to: 11 * HOUR, every: 10, failing: 100 }), ['CriticalAlarm', 'WarningAlarm']],
    ['only what went well', [], []],
  ])('%s', (_, invocations, called) => {
    expect(calledBy(composites, parts, [...past(ORDERS, 72, 360), ...invoked(ORDERS, invocations)], 12 * HOUR)).toEqual(called);
  });

  test('few errors for days are a warning', () => {
    // 10 % in three days: 0.1 %.
    expect(calledBy(composites, parts, invoked(ORDERS, steady({ from: 0, to: 84 * HOUR, every: 60, failing: 500 })), 84 * HOUR)).toEqual(['WarningAlarm']);
  });
});

test('the short window of a slow function is longer than its timeout, or its errors would come too late for it', () => {
  const points = invoked(ORDERS, steady({ from: 0, to: 3 * HOUR, every: 20, duration: 900, failing: 2 }));
  const { composites, parts } = budget(900);
  const short = Object.values(parts).map(({ Metrics }) => Metrics[1].MetricStat.Period).sort((a, b) => a - b)[0];

  expect(short).toBe(17 * MINUTE);
  expect(calledBy(composites, parts, points, 3 * HOUR)).toContain('CriticalAlarm');
  // The control: with five minutes there is never an error among what can be seen.
  const [part] = Object.values(parts).filter(({ Metrics }) => Metrics[1].MetricStat.Period === short);
  expect(firings(part, points, { from: 0, to: 3 * HOUR }).length).toBeGreaterThan(0);
  expect(firings(withPeriod(part, short, 5 * MINUTE), points, { from: 0, to: 3 * HOUR, extraPeriods: 0 })).toEqual([]);
});

function deployed() {
  const stack = new Stack(new App(), 'Stack');
  const fn = l1Function(stack, 'Function', { functionName: ORDERS });
  const watching = [FunctionAlarms.fromFunction(fn).errors(), FunctionAlarms.fromFunction(fn).throttles()];
  const { alarm } = new DeploymentWindow(stack, 'Window', { service: ORDERS });
  new AlarmGroup(stack, 'Service', { watched: [fn], suppressedBy: alarm });
  const resources = resourcesOf(stack);
  const ids: string[] = watching.map(({ logicalId }) => stack.resolve(logicalId));
  const parts = Object.fromEntries(ids.map((id) => [id, resources[id]]));
  const service = Object.values(resources).find(({ AlarmRule }) => AlarmRule);
  return { parts, window: resources[stack.resolve(alarm.logicalId)], service: service! };
}

function budget(timeout: number) {
  const stack = new Stack(new App(), 'Stack');
  const fn = l1Function(stack, 'Function', { functionName: ORDERS, timeout });
  new ErrorBudgetAlarm(stack, 'Budget', { source: ErrorBudgetSource.ofFunction(fn), objective: 99.9, budgetWindow: Duration.days(30) });
  const entries = Object.entries(resourcesOf(stack));
  const composites = Object.fromEntries(entries.filter(([, { AlarmRule }]) => AlarmRule)
    .map(([id, composite]) => [/(Critical|Warning)Alarm/.exec(id)![0], composite]));
  return { composites, parts: Object.fromEntries(entries.filter(([, { AlarmRule }]) => !AlarmRule)) };
}

function calledBy(composites: Record<string, any>, parts: Record<string, any>, points: Point[], to: number, from = 0): string[] {
  return Object.keys(composites).filter((name) => {
    const own = Object.fromEntries(Object.entries(parts).filter(([part]) => composites[name].AlarmRule.includes(`"${part}"`))
      .map(([part, alarm]) => [part, statesOf(alarm, points, { from, to, extraPeriods: 0 })]));
    return callsOf(composites[name], own).length > 0;
  }).sort();
}

/** The properties of all alarms by logical id, by which rules name them here. */
function resourcesOf(stack: Stack): Record<string, Record<string, any>> {
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Type: string; Properties: Record<string, any> }> };
  const alarmsOnly = Object.entries(Resources).filter(([, { Type }]) => Type.startsWith('AWS::CloudWatch::'));
  return Object.fromEntries(alarmsOnly.map(([id, { Properties }]) => [id, withNames(Resources, Properties)]));
}

function withPeriod(alarm: Record<string, any>, from: number, to: number): Record<string, any> {
  const changed = (one: any) => one.MetricStat?.Period === from ? { ...one, MetricStat: { ...one.MetricStat, Period: to } } : one;
  return { ...alarm, Metrics: alarm.Metrics.map(changed) };
}
