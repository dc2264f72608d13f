import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, resolve } from 'path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '../..');
const SCRIPT = join(ROOT, 'build-tools/lazy-imports.ts');
const REGISTER = require.resolve('ts-node/register/transpile-only');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lazy-'));
  write('src/base.ts', "console.log('loaded base'); export class Base { name() { return 'base'; } }");
  write('src/queue.ts', "console.log('loaded queue'); export class Queue { static of() { return { Fifo: Queue }; } } export const LIMITS = [1, 2];");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('loads a module when it is first used, and what a class extends with the class', () => {
  write('src/topic.ts', `
    import { Base } from './base';
    import { Queue, LIMITS } from './queue';
    export class Topic extends Base { queue() { return [new Queue(), ...LIMITS].length; } }`);
  compile('topic');

  expect(makeLazy()).toEqual([0, '']);
  expect(run("const { Topic } = require('./lib/topic'); console.log(new Topic().name()); console.log(new Topic().queue(), new Topic().queue());"))
    .toBe('loaded base\nbase\nloaded queue\n3 3\n');
});

test('names that only look like an import are left, new makes what is meant, and the compiler\'s helpers go', () => {
  write('src/topic.ts', `
    import * as queue from './queue';
    import { Queue } from './queue';
    export const made = () => [new queue.Queue(), new Queue(), new (Queue.of().Fifo)(), new (queue.Queue.of().Fifo)()].every((one) => one instanceof Queue);
    export const shadowed = (queue: { name: string }) => [queue.name, ((queue) => queue)(1), { queue: 2 }.queue].join();`);
  compile('topic');

  expect(makeLazy()).toEqual([0, '']);
  expect(readFileSync(join(folder, 'lib/topic.js'), 'utf8')).not.toContain('__importStar');
  expect(run("const { made, shadowed } = require('./lib/topic'); console.log(shadowed({ name: 'mine' })); console.log(made());"))
    .toBe('mine,1,2\nloaded queue\ntrue\n');
});

test('refuses an import that is used as a value', () => {
  write('src/topic.ts', "import * as queue from './queue';\nexport const all = { queue };");
  compile('topic');
  const [status, stderr] = makeLazy();

  expect(status).not.toBe(0);
  expect(stderr).toContain("topic.js uses all of queue as a value, so it can't load lazily");
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** As the jsii compiler emits it. */
function compile(...files: string[]): void {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  for (const path of ['base', 'queue', ...files]) {
    write(`lib/${path}.js`, ts.transpileModule(readFileSync(join(folder, `src/${path}.ts`), 'utf8'), { compilerOptions }).outputText);
  }
}

function makeLazy(): [status: number | null, stderr: string] {
  const { status, stderr } = node(['--require', REGISTER, SCRIPT]);
  return [status, stderr];
}

function run(program: string): string {
  return node(['--eval', program]).stdout;
}

function node(args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.dev.json') } });
}
