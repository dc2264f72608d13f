import type { IdText } from './id-text';

export const TESTING_ERRORS = {
} as const satisfies Record<string, IdText>;

export const TESTING_WARNINGS = {
} as const satisfies Record<string, IdText>;
