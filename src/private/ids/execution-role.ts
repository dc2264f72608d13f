import type { IdText } from './id-text';

export const EXECUTION_ROLE_ERRORS = {
} as const satisfies Record<string, IdText>;

export const EXECUTION_ROLE_WARNINGS = {
} as const satisfies Record<string, IdText>;
