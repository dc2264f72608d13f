import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, resolve } from 'path';

const ROOT = resolve(__dirname, '../..');
const SCRIPT = join(ROOT, 'build-tools/bundle.ts');
const REGISTER = require.resolve('ts-node/register/transpile-only');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  write('lib/queue.js', 'console.log("ran queue"); exports.Queue = class Queue {}; exports.fs = require("fs"); exports.yaml = () => require("yaml");');
  write('lib/queue.d.ts', 'export declare class Queue {}');
  write('lib/index.js', 'function lazy(name, get) { Object.defineProperty(exports, name, { enumerable: true, get }); } lazy(\'Queue\', () => require("./queue").Queue);');
  write('lib/handler/index.js', "exports.answer = () => 'handled';");
  write('lib/cli/bin.js', '#!/usr/bin/env node\nconst { Queue } = require("../queue"); console.log("command", Queue.name);');
  expect(node(['--require', REGISTER, SCRIPT])).toMatchObject({ status: 0, stderr: '' });
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

test('leaves one file of each that is loaded from outside, and the types', () => {
  const files = readdirSync(join(folder, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));

  expect(files.sort()).toEqual(['cli/bin.js', 'handler/index.js', 'index.js', 'queue.d.ts']);
});

test('a module runs when it is first used, and its classes keep their names', () => {
  expect(run("require('./lib'); console.log('loaded');")).toBe('loaded\n');
  expect(run("const library = require('./lib'); console.log(library.Queue.name, library.Queue === library.Queue);")).toBe('ran queue\nQueue true\n');
});

test('exports by name to ES modules', () => {
  write('main.mjs', "import { Queue } from './lib/index.js'; import { answer } from './lib/handler/index.js'; console.log(Queue.name, answer());");

  expect(node(['main.mjs']).stdout).toBe('ran queue\nQueue handled\n');
});

test('the command runs on its own', () => {
  expect(node(['lib/cli/bin.js']).stdout).toBe('ran queue\ncommand Queue\n');
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(program: string): string {
  return node(['--eval', program]).stdout;
}

function node(args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.dev.json') } });
}
