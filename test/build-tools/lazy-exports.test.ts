import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, resolve } from 'path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '../..');
const SCRIPT = join(ROOT, 'build-tools/lazy-exports.ts');
const REGISTER = require.resolve('ts-node/register/transpile-only');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lazy-'));
  write('src/queue.ts', "console.log('loaded queue'); export class Queue {} export enum Kind { FIFO }");
  write('src/topic.ts', "console.log('loaded topic'); export class Topic {}");
  write('src/failure/index.ts', "export { Queue, Kind } from '../queue';");
  write('src/mixins/index.ts', "export * from '../topic';");
  write('src/analysis/index.ts', "export { Queue } from '../queue';");
  write('src/index.ts', "export * from './failure'; export * as mixins from './mixins';");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('loads a module when one of its exports is first used', () => {
  compile();
  const { status, stderr } = makeLazy();

  expect([status, stderr]).toEqual([0, '']);
  expect(run("require('./lib');")).toBe('');
  expect(run("const { Queue, Kind } = require('./lib'); console.log(Queue.name, Kind.FIFO);")).toBe('loaded queue\nQueue 0\n');
  expect(run("console.log(require('./lib').mixins.Topic.name);")).toBe('loaded topic\nTopic\n');
});

test('loads what only the library imports on first use too', () => {
  compile();
  makeLazy();

  expect(run("require('./lib/analysis');")).toBe('');
  expect(run("console.log(require('./lib/analysis').Queue.name);")).toBe('loaded queue\nQueue\n');
});

test('gives the same value each time', () => {
  compile();
  makeLazy();

  expect(run("const library = require('./lib'); console.log(library.Queue === library.Queue, Object.keys(library).join());"))
    .toBe('loaded queue\ntrue Queue,Kind,mixins\n');
});

test('exports by name to ES modules', () => {
  compile();
  makeLazy();
  write('main.mjs', "import { Queue, mixins } from './lib/index.js'; console.log(Queue.name, mixins.Topic.name);");

  expect(node(['main.mjs']).stdout).toContain('Queue Topic');
});

test('refuses an index that does more than re-export', () => {
  write('src/failure/index.ts', "export { Queue } from '../queue'; export const LIMIT = 3;");
  compile();

  const { status, stderr } = makeLazy();

  expect(status).not.toBe(0);
  expect(stderr).toContain("does more than re-export, so it can't load lazily: exports.LIMIT = 3;");
  expect(readFileSync(join(folder, 'lib/index.js'), 'utf8')).not.toContain('lazy(');
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** As the jsii compiler emits it. */
function compile(): void {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  for (const path of ['index', 'failure/index', 'mixins/index', 'analysis/index', 'queue', 'topic']) {
    write(`lib/${path}.js`, ts.transpileModule(readFileSync(join(folder, `src/${path}.ts`), 'utf8'), { compilerOptions }).outputText);
  }
}

function makeLazy(): { status: number | null; stderr: string } {
  return node(['--require', REGISTER, SCRIPT]);
}

function run(program: string): string {
  return node(['--eval', program]).stdout;
}

function node(args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.dev.json') } });
}
