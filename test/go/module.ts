import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

/** Runs a command in the folder of a Go module and returns what it printed. Fails with its output. */
export function runIn(folder: string, command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  }
}

const built = new Map<string, string>();
afterAll(() => built.forEach((bootstrap) => rmSync(join(bootstrap, '..'), { recursive: true })));

/** Compiles a main package for the machine that the test runs on, once per test file. */
export function compiled(folder: string, packagePath = '.'): string {
  const key = join(folder, packagePath);
  if (!built.has(key)) {
    const bootstrap = join(mkdtempSync(join(tmpdir(), 'go-handler-')), 'bootstrap');
    built.set(key, bootstrap);
    runIn(folder, 'go', 'build', '-o', bootstrap, packagePath);
  }
  return built.get(key)!;
}
