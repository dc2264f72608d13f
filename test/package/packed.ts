import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { locked } from './locked';

export const ROOT = resolve(__dirname, '../..');

const temporaryFolders: string[] = [];

/** The package as it would be published. */
export interface Packed {
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  readonly files: string[];
}

/** Packs what `npm run compile` made of the sources, compiling them if they changed since. */
export function pack(): Packed {
  compileIfStale();
  const folder = temporaryFolder();
  const [{ filename, size, files }] = JSON.parse(run(ROOT, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]));
  return { tarball: join(folder, filename), size, files: files.map(({ path }: { path: string }) => path) };
}

/** A folder that holds nothing but what a user has installed. */
export function installed(packed: Packed): string {
  const app = temporaryFolder();
  installInto(app, packed);
  return app;
}

/** Makes an empty folder a project that has the package, beside the CDK of this repository's versions. */
export function installInto(app: string, { tarball }: Packed): void {
  const peers = ['aws-cdk-lib', 'constructs'].map((name) => `${name}@${manifest(join(ROOT, 'node_modules', name)).version}`);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', private: true }));
  run(app, 'npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', tarball, ...peers]);
}

/** What would be packed now: changes with every file of it, and with the CDK that it is compiled against. */
export function fingerprint(): string {
  compileIfStale();
  const [{ integrity }] = JSON.parse(run(ROOT, 'npm', ['pack', '--json', '--dry-run', '--ignore-scripts']));
  return [integrity, ...['aws-cdk-lib', 'constructs', 'jsii-pacmak'].map((name) => manifest(join(ROOT, 'node_modules', name)).version)].join(' ');
}

/** Makes the package of one language in a folder of its name. */
export function pacmak(language: string, folder: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): void {
  const command = [require.resolve('jsii-pacmak/bin/jsii-pacmak'), '--no-npmignore', '--target', language, '--outdir', folder, ...args];
  run(ROOT, process.execPath, command, env);
}

/** Runs a command and returns what it printed. */
export function run(cwd: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}): string {
  const options = { cwd, env: { ...process.env, ...env }, shell: process.platform === 'win32', maxBuffer: 2 ** 26 };
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, encoding: 'utf8' });
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

function compileIfStale(): void {
  if (isStale()) locked('compile', () => { if (isStale()) run(ROOT, 'npm', ['run', '--silent', 'compile']); });
}

function isStale(): boolean {
  const compiled = join(ROOT, '.jsii');
  if (!existsSync(compiled) || !existsSync(join(ROOT, 'lib/index.js'))) return true;
  // The compiler is the first step of several.
  if (!readFileSync(join(ROOT, 'lib/index.js'), 'utf8').includes('modules.js')) return true;
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, 'src', path));
  return [join(ROOT, 'package.json'), ...sources].some((path) => statSync(path).mtimeMs > statSync(compiled).mtimeMs);
}
