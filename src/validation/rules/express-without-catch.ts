import { onPaths } from '../private/paths';
import { isMissing } from '../private/reading';
import { at, type Rule } from '../private/rule';

export const expressWithoutCatch: Rule = {
  id: 'ExpressWithoutCatch',
  severity: 'error',
  source: 'step-functions/error-handling',
  confidence: 'derived',
  what: 'An express state machine invokes a function and catches nothing.',
  happens: 'An express execution has no history: when the function fails, the input is gone.',
  fix: 'Add a `Catch` whose states keep the input, or use a standard workflow.',
  check: onPaths('ExpressWithoutCatch', ({ trigger: { by, state } }, { effect }) => (effect === 'lost'
    ? at(by, isMissing(by.get('DefinitionString')) ? 'Definition' : 'DefinitionString', `has a state ${state} of which nothing catches the error, and keeps no history`) : undefined)),
};
