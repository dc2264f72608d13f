import { Token, type Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { LIMITS } from '../../facts/limits';
import { ValidationError } from '../../private/errors';

/** A metric that counts requests or errors. */
export interface BudgetMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: { readonly name: string; readonly value: string }[];
}

/** How fast a budget may be spent before somebody is called. */
export interface Burning {
  /** What part of the budget in percent. */
  readonly budget: number;
  readonly longWindow: Duration;
  readonly shortWindow?: Duration;
}

/** What an alarm on a burn rate compares. Times are in seconds. */
export interface BurnAlarm {
  /** How many times faster than allowed. */
  readonly burnRate: number;
  /** The rate of errors in percent that spends the budget that fast. */
  readonly threshold: number;
  /** With so many requests one error alone stays below the threshold. */
  readonly minimumRequests: number;
  readonly longWindow: number;
  readonly shortWindow: number;
}

/** An objective over a time. */
export interface Objective {
  /** How many requests must succeed in percent. */
  readonly objective: number;
  readonly budgetWindow: Duration;
  /** No window may be shorter. */
  readonly shortestWindow: Duration;
}

/** The short window is a twelfth of the long one: https://sre.google/workbook/alerting-on-slos/ */
const SHORT_RATIO = 12;
const MINUTE = 60;

/**
 * The arithmetic: all of a budget is spent at a burn rate of 1 in its whole window, so a part of it in a shorter one at part × budget window / window.
 * The rate of errors is the burn rate times what the objective leaves.
 */
export function burnAlarm({ budget, longWindow, shortWindow }: Burning, target: Objective, scope: IConstruct): BurnAlarm {
  const { objective, budgetWindow, shortestWindow } = target;
  const [long, whole, shortest] = [longWindow, budgetWindow, shortestWindow].map((duration) => duration.toSeconds({ integral: false }));
  const short = shortWindow?.toSeconds({ integral: false }) ?? Math.max(Math.ceil(long / SHORT_RATIO / MINUTE) * MINUTE, shortest);
  checkBudget(budget, scope);
  checkWindows({ long, short, whole, shortest }, scope);
  const burnRate = exact(budget / 100 * whole / long);
  const threshold = exact(burnRate * (100 - objective));
  if (threshold > 100) {
    throw new ValidationError('ErrorBudgetBurnRateUnreachable',
      `burnRates: ${budget} % of the budget in ${long} seconds is a burn rate of ${burnRate}, an error rate of ${threshold} %, which can't be reached: raise objective or longWindow, or lower budget`, scope);
  }
  return { burnRate, threshold, minimumRequests: Math.floor(100 / threshold) + 1, longWindow: long, shortWindow: short };
}

/** Refuses an objective that leaves no budget, or nothing else. */
export function checkObjective(objective: number, scope: IConstruct): void {
  if (!Token.isUnresolved(objective) && objective > 0 && objective < 100) return;
  throw new ValidationError('ErrorBudgetObjectiveInvalid',
    `objective must be a number above 0 and below 100 that is known at synthesis, got ${objective}: the part of requests that must succeed in percent, such as 99.9`, scope);
}

function checkBudget(budget: number, scope: IConstruct): void {
  if (budget > 0 && budget <= 100) return;
  throw new ValidationError('ErrorBudgetBurnRateInvalid', `budget of burnRates must be above 0 and at most 100, in percent, got ${budget}`, scope);
}

function checkWindows({ long, short, whole, shortest }: Record<'long' | 'short' | 'whole' | 'shortest', number>, scope: IConstruct): void {
  const { max } = LIMITS.alarmPeriod;
  const inMinutes = [long, short].every((window) => window >= MINUTE && window % MINUTE === 0);
  if (inMinutes && shortest <= short && short < long && long < whole && long <= max) return;
  throw new ValidationError('ErrorBudgetWindowInvalid',
    `burnRates: windows must be whole minutes, with ${shortest} seconds <= shortWindow < longWindow < budgetWindow and longWindow <= ${max} seconds, `
    + `got ${short}, ${long} and ${whole} seconds: no window may be shorter than the timeout of a function and two minutes, or its last errors are missed`, scope);
}

/** Without what binary fractions add: 100 - 99.9 is not 0.1 to a computer. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
