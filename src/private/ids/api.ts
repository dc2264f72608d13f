import type { IdText } from './id-text';

export const API_ERRORS = {
} as const satisfies Record<string, IdText>;

export const API_WARNINGS = {
} as const satisfies Record<string, IdText>;
