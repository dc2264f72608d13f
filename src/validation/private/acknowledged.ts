import { basename } from 'path';
import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What of the findings users have acknowledged. */
export interface Acknowledgements {
  /** Whether it is acknowledged anywhere. */
  has(id: string): boolean;
  /** Whether it is acknowledged on the construct of a resource, or around it. */
  covers(id: string, templatePath: string, logicalId: string): boolean;
}

/** Reads what was acknowledged on constructs, and where: an older CDK does not look at that. */
export function acknowledgementsIn(all: readonly IConstruct[]): Acknowledgements {
  const ids = new Set(all.flatMap(acknowledgedOn));
  let constructs: ReadonlyMap<string, IConstruct> | undefined;
  return {
    has: (id) => ids.has(id),
    covers: (id, templatePath, logicalId) => {
      constructs ??= new Map(all.filter(CfnElement.isCfnElement).map((element) =>
        [keyOf(Stack.of(element).templateFile, Stack.of(element).resolve(element.logicalId)), element]));
      const construct = constructs.get(keyOf(basename(templatePath), logicalId));
      return construct !== undefined && construct.node.scopes.some((scope) => acknowledgedOn(scope).includes(id));
    },
  };
}

function acknowledgedOn({ node }: IConstruct): string[] {
  return node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY).flatMap(({ data }) => Object.keys(data ?? {}));
}

function keyOf(file: string, logicalId: string): string {
  return `${file} ${logicalId}`;
}
