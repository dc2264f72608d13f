import type { IdText } from './id-text';

export const CATALOG_ERRORS = {
} as const satisfies Record<string, IdText>;

export const CATALOG_WARNINGS = {
} as const satisfies Record<string, IdText>;
