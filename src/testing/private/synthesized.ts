import { readFileSync } from 'fs';
import { join } from 'path';
import { Stack, Stage } from 'aws-cdk-lib';
import { AssetManifestArtifact } from 'aws-cdk-lib/cx-api';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';

/** A JSON object. */
export type Json = { [key: string]: any };

/** A CloudFormation template. */
export interface TemplateJson {
  /** The resources, by logical id. */
  Resources?: { [logicalId: string]: Json };
  [section: string]: { [logicalId: string]: any } | undefined;
}

/** The template of a stack, or of a nested stack, in the assembly of its stage. */
export function templateOf(stack: Stack, assembly: CloudAssembly): TemplateJson {
  return stack.nestedStackParent
    ? JSON.parse(readFileSync(join(assembly.directory, stack.templateFile), 'utf8'))
    : assembly.getStackArtifact(stack.artifactId).template;
}

/** The templates of the stacks that a stack can refer to: those of its stage, its own among them. */
export function templatesOf(stack: Stack, assembly: CloudAssembly): TemplateJson[] {
  return stacksAround(stack).map((each) => templateOf(each, assembly));
}

/** The stacks and nested stacks of the stage of a stack. */
export function stacksAround(stack: Stack): Stack[] {
  const stage = Stage.of(stack)!;
  return stage.node.findAll().filter((construct): construct is Stack => Stack.isStack(construct) && Stage.of(construct) === stage);
}

/** The hashes of all file and image assets, whichever way the stack synthesizer announces them. */
export function assetHashesOf(assembly: CloudAssembly): string[] {
  const inManifests = assembly.artifacts
    .filter((artifact): artifact is AssetManifestArtifact => AssetManifestArtifact.isAssetManifestArtifact(artifact))
    .flatMap(({ contents }) => [...Object.keys(contents.files ?? {}), ...Object.keys(contents.dockerImages ?? {})]);
  const inMetadata = assembly.stacks.flatMap(({ assets }) => assets.flatMap(({ id, sourceHash }) => [id, sourceHash]));
  return [...new Set([...inManifests, ...inMetadata])].filter((hash) => /^[0-9a-f]{32,}$/.test(hash));
}
