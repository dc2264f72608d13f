import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

const BIN = process.platform === 'win32' ? 'Scripts' : 'bin';
const PIP = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1'];

/** Packages of PyPI that tests use. */
export interface PythonPackages {
  /** Of the folder below that for temporary files, which is kept from one run to the next. */
  readonly name: string;
  /** The arguments of one `pip install` each. */
  readonly installs: string[][];
  /** What can be imported then. */
  readonly modules: string[];
}

/** The Python of an environment with these packages, if it can be had. */
export function pythonWith(packages: PythonPackages): string | undefined {
  const folder = path.join(os.tmpdir(), packages.name);
  if (!isInstalled(folder, packages)) install(folder, packages);
  return isInstalled(folder, packages) ? pythonIn(folder) : undefined;
}

/** Another process may do the same: the first that has all of it wins. */
function install(folder: string, { installs }: PythonPackages): void {
  const scratch = fs.mkdtempSync(`${folder}-`);
  const isDone = spawnSync('python3', ['-m', 'venv', scratch]).status === 0
    && installs.every((args) => spawnSync(pythonIn(scratch), [...PIP, ...args]).status === 0);
  if (isDone && !fs.existsSync(folder)) fs.renameSync(scratch, folder);
  else fs.rmSync(scratch, { recursive: true });
}

function isInstalled(folder: string, { modules }: PythonPackages): boolean {
  return fs.existsSync(pythonIn(folder)) && spawnSync(pythonIn(folder), ['-c', `import ${modules.join(', ')}`]).status === 0;
}

function pythonIn(folder: string): string {
  return path.join(folder, BIN, process.platform === 'win32' ? 'python.exe' : 'python');
}
