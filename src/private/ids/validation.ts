import type { IdText } from './id-text';

export const VALIDATION_ERRORS = {
  RuleUnknown: {
    meaning: '`leaveOut` of `FailureHandlingChecks` names a rule that does not exist.',
    fix: 'Use an id of [rules.md](rules.md), without the name of the plugin.',
  },
} as const satisfies Record<string, IdText>;
