import { Stage } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Placeholders } from './private/placeholders';
import { assetHashesOf, templateOf, templatesOf, type Json, type TemplateJson } from './private/synthesized';

/** Not worth a snapshot: how CDK counts its users, and checks that the account is bootstrapped. */
const IRRELEVANT_TYPE = 'AWS::CDK::Metadata';
const IRRELEVANT: [section: string, logicalId: string][] = [
  ['Conditions', 'CDKMetadataAvailable'],
  ['Parameters', 'BootstrapVersion'],
  ['Rules', 'CheckBootstrapVersion'],
];
const ASSET_METADATA = 'aws:asset:';

/**
 * The template of a stack for snapshot tests: it changes when the template does, not when only the code of a function did, and is
 * the same with and without Go, Docker and bundling.
 *
 * Asset hashes are replaced by `asset`. The logical ids that CDK derives from content (`CurrentVersion` of a function, `Deployment`
 * of a REST API) lose their hash wherever they are used, also in exports and imports of other stacks. CDK's own metadata and the
 * bootstrap check are left out. Order is kept, and so are ids: two functions stay two.
 */
export class StableTemplate {
  /**
   * Synthesizes the app of a stack, and takes the template of this stack.
   *
   * @param stack a stack, or a nested stack
   */
  public static fromStack(stack: Stack): StableTemplate {
    const assembly = Stage.of(stack)!.synth();
    const placeholders = new Placeholders(templatesOf(stack, assembly), assetHashesOf(assembly));
    return new StableTemplate(placeholders.applyTo(withoutIrrelevant(templateOf(stack, assembly))));
  }

  private constructor(private readonly template: { [key: string]: unknown }) {}

  /** The template, as `Template.toJSON()` of `aws-cdk-lib/assertions` gives it otherwise. */
  public toJson(): { [key: string]: unknown } {
    return structuredClone(this.template);
  }
}

function withoutIrrelevant(template: TemplateJson): TemplateJson {
  const copy = structuredClone(template);
  for (const [section, logicalId] of IRRELEVANT) delete copy[section]?.[logicalId];
  for (const [logicalId, resource] of Object.entries(copy.Resources ?? {})) {
    if (resource.Type === IRRELEVANT_TYPE) {
      delete copy.Resources![logicalId];
    } else {
      removeAssetMetadata(resource);
    }
  }
  for (const section of ['Conditions', 'Parameters', 'Rules', 'Resources']) {
    if (isEmpty(copy[section])) delete copy[section];
  }
  return copy;
}

function removeAssetMetadata(resource: Json): void {
  for (const key of Object.keys(resource.Metadata ?? {})) {
    if (key.startsWith(ASSET_METADATA)) delete resource.Metadata[key];
  }
  if (isEmpty(resource.Metadata)) delete resource.Metadata;
}

function isEmpty(value?: Json): boolean {
  return value !== undefined && Object.keys(value).length === 0;
}
