/**
 * Rewrites the compiled `index.js` files so that they load a module when one of its exports is first used.
 *
 * The compiler emits eager requires: importing one class would load every file of this library and most service modules of
 * aws-cdk-lib. The exported names, and what they resolve to, stay the same. aws-cdk-lib's own index files work this way.
 */
import { existsSync, readFileSync, writeFileSync } from 'fs';
import { createRequire } from 'module';
import { dirname, join, resolve } from 'path';
import * as ts from 'typescript';

interface LazyExport {
  readonly module: string;
  /** The export of `module`; all of them, as one namespace, if undefined. */
  readonly member?: string;
}

type Exports = Map<string, LazyExport>;

/** `export { A } from './a'` is two statements: the require, and a getter that reads from it. */
const REQUIRE = /^(?:var|const) (\w+) = require\("([^"]+)"\);$/;
const GETTER = /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/;
const STAR = /^__exportStar\(require\("([^"]+)"\), exports\);$/;
const NAMESPACE = /^exports\.(\w+) = __importStar\(require\("([^"]+)"\)\);$/;
/** What carries no export of its own: compiler helpers and the names it hoists. */
const NOISE = /^"use strict";$|^var __\w+ = |^exports\.[\w.= ]+ = void 0;$|^Object\.defineProperty\(exports, "__esModule"/;

const rewritten = new Map<string, Exports>();

function rewrite(indexFile: string): Exports {
  const known = rewritten.get(indexFile);
  if (known) return known;
  const found = exportsOf(indexFile);
  rewritten.set(indexFile, found);
  writeFileSync(indexFile, render(found));
  return found;
}

function exportsOf(indexFile: string): Exports {
  const found: Exports = new Map();
  const modules = new Map<string, string>();
  for (const statement of ts.createSourceFile(indexFile, readFileSync(indexFile, 'utf8'), ts.ScriptTarget.Latest, true).statements) {
    const line = statement.getText();
    let match: RegExpExecArray | null;
    if ((match = REQUIRE.exec(line))) {
      modules.set(match[1], match[2]);
    } else if ((match = GETTER.exec(line))) {
      found.set(match[1], { module: modules.get(match[2])!, member: match[3] });
    } else if ((match = STAR.exec(line))) {
      for (const name of namesIn(indexFile, match[1])) found.set(name, { module: match[1], member: name });
    } else if ((match = NAMESPACE.exec(line))) {
      rewrite(indexBehind(indexFile, match[2]));
      found.set(match[1], { module: match[2] });
    } else if (!NOISE.test(line)) {
      throw new Error(`${indexFile} does more than re-export, so it can't load lazily: ${line}`);
    }
  }
  return found;
}

/** What `export * from 'module'` exports. */
function namesIn(indexFile: string, module: string): string[] {
  const index = indexBehind(indexFile, module);
  if (existsSync(index)) return [...rewrite(index).keys()];
  return Object.keys(createRequire(indexFile)(module));
}

function indexBehind(from: string, module: string): string {
  return join(resolve(dirname(from), module), 'index.js');
}

function render(found: Exports): string {
  const getters = [...found].map(([name, { module, member }]) =>
    `lazy(${JSON.stringify(name)}, () => require(${JSON.stringify(module)})${member ? `.${member}` : ''});`);
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    'function lazy(name, load) {',
    '  Object.defineProperty(exports, name, {',
    '    enumerable: true,',
    '    configurable: true,',
    '    get() {',
    '      const value = load();',
    '      Object.defineProperty(exports, name, { enumerable: true, value });',
    '      return value;',
    '    },',
    '  });',
    '}',
    ...getters,
    '// Named imports from ES modules: Node.js finds the names of a CommonJS module by reading, not running, it.',
    `0 && (module.exports = { ${[...found.keys()].join(', ')} });`,
    '',
  ].join('\n');
}

rewrite(resolve('lib/index.js'));
// What only the library imports: its checks need little of the analysis, and none of its simulation.
for (const index of ['lib/analysis/index.js', 'lib/facts/index.js'].filter(existsSync)) rewrite(resolve(index));
