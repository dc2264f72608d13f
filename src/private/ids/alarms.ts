import type { IdText } from './id-text';

export const ALARMS_ERRORS = {
} as const satisfies Record<string, IdText>;

export const ALARMS_WARNINGS = {
} as const satisfies Record<string, IdText>;
