import type { IdText } from './id-text';

export const FUNCTION_ERRORS = {
} as const satisfies Record<string, IdText>;

export const FUNCTION_WARNINGS = {
} as const satisfies Record<string, IdText>;
