import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

export const SERVICE = path.join(__dirname, '..', '..', 'service');

/** Runs a command in the service's module. Fails with its output. */
export function inService(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, { cwd: SERVICE, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  }
}

const compiled = fs.mkdtempSync(path.join(os.tmpdir(), 'orders-'));
afterAll(() => fs.rmSync(compiled, { recursive: true }));

/** Compiles a handler for the machine that the test runs on. */
export function compiledHandler(command: string): string {
  const bootstrap = path.join(compiled, command);
  inService('go', 'build', '-o', bootstrap, `./cmd/${command}`);
  return bootstrap;
}

/** What is agreed between the API handler and the error mapping, case by case. */
export interface AgreedError {
  readonly case: string;
  readonly request: unknown;
  readonly error: { readonly errorMessage: string; readonly errorType: string };
}

export const AGREED_ERRORS: AgreedError[] = JSON.parse(fs.readFileSync(path.join(SERVICE, 'cmd/api/testdata/errors.json'), 'utf8'));
