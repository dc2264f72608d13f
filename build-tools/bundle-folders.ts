/**
 * Makes one file of each folder of `lib`. Node.js takes longer to find and read a file than to run it, and an app whose every failure is handled
 * reads most of 190. A module still runs when something of it is first used: see `lazy-exports.ts`.
 *
 * What is loaded from outside stays where it is: `index.js`, the command line, and `handler`, which functions bundle without the rest.
 * Modules stay as they are compiled, line by line: bundlers rename classes, and Node.js and jsii show those names.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join, posix } from 'path';
import * as ts from 'typescript';

const INDEX = 'index.js';
const COMMAND = 'cli/bin.js';
const ALONE = 'handler/';
/** Made here: finds the modules. */
const REGISTRY = 'modules.js';
/** Made here, in each folder: named as the folder and beside it, it would be taken for what the types import. */
const BUNDLE = 'bundle.js';
/** What means the file itself, or is what modules are given here. */
const REFUSED = ['require', 'import', '__filename', '__load', '__external'];
const STRICT = '"use strict";\n';

interface Edit {
  readonly node: ts.Node;
  readonly text: string;
}

const found = readdirSync('lib', { recursive: true, encoding: 'utf8' }).map((file) => file.replace(/\\/g, '/')).filter((file) => file.endsWith('.js')).sort();
/** All else was made here before: the compiler writes types beside each module. */
const compiled = new Set(found.filter((file) => existsSync(join('lib', file.replace(/js$/, 'd.ts')))));
const kept = closureOf([...compiled].filter((file) => file.startsWith(ALONE)));
/** What is loaded by Node.js, each from one place: it remembers what a name resolves to only for the folder that was first to load it. */
const loadedByNode = new Set<string>();

const made = bundles();
made.set(INDEX, `${STRICT}const { load: __load, external: __external } = require("./${REGISTRY}");\n${moduleCode(INDEX)}`);
made.set(COMMAND, `#!/usr/bin/env node\n${STRICT}require("../${REGISTRY}").load(${idOf(COMMAND)});\n`);
made.set(REGISTRY, registry());
made.forEach((code, file) => writeFileSync(join('lib', file), code));
for (const file of found) if (!made.has(file) && !kept.has(file)) rmSync(join('lib', file));

/** By the name of the file: what it holds of its folder. */
function bundles(): Map<string, string> {
  const modules = new Map<string, string[]>();
  for (const file of compiled) {
    if (file === INDEX || kept.has(file)) continue;
    const bundle = `${folderOf(file)}/${BUNDLE}`;
    // In parentheses a function is compiled at once. Without, V8 reads over it, and again when it is called.
    modules.set(bundle, [...modules.get(bundle) ?? [], `${idOf(file)}: (function (exports, module, __load, __external) {\n${moduleCode(file)}}),\n`]);
  }
  for (const bundle of modules.keys()) loadedByNode.add(`./${bundle}`);
  return new Map([...modules].map(([bundle, all]) => [bundle, `${STRICT}module.exports = {\n${all.join('')}};\n`]));
}

function folderOf(file: string): string {
  const [folder, ...rest] = file.split('/');
  const isTaken = file === `${folder}/${BUNDLE}` || `${folder}.js` === REGISTRY;
  if (isTaken || rest.length === 0) throw new Error(`lib/${file} must be in a folder, which can't be named as ${REGISTRY} is, and have another name than ${BUNDLE}`);
  return folder;
}

/** A module that asks the registry for what it requires. */
function moduleCode(file: string): string {
  const source = parse(file);
  const edits = [...nodesOf(source)].map((node) => edit(node, file)).filter((one) => one !== undefined).reverse();
  const code = edits.reduce((all, { node, text }) => all.slice(0, node.getStart()) + text + all.slice(node.getEnd()), source.text);
  return code.replace(/^(#!.*\n)?"use strict";\n/, '');
}

function edit(node: ts.Node, file: string): Edit | undefined {
  const request = requestOf(node);
  if (request !== undefined) return { node, text: loading(request, file) };
  if (!ts.isIdentifier(node) && node.kind !== ts.SyntaxKind.ImportKeyword || requestOf(node.parent) !== undefined) return undefined;
  const name = node.getText();
  if (REFUSED.includes(name)) throw new Error(`lib/${file} can't share a file with other modules, as it has ${node.parent.getText()}`);
  const below = posix.dirname(file).replace(/^[^/]*/, '');
  return name === '__dirname' && below ? { node, text: `(__dirname + ${JSON.stringify(below)})` } : undefined;
}

function loading(request: string, file: string): string {
  const own = request.startsWith('.') ? resolved(file, request) : undefined;
  if (own !== undefined && own !== INDEX && !kept.has(own)) return `__load(${idOf(own)})`;
  const name = own === undefined ? request : `./${own}`;
  loadedByNode.add(name);
  return `__external(${JSON.stringify(name)})`;
}

function registry(): string {
  return [
    `${STRICT}const files = {`,
    // One by one, so that bundlers of apps see what is required.
    ...[...loadedByNode].sort().map((name) => `  ${JSON.stringify(name)}: () => require(${JSON.stringify(name)}),`),
    '};',
    'const externals = new Map();',
    'const modules = new Map();',
    'function external(name) {',
    '  if (!externals.has(name)) externals.set(name, files[name]());',
    '  return externals.get(name);',
    '}',
    '/** As require() does it: a cycle sees what there is so far, and a module that failed runs again. */',
    'function load(id) {',
    '  const known = modules.get(id);',
    '  if (known) return known.exports;',
    '  const module = { exports: {} };',
    '  modules.set(id, module);',
    '  try {',
    `    external(\`./\${id.split("/", 1)[0]}/${BUNDLE}\`)[id](module.exports, module, load, external);`,
    '  } catch (error) {',
    '    modules.delete(id);',
    '    throw error;',
    '  }',
    '  return module.exports;',
    '}',
    'module.exports = { load, external };',
    '',
  ].join('\n');
}

/** The files, and all of this library that they require. */
function closureOf(files: Iterable<string>): Set<string> {
  const closure = new Set(files);
  for (const file of closure) {
    for (const node of nodesOf(parse(file))) if (requestOf(node)?.startsWith('.')) closure.add(resolved(file, requestOf(node)!));
  }
  return closure;
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join('lib', file), 'utf8'), ts.ScriptTarget.Latest, true);
}

/** A node and all below it, in their order. */
function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const below: ts.Node[] = [];
  node.forEachChild((child) => { below.push(child); });
  for (const child of below) yield* nodesOf(child);
}

/** What a call of `require` asks for. */
function requestOf(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'require') return undefined;
  const [request] = node.arguments;
  return request && ts.isStringLiteral(request) ? request.text : undefined;
}

/** The file that Node.js would load. */
function resolved(from: string, request: string): string {
  const path = posix.join(posix.dirname(from), request);
  const isFolder = /(^|\/)\.{0,2}$/.test(request);
  const file = [...isFolder ? [] : [path, `${path}.js`], posix.join(path, 'index.js')].find((one) => compiled.has(one));
  if (file === undefined) throw new Error(`lib/${from} requires ${request}, which is no compiled module`);
  return file;
}

function idOf(file: string): string {
  return JSON.stringify(file.replace(/\.js$/, ''));
}
