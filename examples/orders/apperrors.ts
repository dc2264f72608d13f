import { writeFileSync } from 'fs';
import { join } from 'path';
import { ORDER_ERRORS } from './error-catalog';

/** The codes as constants for the Go service. Written anew with `npx ts-node … apperrors.ts`, see the README. */
export const GO_FILE = join(__dirname, 'service/internal/apperrors/apperrors.go');

/** What has to be in it. A test compares. */
export function goSource(): string {
  return ORDER_ERRORS.toGoSource({ packageName: 'apperrors' });
}

if (require.main === module) writeFileSync(GO_FILE, goSource());
