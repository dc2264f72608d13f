import type { IdText } from './id-text';

export const TRACING_ERRORS = {
} as const satisfies Record<string, IdText>;

export const TRACING_WARNINGS = {
} as const satisfies Record<string, IdText>;
