import { spawnSync } from 'child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, resolve } from 'path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '../..');
const REGISTER = require.resolve('ts-node/register/transpile-only');

const SOURCES = {
  'index': "export * from './failure'; export * from './workflow';",
  'failure/index': "export { Queue, Kind } from './queue'; export { Topic } from './topic'; export { Broken } from './broken';",
  'failure/queue': `
    import { Outside } from 'outside';
    import { REASON } from '../private/reason';
    console.log('ran queue');
    export class Queue extends Outside { static copy = () => new Queue(); reason = REASON; parse() { return require('late').parsed; } }
    export enum Kind { FIFO }`,
  'failure/topic': "import { Outside } from 'outside'; console.log('ran topic'); export class Topic extends Outside {}",
  'failure/broken': "console.log('ran broken'); export class Broken {} throw new Error('broken');",
  'workflow/index': "export { seenFirst } from './first'; export { model } from './model'; export { REASON } from '../private/reason';",
  'workflow/first': "export const before = 1; import { seen } from './second'; export const seenFirst = () => [seen, before, after]; const after = 2;",
  'workflow/second': "import * as first from './first'; import { Outside } from 'outside'; export const seen = [(first as any).before, (first as any).seenFirst, new Outside().name()];",
  'workflow/model': "import { ofFolder, place } from './model/parts'; export const model = ['model.ts', ofFolder, place].join();",
  'workflow/model/index': "export const model = 'model/index.ts';",
  'workflow/model/parts/index': "import { model } from '..'; import { seenFirst } from '../../first'; export const place = __dirname.split('/').slice(-4).join('/'); export const ofFolder = [model, seenFirst.name, require('../../model').model];",
  'private/reason': "console.log('ran reason'); export const REASON = { reason: 'first' };",
  'handler/index': "import { REASON } from '../private/reason'; export const answer = () => REASON;",
  'cli/bin': "#!/usr/bin/env node\nimport { main } from './main'; main(process.argv.slice(2));",
  'cli/main': "import { Queue } from '../failure/queue'; export const main = (args: string[]) => console.log('command', Queue.name, args.join());",
  'cli/unused': "throw new Error('nobody uses it');",
};

const COMPILED = 'compiled';
const BUNDLED = 'bundled';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'folders-'));
  write('node_modules/outside/index.js', 'exports.Outside = class Outside { name() { return this.constructor.name; } };');
  write('node_modules/late/index.js', "console.log('ran late'); exports.parsed = 'parsed';");
  compile(COMPILED);
  copy(COMPILED, BUNDLED);
  expect(bundle(BUNDLED)).toEqual([0, '']);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('leaves a file for each folder, what is loaded from outside, and all types', () => {
  expect(filesOf(BUNDLED, '.js')).toEqual(['cli/bin.js', 'cli/bundle.js', 'failure/bundle.js', 'handler/index.js', 'index.js', 'modules.js', 'private/reason.js', 'workflow/bundle.js']);
  expect(filesOf(BUNDLED, '.d.ts')).toEqual(filesOf(COMPILED, '.d.ts'));
});

test('does it again after the compiler, over what is there, and refuses to do it without', () => {
  const code = (app: string) => filesOf(app, '.js').map((file) => [file, readFileSync(join(folder, app, 'lib', file), 'utf8')]);
  copy(BUNDLED, 'again');
  write('again/lib/dashboard/bundle.js', 'of a folder that is no more');
  write('again/lib/failure/old.js', 'of a file that is no more');

  expect(bundle('again')[1]).toContain('lib/cli/bin.js requires ../modules.js, which is no compiled module');
  compile('again');
  expect(bundle('again')).toEqual([0, '']);
  expect(code('again')).toEqual(code(BUNDLED));
});

test.each([
  ['a module runs when it is first used, once', "const library = require('./lib'); console.log('loaded'); library.Topic; console.log(library.Queue === library.Queue, library.Kind.FIFO);",
    'loaded\nran topic\nran reason\nran queue\ntrue 0\n'],
  ['classes keep their names', "const { Queue, Topic } = require('./lib'); console.log(Queue.name, Queue.copy().name(), new Topic().name());", 'ran reason\nran queue\nran topic\nQueue Queue Topic\n'],
  ['what is required in a function stays there', "const { Queue } = require('./lib'); const queue = new Queue(); console.log('made'); console.log(queue.parse());",
    'ran reason\nran queue\nmade\nran late\nparsed\n'],
  ['a cycle sees what there is so far', "console.log(JSON.stringify(require('./lib').seenFirst()));", '[[1,null,"Outside"],1,2]\n'],
  ['a file comes before a folder of its name, and folders are known', "console.log(require('./lib').model);", 'model.ts,model/index.ts,seenFirst,,lib/workflow/model/parts\n'],
  ['a module that fails tells why each time', `const library = require('./lib');
    for (const _ of [1, 2]) try { library.Broken; } catch ({ message, stack }) { console.log(message, /lib.failure/.test(stack)); }`, 'ran broken\nbroken true\nran broken\nbroken true\n'],
  ['functions and apps share what both need', "console.log(require('./lib/handler').answer() === require('./lib').REASON);", 'ran reason\ntrue\n'],
  ['functions load nothing else', "require('./lib/handler'); console.log(Object.keys(require.cache).map((file) => file.split('/lib/')[1]).join());", 'ran reason\nhandler/index.js,private/reason.js\n'],
])('as with a file for each module: %s', (_, program, printed) => {
  expect(run(COMPILED, program)).toBe(printed);
  expect(run(BUNDLED, program)).toBe(printed);
});

