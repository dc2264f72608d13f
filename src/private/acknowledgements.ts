import { CfnResource, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A rule of another tool that is wrong about a construct of ours. */
export interface Acknowledgement {
  /** The rule's id. */
  readonly id: string;
  /** Why it is wrong here. */
  readonly reason: string;
}

/** Tells CDK validation plugins such as cdk-nag that these rules are wrong about the construct and everything below it. */
export function acknowledge(scope: IConstruct, rules: readonly Acknowledgement[]): void {
  const known = scope.node.metadata
    .filter((entry) => entry.type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap((entry) => Object.keys(entry.data).map((id) => id.replace(/^.*::/, '')));
  withoutStackTraces(() => Validations.of(scope).acknowledge(...rules.filter(({ id }) => !known.includes(id))));
}

/** CDK takes a stack trace for each rule, which is most of the time it takes and would point into this library. */
function withoutStackTraces(action: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    action();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Tells cfn-lint that these rules are wrong about the resource. The reasons go beside it, because cfn-lint has no place for them. */
export function ignoreInCfnLint(resource: CfnResource, rules: readonly Acknowledgement[]): void {
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
