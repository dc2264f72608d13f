import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { WarningId } from './ids';

/** What warning ids start with, as users acknowledge them. */
export const WARNING_PREFIX = 'cdk-lambda-error-handling:';

/** Adds a warning that the user can acknowledge with `Validations.of(x).acknowledge({ id, reason })`. */
export function warn(scope: IConstruct, id: WarningId, message: string): void {
  Validations.of(scope).addWarning(`${WARNING_PREFIX}${id}`, message);
}
