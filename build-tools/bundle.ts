/**
 * Makes one file of each that is loaded from outside, with all that it needs of this library. Node.js takes longer to find and read a file than to run
 * it, and there are 186 for an app whose every failure is handled. A module still runs when something of it is first used: see `lazy-exports.ts`.
 *
 * Modules stay as they are compiled, line by line: bundlers rename classes, and Node.js shows those names.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { dirname, join, relative, resolve } from 'path';

const MODULES = ['lib/index.js', 'lib/handler/index.js'];
const COMMANDS = ['lib/cli/bin.js'];
const OWN_MODULE = /\brequire\("(\.[^"]+)"\)/g;
const SHEBANG = '#!/usr/bin/env node\n';

const bundles = new Map([
  ...MODULES.map((entry) => [entry, bundle(entry) + namesFor(entry)] as const),
  ...COMMANDS.map((entry) => [entry, SHEBANG + bundle(entry)] as const),
]);
for (const file of readdirSync('lib', { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.js')) rmSync(join('lib', file));
}
bundles.forEach((code, file) => writeFileSync(file, code));

function bundle(entry: string): string {
  const modules = new Map<string, string>();
  collect(entry, modules);
  return [
    'const modules = {',
    ...[...modules].map(([file, code]) => `${idOf(file)}(exports, module) {\n${code}},`),
    '};',
    'const loaded = new Map();',
    'function load(id) {',
    '  const known = loaded.get(id);',
    '  if (known) return known.exports;',
    '  const module = { exports: {} };',
    '  loaded.set(id, module);',
    '  modules[id](module.exports, module);',
    '  return module.exports;',
    '}',
    `module.exports = load(${idOf(entry)});`,
    '',
  ].join('\n');
}

/** A module and all that it requires. What is not of this library it requires as before. */
function collect(file: string, modules: Map<string, string>): void {
  if (modules.has(file)) return;
  modules.set(file, '');
  modules.set(file, readFileSync(file, 'utf8').replace(SHEBANG, '').replace(OWN_MODULE, (_, path: string) => {
    const required = fileOf(join(dirname(file), path));
    collect(required, modules);
    return `load(${idOf(required)})`;
  }));
}

function fileOf(path: string): string {
  return [path, `${path}.js`, join(path, 'index.js')].find((file) => file.endsWith('.js') && existsSync(file)) ?? `${path} of no file`;
}

function idOf(file: string): string {
  return JSON.stringify(relative('lib', file).replace(/\\/g, '/').replace(/\.js$/, ''));
}

/** Node.js finds the names that ES modules can import from a CommonJS module by reading, not running, it. */
function namesFor(entry: string): string {
  return `0 && (module.exports = { ${Object.keys(createRequire(resolve(entry))(resolve(entry))).join(', ')} });\n`;
}
