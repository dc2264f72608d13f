import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

export const ROOT = resolve(__dirname, '../..');

const temporaryFolders: string[] = [];
let pypi: boolean | undefined;

/** The package as it would be published. */
export interface Packed {
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  readonly files: string[];
}

/** Packs what `npm run compile` made of the sources, compiling them if they changed since. */
export function pack(): Packed {
  if (isStale()) run(ROOT, 'npm', ['run', '--silent', 'compile']);
  const folder = temporaryFolder();
  const [{ filename, size, files }] = JSON.parse(run(ROOT, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]));
  return { tarball: join(folder, filename), size, files: files.map(({ path }: { path: string }) => path) };
}

/** An empty folder into which a user has installed the package, beside the CDK of this repository's versions. */
export function installed({ tarball }: Packed): string {
  const app = temporaryFolder();
  const peers = ['aws-cdk-lib', 'constructs'].map((name) => `${name}@${manifest(join(ROOT, 'node_modules', name)).version}`);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', private: true }));
  run(app, 'npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', tarball, ...peers]);
  return app;
}

/** Building a wheel needs Python and what it downloads. In CI it must be there. */
export function mayUsePyPI(): boolean {
  if (process.env.CI === 'true') return true;
  pypi ??= spawnSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--retries', '0', '--dest', temporaryFolder(), 'publication']).status === 0;
  return pypi;
}

/** The Python of a virtual environment into which a user has installed the wheel. */
export function installedInPython(): string {
  const folder = temporaryFolder();
  run(ROOT, process.execPath, [require.resolve('jsii-pacmak/bin/jsii-pacmak'), '--target', 'python', '--outdir', folder]);
  const wheel = readdirSync(join(folder, 'python')).find((file) => file.endsWith('.whl'))!;
  run(folder, 'python3', ['-m', 'venv', 'venv']);
  const python = join(folder, 'venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const cdk = manifest(join(ROOT, 'node_modules/aws-cdk-lib')).version;
  run(folder, python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', join('python', wheel), `aws-cdk-lib==${cdk}`]);
  return python;
}

/** Runs a command and returns what it printed. */
export function run(cwd: string, command: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command} ${args.join(' ').slice(0, 80)} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
  return stdout;
}

/** Runs a JavaScript program in a folder and returns what it printed. */
export function runNode(cwd: string, program: string, type: 'commonjs' | 'module' = 'commonjs'): string {
  return run(cwd, process.execPath, [`--input-type=${type}`, '--eval', program]);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  temporaryFolders.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of temporaryFolders.splice(0)) rmSync(folder, { recursive: true });
}

export function manifest(folder: string): Record<string, any> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function isStale(): boolean {
  const compiled = join(ROOT, '.jsii');
  if (!existsSync(compiled) || !existsSync(join(ROOT, 'lib/index.js'))) return true;
  if (!readFileSync(join(ROOT, 'lib/index.js'), 'utf8').includes('lazy(')) return true;
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, 'src', path));
  return [join(ROOT, 'package.json'), ...sources].some((path) => statSync(path).mtimeMs > statSync(compiled).mtimeMs);
}
