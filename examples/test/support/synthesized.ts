import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Stage } from 'aws-cdk-lib';
import { appOf, type Example } from './layout';

/** What the CDK CLI and the `cdk.json` of the examples set. Go sources are not compiled: their hash does not depend on it. */
export const CONTEXT = {
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  '@aws-cdk/core:strictCfnValidateErrors': true,
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:bundling-stacks': [],
};

/** The templates of an assembly by the name of their file. */
export type Templates = Record<string, unknown>;

export interface Synthesized {
  readonly app: App;
  /** Where the assembly is. */
  readonly directory: string;
  readonly templates: Templates;
}

const folders: string[] = [];
const synthesized = new Map<string, Synthesized>();

/** A folder that is gone after the tests. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  folders.push(folder);
  return folder;
}

export function removeScratchFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The environment in which the CDK CLI would run an app. */
export function environment(): Record<string, string> {
  return { CDK_CONTEXT_JSON: JSON.stringify(CONTEXT), TMPDIR: scratchFolder() };
}

/** Runs the TypeScript app of an example in this process, once. */
export function synthesize({ task }: Example, { validate } = { validate: true }): Synthesized {
  return synthesizeFile(appOf(task, 'typescript')!, validate);
}

/** Runs what an example was before: `without.ts`, beside its app. */
export function synthesizeWithout({ folder }: Example): Synthesized {
  return synthesizeFile(join(folder, 'typescript', 'without.ts'), false);
}

function synthesizeFile(file: string, validate: boolean): Synthesized {
  if (!synthesized.has(file)) synthesized.set(file, run(file, validate));
  return synthesized.get(file)!;
}

function run(file: string, validate: boolean): Synthesized {
  const before = { ...process.env };
  const synth = jest.spyOn(Stage.prototype, 'synth');
  // Findings of level info are printed, and so are deprecations within the CDK.
  const printing = (['error', 'warn'] as const).map((method) => jest.spyOn(console, method).mockImplementation());
  Object.assign(process.env, environment(), { CDK_VALIDATION: String(validate) });
  try {
    jest.requireActual(file);
    const app = synth.mock.contexts.find((context) => context instanceof App) as App | undefined;
    if (!app) throw new Error(`${file} does not end with app.synth()`);
    const { directory } = app.synth();
    return { app, directory, templates: templatesIn(directory) };
  } finally {
    for (const spy of [synth, ...printing]) spy.mockRestore();
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** The templates in the folder of an assembly, those of its stages included. */
export function templatesIn(directory: string): Templates {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.template.json')).sort();
  return Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(join(directory, file), 'utf8'))]));
}
