import { FUNCTION } from '../private/functions';
import { numberOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const reservedConcurrencyZero: Rule = {
  id: 'ReservedConcurrencyZero',
  severity: 'warning',
  source: 'lambda/async-retain-records',
  what: 'A function has a reserved concurrency of 0.',
  happens: 'It never runs: asynchronous events are given up at once, callers are throttled, and messages wait.',
  fix: 'Keep 0 as an off switch for emergencies, outside of the template.',
  check: forEach(FUNCTION, (fn) => (numberOf(fn.get('ReservedConcurrentExecutions')) === 0 ? at(fn, 'ReservedConcurrentExecutions', 'is 0') : undefined)),
};
