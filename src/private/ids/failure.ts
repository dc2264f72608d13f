import type { IdText } from './id-text';

export const FAILURE_ERRORS = {
} as const satisfies Record<string, IdText>;

export const FAILURE_WARNINGS = {
} as const satisfies Record<string, IdText>;