test('Node.js is asked once for what is not of this library', () => {
  const program = `
    const module = require('module');
    const { _resolveFilename: resolve } = module;
    const asked = [];
    module._resolveFilename = (request, ...rest) => { asked.push(request); return resolve(request, ...rest); };
    const { Topic, Queue, seenFirst } = require('./lib');
    Topic, Queue, seenFirst;
    console.log(asked.filter((request) => request === 'outside').length, asked.length);`;
  const asked = (app: string) => run(app, program).trim().split('\n').at(-1)!.split(' ').map(Number);

  expect(asked(COMPILED)[0]).toBe(2); // from two folders
  expect(asked(BUNDLED)).toEqual([1, 6]); // index.js, modules.js, two folders, the file of functions
});

test('exports by name to ES modules', () => {
  write('bundled/main.mjs', "import { Queue, model } from './lib/index.js'; import { answer } from './lib/handler/index.js'; console.log(Queue.name, model, answer.name);");

  expect(node(BUNDLED, ['main.mjs']).stdout).toContain('\nQueue model.ts,model/index.ts,seenFirst,,lib/workflow/model/parts answer\n');
});

test('the command runs on its own', () => {
  expect(readFileSync(join(folder, BUNDLED, 'lib/cli/bin.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n"use strict";\n/);
  expect(node(BUNDLED, ['lib/cli/bin.js', 'report', 'x.json'])).toEqual({ status: 0, stdout: 'ran reason\nran queue\ncommand Queue report,x.json\n', stderr: '' });
});

test.each([
  ['failure/topic', 'require("./nothing");', 'lib/failure/topic.js requires ./nothing, which is no compiled module'],
  ['failure/topic', 'exports.where = require.resolve("outside");', "lib/failure/topic.js can't share a file with other modules, as it has require.resolve"],
  ['failure/topic', 'exports.any = (name) => require(name);', "lib/failure/topic.js can't share a file with other modules, as it has require(name)"],
  ['failure/topic', 'exports.where = __filename;', "lib/failure/topic.js can't share a file with other modules, as it has exports.where = __filename"],
  ['failure/topic', 'exports.later = () => import("outside");', "lib/failure/topic.js can't share a file with other modules, as it has import(\"outside\")"],
  ['failure/topic', 'const __load = 1;', "lib/failure/topic.js can't share a file with other modules, as it has __load = 1"],
  ...['modules/list', 'failure/bundle', 'topic'].map((path) =>
    [path, 'exports.list = 1;', `lib/${path}.js must be in a folder, which can't be named as modules.js is, and have another name than bundle.js`]),
])('leaves all as it is and says why: %s with %s', (path, code, message) => {
  copy(COMPILED, 'refused');
  write(`refused/lib/${path}.js`, code);
  write(`refused/lib/${path}.d.ts`, '');
  const before = filesOf('refused', '.js');
  const [status, stderr] = bundle('refused');

  expect(status).not.toBe(0);
  expect(stderr).toContain(message);
  expect(filesOf('refused', '.js')).toEqual(before);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** As the jsii compiler emits it, with lazy exports. */
function compile(app: string): void {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
  for (const [path, source] of Object.entries(SOURCES)) {
    write(`${app}/lib/${path}.js`, ts.transpileModule(source, { compilerOptions }).outputText);
    write(`${app}/lib/${path}.d.ts`, '');
  }
  expect(runTool(app, 'lazy-exports')).toEqual([0, '']);
}

function copy(from: string, to: string): void {
  rmSync(join(folder, to), { recursive: true, force: true });
  cpSync(join(folder, from), join(folder, to), { recursive: true });
}

function filesOf(app: string, extension: string): string[] {
  return readdirSync(join(folder, app, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(extension)).sort();
}

function bundle(app: string): [status: number | null, stderr: string] {
  return runTool(app, 'bundle-folders');
}

function runTool(app: string, name: string): [status: number | null, stderr: string] {
  const { status, stderr } = node(app, ['--require', REGISTER, join(ROOT, `build-tools/${name}.ts`)]);
  return [status, stderr];
}

function run(app: string, program: string): string {
  return node(app, ['--eval', program]).stdout;
}

function node(app: string, args: string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.dev.json') };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: join(folder, app), encoding: 'utf8', env });
  return { status, stdout, stderr };
}
