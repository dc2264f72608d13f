import { FUNCTION } from '../private/functions';
import { textOf } from '../private/reading';
import { at, forEach, type Rule } from '../private/rule';

export const recursionAllowed: Rule = {
  id: 'RecursionAllowed',
  severity: 'info',
  source: 'lambda/recursion',
  what: 'Lambda is told to allow recursive loops of a function.',
  happens: 'A loop by mistake runs, and costs, until somebody notices; there is no metric of it either.',
  fix: 'Remove `RecursiveLoop: Allow`, unless the loop is meant.',
  check: forEach(FUNCTION, (fn) => (textOf(fn.get('RecursiveLoop')) === 'Allow' ? at(fn, 'RecursiveLoop', 'is "Allow"') : undefined)),
};
