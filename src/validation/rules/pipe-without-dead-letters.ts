import { deliversWithout } from '../private/paths';
import type { Rule } from '../private/rule';

export const pipeWithoutDeadLetters: Rule = {
  id: 'PipeWithoutDeadLetters',
  severity: 'error',
  source: 'eventbridge/pipe-errors',
  what: 'A pipe reads a stream for a function and has no dead-letter target.',
  happens: 'Records that fail for good are skipped, and are lost once the stream deletes them.',
  fix: 'Set `DeadLetterConfig` in the parameters of the source, and let the role of the pipe send there.',
  check: deliversWithout('pipe-dead-letters', () => 'SourceParameters'),
};
