import { onPaths } from '../private/paths';
import { at, type Rule } from '../private/rule';

export const lossUnheard: Rule = {
  id: 'LossUnheard',
  severity: 'info',
  source: 'lambda/metrics',
  what: 'Nobody hears when what failed could not be put where it is kept.',
  happens: 'A wrong permission or a deleted queue is found when the events are already lost.',
  fix: 'Add an alarm on the metric that is named.',
  check: onPaths('NobodyHearsOfLoss', ({ trigger: { fn } }, { fix }, assembly) => (assembly.isOpen ? undefined : at(fn, '', `has failures that may not be kept: ${fix}`))),
};
