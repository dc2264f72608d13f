import { readFileSync } from 'fs';
import { join } from 'path';
import { filesBelow, ROOT, sources } from './sources';
import { ERRORS, INFOS, WARNINGS, type IdText } from '../../src/private/ids';

const ERROR_ID = /^[A-Z][A-Za-z0-9]+$/;
const WARNING_ID = /^[A-Z][A-Za-z0-9]+\.[a-z][A-Za-z0-9]+$/;

const all: Record<string, IdText> = { ...ERRORS, ...WARNINGS, ...INFOS };
const declared = filesBelow('src/private/ids', '.ts')
  .flatMap((file) => [...read('src/private/ids', file).matchAll(/^ {2}'?([\w.]+)'?: \{/gm)].map(([, id]) => id));
const code = sources().filter(({ path }) => !path.startsWith('private/ids/')).map(({ ast }) => ast.text).join('\n');
const tests = ['test', 'examples'].flatMap((folder) => filesBelow(folder, '.ts').map((file) => read(folder, file))).join('\n');

test('error ids name a cause, warning and info ids a class and a cause', () => {
  const wrong = [
    ...Object.keys(ERRORS).filter((id) => !ERROR_ID.test(id)),
    ...Object.keys({ ...WARNINGS, ...INFOS }).filter((id) => !WARNING_ID.test(id)),
  ];

  expect(wrong).toEqual([]);
});

test('every id says what is wrong and what to do', () => {
  const silent = Object.entries(all).filter(([, { meaning, fix }]) => [meaning, fix].some((text) => !/^[A-Z`].{10,}[.)…]$/s.test(text)));

  expect(silent).toEqual([]);
});

test('no id is declared twice', () => {
  expect(declared.filter((id, index) => declared.indexOf(id) !== index)).toEqual([]);
});

test('every table of ids is part of the whole', () => {
  expect(declared.filter((id) => !(id in all))).toEqual([]);
});

test('every id is used', () => {
  expect(Object.keys(all).filter((id) => !code.includes(`'${id}'`))).toEqual([]);
});

test('every id is named in a test', () => {
  expect(Object.keys(all).filter((id) => !isWord(id, tests))).toEqual([]);
});

test('every id is documented (run "npx projen" if this fails)', () => {
  const documented = read('docs', 'errors.md');

  expect(Object.keys(all).filter((id) => !documented.includes(`| \`${id}\` |`))).toEqual([]);
  expect([...documented.matchAll(/^\| `([^`]+)` \|/gm)].map(([, id]) => id).filter((id) => !(id in all))).toEqual([]);
});

function isWord(id: string, text: string): boolean {
  return new RegExp(`(?<![A-Za-z0-9])${id.replace('.', '\\.')}(?![A-Za-z0-9])`).test(text);
}

function read(...path: string[]): string {
  return readFileSync(join(ROOT, ...path), 'utf8');
}
