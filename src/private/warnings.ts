import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { InfoId, WarningId } from './ids';

/** What warning ids start with, as users acknowledge them. */
export const WARNING_PREFIX = 'cdk-lambda-error-handling:';

/** Adds a warning that the user can acknowledge with `Validations.of(x).acknowledge({ id, reason })`. */
export function warn(scope: IConstruct, id: WarningId, message: string): void {
  const qualified = `${WARNING_PREFIX}${id}`;
  if (!isAcknowledged(scope, qualified)) Validations.of(scope).addWarning(qualified, message);
}

/** What CDK's command line prints as an info. */
const INFO = 'aws:cdk:info';

/**
 * Adds an info that the user can acknowledge as a warning, or with `Annotations.of(x).acknowledgeInfo(id)` afterwards. CDK's own
 * `addInfoV2()` takes a stack trace for each, which is too much for what says what was done to every resource of an app.
 */
export function inform(scope: IConstruct, id: InfoId, message: string): void {
  const qualified = `${WARNING_PREFIX}${id}`;
  if (!isAcknowledged(scope, qualified)) scope.node.addMetadata(INFO, `${message} [ack: ${qualified}]`);
}

/**
 * CDK takes a warning back when it is acknowledged, but a warning that is added later, as those at synthesis are, it only holds against
 * acknowledgements of the scopes between the construct and the app, without these two.
 */
function isAcknowledged(scope: IConstruct, id: string): boolean {
  return scope.node.scopes.some(({ node }) => node.metadata.some(({ type, data }) =>
    type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && Object.keys(data).some((rule) => rule === id || rule.endsWith(`::${id}`))));
}
