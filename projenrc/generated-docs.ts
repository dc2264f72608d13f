import { readdirSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { Project, TextFile } from 'projen';
import type { IdText } from '../src/private/ids';

type Table = Record<string, IdText>;

const IDS = 'src/private/ids';

/** `docs/errors.md`, from the same tables that the code takes its ids from. */
export function generateErrorDocs(project: Project): void {
  const load = createRequire(__filename);
  const capabilities = readdirSync(IDS).sort()
    .filter((file) => !['index.ts', 'id-text.ts'].includes(file))
    .map((file) => file.replace(/\.ts$/, ''));

  const file = new TextFile(project, 'docs/errors.md');
  file.addLine('# Errors and warnings');
  file.addLine('');
  file.addLine(`<!-- ${file.marker} -->`);
  file.addLine('');
  file.addLine('An error is thrown while the app is constructed or synthesized; its `name` is the id. A warning is printed by `cdk synth`;');
  file.addLine("acknowledge one with `Validations.of(construct).acknowledge({ id: 'cdk-lambda-error-handling:<id>', reason: '…' })`.");
  for (const capability of capabilities) {
    const tables: Record<string, Table> = load(join(__dirname, '..', IDS, capability));
    const lines = [...table('Error', tables, '_ERRORS'), ...table('Warning', tables, '_WARNINGS')];
    if (lines.length > 0) ['', `## ${title(capability)}`, ...lines].forEach((line) => file.addLine(line));
  }
}

function table(heading: string, tables: Record<string, Table>, suffix: string): string[] {
  const rows = Object.entries(tables)
    .filter(([name]) => name.endsWith(suffix))
    .flatMap(([, ids]) => Object.entries(ids))
    .sort(([one], [other]) => one < other ? -1 : 1)
    .map(([id, { meaning, fix }]) => `| \`${id}\` | ${cell(meaning)} | ${cell(fix)} |`);
  return rows.length > 0 ? ['', `| ${heading} | What is wrong | What to do |`, '| --- | --- | --- |', ...rows] : [];
}

function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
}

function title(capability: string): string {
  const words = capability.replace(/-/g, ' ');
  return words === 'api' ? 'API' : `${words[0].toUpperCase()}${words.slice(1)}`;
}
