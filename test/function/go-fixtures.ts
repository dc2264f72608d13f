import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import type { GoCodeOptions } from '../../src/function/go-code-options';
import { findGoEntry } from '../../src/function/private/go-entry';
import { GoFiles } from '../../src/function/private/go-files';
import { readGoSettings } from '../../src/function/private/go-settings';

/** Content by path. */
export type Files = Record<string, string | Buffer>;

export const MAIN = 'package main\n\nfunc main() {}\n';

const temporary: string[] = [];

afterAll(() => temporary.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })));

/** A folder that goes when the test file is done. */
export function temporaryFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'go-code-')));
  temporary.push(folder);
  return folder;
}

/** Writes files into a folder, a new one unless given. */
export function write(files: Files, folder = temporaryFolder()): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  return folder;
}

/** A copy of `test/fixtures/go`, free to edit. */
export function copyOfFixtures(): string {
  const folder = temporaryFolder();
  fs.cpSync(path.join(__dirname, '..', 'fixtures', 'go'), folder, { recursive: true });
  return folder;
}

/** The source hash of a package, read anew. */
export function sourceHash(folder: string, options: GoCodeOptions = {}, goarch = 'amd64'): string {
  return findGoEntry(readGoSettings(folder, options), goarch, new GoFiles()).hash;
}

/** What an edit of files below a root does to the hashes of packages below it. */
export function hashesChangedBy(root: string, edit: Files, packages: readonly string[], options?: GoCodeOptions): string[] {
  const before = packages.map((name) => sourceHash(path.join(root, name), options));
  write(edit, root);
  return packages.filter((name, at) => sourceHash(path.join(root, name), options) !== before[at]);
}

/** The error that something fails with. */
export function failureOf(body: () => unknown): Error {
  try {
    body();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not fail');
}

/** Runs something with other environment variables; undefined removes one. */
export function withEnvironment<T>(changes: Record<string, string | undefined>, body: () => T): T {
  const before = { ...process.env };
  Object.entries(changes).forEach(([name, value]) => value === undefined ? delete process.env[name] : process.env[name] = value);
  try {
    return body();
  } finally {
    process.env = before;
  }
}

/** A folder with a `docker` that notes its arguments in `arguments.json` and ends as told, after writing a program in the mounted output. */
export function fakeDocker(status = 0, stderr = ''): string {
  const folder = temporaryFolder();
  write({
    docker: `#!${process.execPath}
const fs = require('fs');
const args = process.argv.slice(2);
fs.writeFileSync(${JSON.stringify(path.join(folder, 'arguments.json'))}, JSON.stringify(args));
const [output] = args.filter((_, at) => args[at - 1] === '-v').map((volume) => volume.split(':')).find(([, at]) => at === '/asset-output');
const target = args[args.indexOf('-o') + 1].replace('/asset-output', output);
if (${status} < 125) {
  fs.writeFileSync(output + '/go-build.stderr', ${JSON.stringify(stderr)});
}
if (${status} === 0) {
  const names = target.endsWith('/') ? args.slice(args.indexOf('-o') + 2).map((name) => target + name.split('/').pop()) : [target];
  names.forEach((name) => fs.writeFileSync(name, 'built'));
}
process.exit(${status});
`,
  }, folder);
  fs.chmodSync(path.join(folder, 'docker'), 0o755);
  return folder;
}

/** Runs something on a machine without Go, with the Docker of a folder. */
export function withoutGo<T>(docker: string, body: () => T, environment: Record<string, string> = {}): T {
  // By its path, since a sandboxed test can't change the PATH of what it does not start itself.
  return withEnvironment({ PATH: '', CDK_DOCKER: path.join(docker, 'docker'), ...environment }, body);
}

/** The arguments that the fake Docker got. */
export function dockerArguments(folder: string): string[] {
  return JSON.parse(fs.readFileSync(path.join(folder, 'arguments.json'), 'utf8')) as string[];
}

/** The machine that a program is for, from its ELF header: 62 is x86-64, 183 is AArch64. */
export function elfMachine(file: string): number {
  const header = fs.readFileSync(file).subarray(0, 20);
  expect(header.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
  return header.readUInt16LE(18);
}
