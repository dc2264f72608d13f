import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { generateGoModule } from '../../build-tools/go-module';
import { hasCommand } from '../support';
import { builtOnce } from './built-once';
import { locked } from './locked';
import { ROOT, manifest, run } from './packed';
import { synthesized, type Synthesizer } from './synthesized';

const RUNTIME = 'github.com/aws/jsii-runtime-go';

/** What is missing to build and use the Go module. In CI it must be there. */
export function missingForGo(): string | undefined {
  if (!hasCommand('go')) return 'go';
  return process.env.CI === 'true' || reachesProxy() ? undefined : 'a Go module proxy';
}

/** A Go module that requires the library, which requires the oldest CDK that is supported. */
export function installedInGo(): { readonly synthesize: Synthesizer } {
  const folder = builtOnce('go', install);
  return { synthesize: (app) => synthesized(app, compiled(join(folder, 'app'), app), []) };
}

function install(folder: string): void {
  const library = generateGoModule(ROOT, folder);
  const { moduleName, packageName } = manifest(ROOT).jsii.targets.go;
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'go.mod'), `module app\n\ngo 1.25\n\nreplace ${moduleName}/${packageName} => ${library}\n`);
  // What the apps import besides the library are packages of the same modules.
  writeFileSync(join(app, 'library.go'), `package app\n\nimport (\n\t_ "${RUNTIME}"\n\t_ "${moduleName}/${packageName}"\n)\n`);
  go(app, ['mod', 'tidy']);
}

/** The program of an app, which is one file of package `main`. */
function compiled(folder: string, app: string): string {
  const name = createHash('sha256').update(app).digest('hex').slice(0, 12);
  const program = join(folder, name, 'app.exe');
  locked('go-build', () => {
    mkdirSync(join(folder, name), { recursive: true });
    copyFileSync(app, join(folder, name, 'main.go'));
    go(folder, ['build', '-mod=mod', '-o', program, `./${name}`]);
  });
  return program;
}

function go(cwd: string, args: string[]): void {
  run(cwd, 'go', args, { GOWORK: 'off', GOFLAGS: '-buildvcs=false' });
}

function reachesProxy(): boolean {
  return spawnSync('go', ['mod', 'download', `${RUNTIME}@v1.140.0`], { cwd: tmpdir() }).status === 0;
}
