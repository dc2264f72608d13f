import { existsSync, readdirSync, statSync } from 'fs';
import { basename, dirname, join, resolve } from 'path';
import { readConstructs, readReported, type Acknowledgement, type Constructs, type StackArtifact } from './acknowledgements';
import { readData } from './read-text';
import type { AssemblyTemplate } from '../../analysis';
import { ValidationError } from '../../private/errors';

/** Templates that are deployed together. */
export interface TemplateGroup {
  /** The folder or file they come from, as it was named. */
  readonly path: string;
  readonly templates: readonly AssemblyTemplate[];
  /**
   * What is known of the constructs of an app.
   *
   * @default - the templates are of no app
   */
  readonly constructs?: Constructs;
}

const MANIFEST = 'manifest.json';
const MAY_HOLD_TEMPLATE = /\.(json|ya?ml|template)$/i;
/** What `cdk synth` writes beside templates. */
const NO_TEMPLATE = /^(manifest|tree|cdk|package(-lock)?|tsconfig.*|validation-report|.*\.assets|.*\.metadata)\.json$/i;

/**
 * Reads a template, a folder of templates or a cloud assembly. Each assembly of a stage is a group of its own: stages of one app may name
 * the same exports.
 */
export function readInput(path: string): TemplateGroup[] {
  if (!existsSync(path)) {
    throw new ValidationError('InputNotFound', `${path} does not exist: name a template, a folder of templates, or the cdk.out of an app`);
  }
  if (statSync(path).isDirectory()) return isAssembly(path) ? readAssembly(path) : [readFolder(path)];
  return basename(path) === MANIFEST && isManifest(readData(path)) ? readAssembly(dirname(path)) : [readFile(path)];
}

function readFile(path: string): TemplateGroup {
  const json = readData(path);
  if (!isTemplate(json)) throw new ValidationError('InputNotTemplate', `${path} is no CloudFormation template: it has no Resources`);
  return { path, templates: [{ json, file: basename(path), name: nameOf(path) }] };
}

function readFolder(path: string): TemplateGroup {
  const templates = filesIn(path).flatMap((file) => {
    const json = readData(join(path, file));
    return isTemplate(json) ? [{ json, file, name: nameOf(file) }] : [];
  });
  if (templates.length === 0) {
    throw new ValidationError('InputWithoutTemplates', `${path} holds no CloudFormation template: name the cdk.out of an app, or a folder with templates directly in it`);
  }
  return { path, templates };
}

function readAssembly(path: string, reported: readonly Acknowledgement[] = readReported(path), outer: readonly string[] = []): TemplateGroup[] {
  const seen = [...outer, resolve(path)];
  const stacks = new Map<string, Partial<AssemblyTemplate>>();
  const stages: string[] = [];
  const artifacts = artifactsOf(readData(join(path, MANIFEST)));
  for (const [id, { type, environment, properties, displayName }] of artifacts) {
    if (type === 'cdk:cloud-assembly') stages.push(join(path, textOf(properties, 'directoryName') ?? ''));
    if (type === 'aws:cloudformation:stack') {
      const name = typeof displayName === 'string' ? displayName : textOf(properties, 'stackName') ?? id;
      stacks.set(textOf(properties, 'templateFile') ?? '', { name, pseudo: pseudoOf(environment) });
    }
  }
  const files = filesIn(path).filter((file) => stacks.has(file) || /\.template\.json$/.test(file));
  const templates = files.map((file) => ({ json: readData(join(path, file)), file, name: nameOf(file), ...stacks.get(file) }));
  const constructs = readConstructs(path, artifacts.map(([, artifact]) => artifact));
  const own = { path, templates, constructs: { ...constructs, acknowledgements: [...constructs.acknowledgements, ...reported] } };
  const inner = stages.filter((stage) => !seen.includes(resolve(stage)) && isAssembly(stage));
  const groups = [...(templates.length > 0 ? [own] : []), ...inner.flatMap((stage) => readAssembly(stage, reported, seen))];
  if (groups.length === 0) throw new ValidationError('InputWithoutTemplates', `${path} is a cloud assembly without a stack`);
  return groups;
}

interface Artifact extends StackArtifact {
  readonly type?: unknown;
  readonly environment?: unknown;
  readonly displayName?: unknown;
  readonly properties?: unknown;
}

function textOf(properties: unknown, name: 'templateFile' | 'stackName' | 'directoryName'): string | undefined {
  const value = isObject(properties) ? properties[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function artifactsOf(manifest: unknown): [string, Artifact][] {
  return isManifest(manifest) ? Object.entries(manifest.artifacts).filter((entry): entry is [string, Artifact] => isObject(entry[1])) : [];
}

/** `aws://account/region`, of which either may be unknown. */
function pseudoOf(environment: unknown): Record<string, string> {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(typeof environment === 'string' ? environment : '') ?? [];
  return {
    ...(account && !account.startsWith('unknown') ? { 'AWS::AccountId': account } : {}),
    ...(region && !region.startsWith('unknown') ? { 'AWS::Region': region } : {}),
  };
}

function filesIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && MAY_HOLD_TEMPLATE.test(entry.name) && !NO_TEMPLATE.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

function isAssembly(path: string): boolean {
  return existsSync(join(path, MANIFEST)) && isManifest(readData(join(path, MANIFEST)));
}

function isManifest(data: unknown): data is { artifacts: object } {
  return isObject(data) && isObject(data.artifacts);
}

function isTemplate(data: unknown): boolean {
  return isObject(data) && isObject(data.Resources);
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** The file without what every template has in its name. */
function nameOf(file: string): string {
  return basename(file).replace(/(\.nested)?(\.template)?\.(json|ya?ml|template)$/i, '');
}
