import { spawnSync } from 'child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '..');
const PACKAGE = 'cdk-lambda-error-handling';
/** What an app is written in. TypeScript is run as an app is that `cdk init` made: by tsx. */
export type Language = 'JavaScript' | 'TypeScript';

const PEERS = ['aws-cdk-lib', 'constructs', 'cdk-monitoring-constructs', 'cdk-nag', '@aws-solutions-constructs', '@aws-cdk', 'tsx'];

/** An app's folder with the packed package installed, and the measured programs in both languages. */
export class Workspace {
  private readonly folder = mkdtempSync(join(tmpdir(), 'benchmark-'));

  constructor() {
    this.install();
    this.transpile();
  }

  /** Runs one of the measured programs in a process of its own, and returns what it printed. */
  public measure<T>(program: string, args: string[], environment: Record<string, string> = {}, language: Language = 'JavaScript'): T {
    const started = language === 'JavaScript' ? [this.path(`${program}.js`)] : ['--import', 'tsx', this.path(`typescript/${program}.ts`)];
    const { status, stdout, stderr } = spawnSync(process.execPath, [...started, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${stderr}`);
    return JSON.parse(stdout);
  }

  /** A file or folder of the app. */
  public path(name: string): string {
    return join(this.folder, name);
  }

  public remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private install(): void {
    if (!existsSync(join(ROOT, 'lib/index.js'))) throw new Error('lib/ is missing: run `npm run compile` first');
    const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder]));
    const target = join(this.folder, 'node_modules', PACKAGE);
    mkdirSync(target, { recursive: true });
    run('tar', ['-xzf', join(this.folder, filename), '--strip-components=1', '-C', target]);
    for (const peer of PEERS) symlinkSync(join(ROOT, 'node_modules', peer), join(this.folder, 'node_modules', peer), 'junction');
  }

  private transpile(): void {
    const measured = join(__dirname, 'measured');
    const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };
    cpSync(measured, this.path('typescript'), { recursive: true });
    for (const file of readdirSync(measured)) {
      const { outputText } = ts.transpileModule(readFileSync(join(measured, file), 'utf8'), { compilerOptions, fileName: file });
      writeFileSync(join(this.folder, file.replace(/\.ts$/, '.js')), outputText);
    }
  }
}

function run(command: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
