import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { findGoEntry } from '../../src/function/private/go-entry';
import { GoFiles } from '../../src/function/private/go-files';
import { readGoSettings } from '../../src/function/private/go-settings';
import type { GoCodeOptions } from '../../src/function/go-code';

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
