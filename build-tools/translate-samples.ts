/**
 * Translates the samples of the pages that packages carry into `.jsii.tabl.json`, where jsii-pacmak looks for them: what it does not find there is
 * TypeScript in the documentation of every language. Samples that were translated before and are the same are not translated again.
 */
import { spawnSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';

interface Tablet {
  readonly snippets: Readonly<Record<string, { readonly translations: Readonly<Record<string, { source: string }>> }>>;
}

/** More samples than there are: all of them are compiled together, in half the time. */
const ALL = '1000';

/** Writes the translations for the compiled library, and returns where. Fails if a sample does not compile. */
export function translateSamples(project: string): string {
  const program = join(dirname(require.resolve('jsii-rosetta/package.json')), 'bin/jsii-rosetta');
  const command = [program, 'extract', '--strict', '--batch', ALL, '--no-validate-assemblies', project];
  const { status, error, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Samples can't be translated: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  const file = join(project, '.jsii.tabl.json');
  const tablet = JSON.parse(readFileSync(file, 'utf8')) as Tablet;
  for (const { translations: { python } } of Object.values(tablet.snippets)) python.source = corrected(python.source);
  writeFileSync(file, JSON.stringify(tablet));
  return file;
}

/** What Rosetta writes although it is no Python: it names the member and the module as TypeScript does, not as jsii and itself do. */
export function corrected(python: string): string {
  return python.replace(/\.with\(/g, '.with_(').replace(/=lambda\./g, '=lambda_.');
}

if (require.main === module) console.log(`Samples in ${translateSamples(process.cwd())}`);
