/**
 * Generates the Go module: `go-module.ts <folder>`.
 *
 * jsii-pacmak writes the indirect dependencies that are installed here into `go.mod`, and Go never takes an older version than any `go.mod` asks
 * for. Users may have the oldest CDK that is supported, so what that CDK asks for is asked for, no more.
 */
import { spawnSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

/** Writes the module into `<folder>/go` and returns where it is. */
export function generateGoModule(project: string, folder: string): string {
  run(project, process.execPath, [require.resolve('jsii-pacmak/bin/jsii-pacmak'), '--no-npmignore', '--target', 'go', '--code-only', '--outdir', folder]);
  const { packageName } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).jsii.targets.go;
  const module = join(folder, 'go', packageName);
  const file = join(module, 'go.mod');
  writeFileSync(file, withoutIndirect(readFileSync(file, 'utf8')));
  run(module, 'go', ['mod', 'tidy']);
  return module;
}

/** A `go.mod` that names direct dependencies only: `go mod tidy` finds the others. */
export function withoutIndirect(goMod: string): string {
  return goMod.split('\n').filter((line) => !line.endsWith('// indirect')).join('\n');
}

function run(cwd: string, command: string, args: string[]): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, GOWORK: 'off' } });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? ''}\n${stdout}\n${stderr}`);
}

if (require.main === module) {
  const folder = generateGoModule(process.cwd(), process.argv[2] ?? 'dist');
  run(folder, 'go', ['build', './...']);
  console.log(`Go module in ${folder}`);
}
