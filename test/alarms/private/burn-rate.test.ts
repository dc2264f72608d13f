import { Duration, Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { burnAlarm, checkObjective, type Burning, type Objective } from '../../../src/alarms/private/burn-rate';

const stack = new Stack();
const OBJECTIVE: Objective = { objective: 99.9, budgetWindow: Duration.days(30), shortestWindow: Duration.minutes(1) };

function burn(burning: Partial<Burning> = {}, objective: Partial<Objective> = {}) {
  return burnAlarm({ budget: 2, longWindow: Duration.hours(1), ...burning }, { ...OBJECTIVE, ...objective }, stack);
}

test.each([
  // budget in %, hours, objective, days; burn rate and rate of errors in %, by hand. AWS's own examples are the first and the last two.
  [5, 1, 99.9, 30, 36, 3.6],
  [2, 1, 99.9, 30, 14.4, 1.44],
  [5, 6, 99.9, 30, 6, 0.6],
  [10, 72, 99.9, 30, 1, 0.1],
  [2, 1, 99, 28, 13.44, 13.44],
  [2, 1, 99.99, 28, 13.44, 0.1344],
])('%d %% of the budget in %d hours, of %d %% in %d days, is a burn rate of %d and %d %% errors', (budget, hours, objective, days, burnRate, threshold) => {
  const burned = burn({ budget, longWindow: Duration.hours(hours) }, { objective, budgetWindow: Duration.days(days) });

  expect(burned).toMatchObject({ burnRate, threshold });
});

test('errors at the threshold spend exactly that part of the budget', () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 168 }),
    fc.integer({ min: 900, max: 999 }), fc.integer({ min: 8, max: 90 }),
    (budget, hours, objective, days) => {
      fc.pre(budget / 100 * days * 24 / hours * (100 - objective / 10) <= 100);
      const { threshold } = burn({ budget, longWindow: Duration.hours(hours) }, { objective: objective / 10, budgetWindow: Duration.days(days) });
      const requestsPerHour = 10_000;
      const errors = requestsPerHour * hours * threshold / 100;
      const allowed = requestsPerHour * 24 * days * (100 - objective / 10) / 100;
      expect(errors / allowed * 100).toBeCloseTo(budget, 6);
    }));
});

test('one error of as many requests as it takes is below the threshold, of one less it is not', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 168 }), (budget, hours) => {
    fc.pre(budget / 100 * 720 / hours * 0.1 <= 100);
    const { threshold, minimumRequests } = burn({ budget, longWindow: Duration.hours(hours) });
    expect(100 / minimumRequests).toBeLessThan(threshold);
    expect(100 / (minimumRequests - 1)).toBeGreaterThanOrEqual(threshold);
  }));
});

test.each([[60, 5], [61, 6], [360, 30], [4_320, 360]])('the short window of %d minutes is %d', (long, short) => {
  expect(burn({ longWindow: Duration.minutes(long) }).shortWindow).toBe(short * 60);
});

test('no window is shorter than what comes late', () => {
  expect(burn({}, { shortestWindow: Duration.minutes(17) }).shortWindow).toBe(17 * 60);
});

test('what needs more errors than requests is refused', () => {
  expect(() => burn({}, { objective: 90 })).toThrow(expect.objectContaining({ name: 'ErrorBudgetBurnRateUnreachable' }));
});

test.each([0, -1, 101, Number.NaN])('%d %% of a budget are refused', (budget) => {
  expect(() => burn({ budget })).toThrow(expect.objectContaining({ name: 'ErrorBudgetBurnRateInvalid' }));
});

test.each<[Partial<Burning>, Partial<Objective>]>([
  [{ longWindow: Duration.seconds(90) }, {}],
  [{ longWindow: Duration.days(8) }, {}],
  [{ longWindow: Duration.days(2) }, { budgetWindow: Duration.days(2) }],
  [{ shortWindow: Duration.hours(1) }, {}],
  [{ shortWindow: Duration.minutes(5) }, { shortestWindow: Duration.minutes(17) }],
  [{ longWindow: Duration.minutes(60) }, { shortestWindow: Duration.minutes(92) }],
])('windows %j %j are refused', (burning, objective) => {
  expect(() => burn(burning, objective)).toThrow(expect.objectContaining({ name: 'ErrorBudgetWindowInvalid' }));
});

test('an objective between nothing and everything', () => {
  expect(() => checkObjective(99.999, stack)).not.toThrow();
});
