import { readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { filesBelow, parse, ROOT, sources, type Source } from './sources';

/** Folders of `src` that are no capability of their own. */
const NO_CAPABILITY = ['', 'private', 'facts', 'mixins'];
/** Folders that nothing is imported from. */
const NO_INDEX = ['cli'];

const tests = filesBelow('test', '.test.ts');

test('every source file with code in it has a test file of the same name', () => {
  const untested = sources()
    .filter(({ path }) => !path.endsWith('index.ts') && !path.startsWith('private/ids/'))
    .filter(hasCode)
    .map(({ path }) => path.replace(/\.ts$/, '.test.ts'))
    .filter((path) => !tests.includes(path));

  expect(untested).toEqual([]);
});

test('every test file of a source folder tests a source file', () => {
  const folders = new Set(sources().map(({ folder }) => folder).filter(Boolean));
  const files = filesBelow('src', '.ts');
  const orphans = tests
    .filter((path) => folders.has(path.split('/')[0]))
    // x.y.test.ts is a second test file of x.ts
    .filter((path) => !files.includes(path.replace(/(\.[\w-]+)?\.test\.ts$/, '.ts')) && !files.includes(path.replace(/\.test\.ts$/, '.ts')));

  expect(orphans).toEqual([]);
});

test('every capability has a README of at most 150 lines', () => {
  const readmes = filesBelow('src', 'README.md');
  const wrong = capabilities()
    .map((folder) => `${folder}/README.md`)
    .filter((path) => !readmes.includes(path) || readFileSync(join(ROOT, 'src', path), 'utf8').split('\n').length > 151);

  expect(wrong).toEqual([]);
});

test('every index re-exports, by name where jsii allows it', () => {
  // jsii knows the types of a namespace only by `export *`.
  const namespaces = parse('index.ts').ast.statements.filter(ts.isExportDeclaration)
    .filter(({ exportClause }) => exportClause && ts.isNamespaceExport(exportClause))
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text.slice('./'.length));
  const wrong = capabilities().filter((folder) => !NO_INDEX.includes(folder)).filter((folder) => parse(`${folder}/index.ts`).ast.statements.some((statement) =>
    !ts.isExportDeclaration(statement) || (statement.moduleSpecifier && !statement.exportClause && !namespaces.includes(folder))));

  expect(wrong).toEqual([]);
});

function capabilities(): string[] {
  return [...new Set(sources().map(({ folder }) => folder))].filter((folder) => !NO_CAPABILITY.includes(folder));
}

function hasCode({ ast }: Source): boolean {
  return ast.statements.some((node) =>
    !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node) && !ts.isImportDeclaration(node) && !ts.isExportDeclaration(node));
}
