import { Validations, type CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A rule of another tool that is wrong about a construct of ours. */
export interface Acknowledgement {
  /** The rule's id. */
  readonly id: string;
  /** Why it is wrong here. */
  readonly reason: string;
}

/** What CDK puts before the id of a rule that names no plugin. */
const ANY_PLUGIN = 'Annotation::';

let isWanted = true;

/** Makes constructs without acknowledging anything about them, whoever makes them: also what a stack shares. */
export function withoutAcknowledgements(make: () => void): void {
  const before = isWanted;
  isWanted = false;
  try {
    make();
  } finally {
    isWanted = before;
  }
}

/**
 * Tells CDK validation plugins such as cdk-nag that these rules are wrong about the construct and everything below it.
 *
 * It records in one entry what `Validations.acknowledge()` does, which takes two stack traces, pointing into this library, and a walk
 * through everything below the construct for each rule.
 */
export function acknowledge(scope: IConstruct, rules: readonly Acknowledgement[]): void {
  if (!isWanted) return;
  const type = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;
  const known = new Set(scope.node.metadata.filter((entry) => entry.type === type).flatMap(({ data }) => Object.keys(data)));
  const added = rules.map(({ id, reason }) => [namesPlugin(id) ? id : `${ANY_PLUGIN}${id}`, reason]).filter(([id]) => !known.has(id));
  if (added.length > 0) scope.node.addMetadata(type, Object.fromEntries(added));
}

/** A rule about one of many things has that in brackets, with colons of its own: `AwsSolutions-IAM5[Resource::*]`. */
function namesPlugin(id: string): boolean {
  return id.replace(/\[.*$/, '').includes('::');
}

/** Tells cfn-lint that these rules are wrong about the resource. The reasons go beside it, because cfn-lint has no place for them. */
export function ignoreInCfnLint(resource: CfnResource, rules: readonly Acknowledgement[]): void {
  if (!isWanted) return;
  const metadata = resource.getMetadata('cfn-lint') ?? {};
  const ignored: string[] = metadata.config?.ignore_checks ?? [];
  const added = rules.filter(({ id }) => !ignored.includes(id));
  if (added.length === 0) return;
  const reasons = Object.fromEntries(added.map(({ id, reason }) => [id, reason]));
  resource.addMetadata('cfn-lint', {
    ...metadata,
    config: { ...metadata.config, ignore_checks: [...ignored, ...added.map(({ id }) => id)] },
    reasons: { ...metadata.reasons, ...reasons },
  });
}
