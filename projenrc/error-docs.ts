import { readdirSync } from 'fs';
import { createRequire } from 'module';
import { join } from 'path';
import { Project } from 'projen';
import { code, MarkdownPage } from './markdown';
import type { IdText } from '../src/private/ids';

type Table = Record<string, IdText>;

const IDS = 'src/private/ids';
const KINDS = [['_ERRORS', 'Error'], ['_WARNINGS', 'Warning'], ['_INFOS', 'Info']];

/** `docs/errors.md`, from the same tables that the code takes its ids from. */
export function generateErrorDocs(project: Project): void {
  const load = createRequire(__filename);
  const page = new MarkdownPage(project, 'docs/errors.md', 'Errors and warnings');
  page.add(
    '',
    'An error is thrown while the app is constructed or synthesized; its `name` is the id. A warning is printed by `cdk synth`;',
    "acknowledge one with `Validations.of(construct).acknowledge({ id: 'cdk-lambda-error-handling:<id>', reason: '…' })`. An info says what was",
    'done, and is acknowledged in the same way, before it is added.',
  );
  const capabilities = readdirSync(IDS).filter((file) => !['index.ts', 'id-text.ts'].includes(file)).map((file) => file.replace(/\.ts$/, ''));
  for (const capability of capabilities.sort()) {
    const tables: Record<string, Table> = load(join(__dirname, '..', IDS, capability));
    for (const [suffix, kind] of KINDS) {
      page.addTable(`## ${title(capability)}: ${kind.toLowerCase()}s`, [kind, 'What is wrong', 'What to do'], rowsOf(tables, suffix));
    }
  }
}

function rowsOf(tables: Record<string, Table>, suffix: string): string[][] {
  return Object.entries(tables)
    .filter(([name]) => name.endsWith(suffix))
    .flatMap(([, ids]) => Object.entries(ids))
    .sort(([one], [other]) => one < other ? -1 : 1)
    .map(([id, { meaning, fix }]) => [code(id), meaning, fix]);
}

function title(capability: string): string {
  const words = capability.replace(/-/g, ' ');
  return words === 'api' ? 'API' : `${words[0].toUpperCase()}${words.slice(1)}`;
}
