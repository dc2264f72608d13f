import { readdirSync, readFileSync } from 'fs';
import { dirname, join, relative, resolve, sep } from 'path';
import * as ts from 'typescript';

export const ROOT = resolve(__dirname, '../..');

/** A file of `src`, parsed but not type checked: these tests must be fast and work on sources that don't compile yet. */
export interface Source {
  /** Relative to `src`, with forward slashes. */
  readonly path: string;
  /** The folder of `src` it stands in, `''` at the top. */
  readonly folder: string;
  readonly ast: ts.SourceFile;
}

export type Declaration = ts.ClassDeclaration | ts.InterfaceDeclaration | ts.EnumDeclaration;

/** A type that users can import. */
export interface PublicType {
  /** As users write it, with its namespace. */
  readonly name: string;
  readonly declaration: Declaration;
  readonly source: Source;
}

const parsed = new Map<string, Source>();
const listed = new Map<string, string[]>();

/** Every file below a folder, relative to it, with forward slashes. */
export function filesBelow(folder: string, ending: string): string[] {
  if (!listed.has(folder)) {
    listed.set(folder, readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/')).sort());
  }
  return listed.get(folder)!.filter((path) => path.endsWith(ending) && !/(^|\/)(node_modules|cdk\.out)\//.test(path));
}

/** Every file that somebody wrote in `src`. */
export function sources(): Source[] {
  return filesBelow('src', '.ts').filter((path) => !path.endsWith('.generated.ts')).map(parse);
}

export function parse(path: string): Source {
  let source = parsed.get(path);
  if (!source) {
    const text = readFileSync(join(ROOT, 'src', path), 'utf8');
    const ast = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    source = { path, folder: path.includes('/') ? path.split('/')[0] : '', ast };
    parsed.set(path, source);
  }
  return source;
}

/** Every node of a file. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => { children.push(child); });
  for (const child of children) yield* nodesOf(child);
}

/** What a file imports or re-exports: module names, with relative ones turned into paths below `src`. */
export function importsOf(source: Source): { target: string; own: boolean; typeOnly: boolean; names: string[] }[] {
  return source.ast.statements
    .filter((statement) => ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))
    .filter((statement) => statement.moduleSpecifier)
    .map((statement) => {
      const module = (statement.moduleSpecifier as ts.StringLiteral).text;
      const own = module.startsWith('.');
      return { target: own ? resolveOwn(source.path, module) : module, own, ...clauseOf(statement) };
    });
}

/** Every type reachable from `src/index.ts`, generated ones included. */
export function publicTypes(index = 'index.ts', namespace = ''): PublicType[] {
  const source = parse(index);
  return source.ast.statements.flatMap((statement) => {
    if (isType(statement) && isExported(statement)) return [{ name: `${namespace}${statement.name!.text}`, declaration: statement, source }];
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) return [];
    const target = resolveOwn(index, (statement.moduleSpecifier as ts.StringLiteral).text);
    const clause = statement.exportClause;
    if (!clause) return publicTypes(target, namespace);
    if (ts.isNamespaceExport(clause)) return publicTypes(target, `${namespace}${clause.name.text}.`);
    return clause.elements.flatMap((element) => typeNamed((element.propertyName ?? element.name).text, target, `${namespace}${element.name.text}`));
  });
}

export function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && Boolean(ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
}

/** The text of the doc comment, `undefined` if there is none. */
export function docOf(node: ts.Node): string | undefined {
  const docs = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return docs.length === 0 ? undefined : docs.map((doc) => doc.getText()).join('\n').replace(/^\s*(\/\*\*|\*\/|\*)\s?|\s*\*\/$/gm, '');
}

function isType(node: ts.Node): node is Declaration {
  return ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node);
}

function typeNamed(name: string, path: string, publicName: string): PublicType[] {
  const source = parse(path);
  const declaration = source.ast.statements.filter(isType).find((node) => node.name?.text === name);
  if (declaration) return [{ name: publicName, declaration, source }];
  return publicTypes(path, '').filter((type) => type.name === name).map((type) => ({ ...type, name: publicName }));
}

function clauseOf(statement: ts.ImportDeclaration | ts.ExportDeclaration): { typeOnly: boolean; names: string[] } {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    return { typeOnly: statement.isTypeOnly, names: clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : ['*'] };
  }
  const bindings = statement.importClause?.namedBindings;
  const names = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : ['*'];
  return { typeOnly: statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword, names };
}

function resolveOwn(from: string, module: string): string {
  const path = relative(join(ROOT, 'src'), resolve(ROOT, 'src', dirname(from), module)).split(sep).join('/');
  const files = filesBelow('src', '.ts');
  return [`${path}.ts`, path === '' ? 'index.ts' : `${path}/index.ts`].find((file) => files.includes(file)) ?? `${path} (missing)`;
}
