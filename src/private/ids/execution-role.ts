import type { IdText } from './id-text';

export const EXECUTION_ROLE_ERRORS = {
} as const satisfies Record<string, IdText>;

export const EXECUTION_ROLE_WARNINGS = {
  'ExecutionRole.outOfReach': {
    meaning: "A function's code needs a permission, and its role can't be found from the template: it is a parameter, an import, or built from tokens.",
    fix: 'Add the statement in the message to the role where it is defined. Then acknowledge the warning on the function.',
  },
  'ExecutionRole.immutable': {
    meaning: "A function's code needs a permission, and its role was imported with `mutable: false` or belongs to another account.",
    fix: 'Add the statement in the message to the role where it is defined. Then acknowledge the warning on the function.',
  },
} as const satisfies Record<string, IdText>;
